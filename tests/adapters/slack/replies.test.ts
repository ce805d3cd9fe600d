/** What people write: replies in threads, mentions, private messages, and what they delete. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Adapter, type Answer, card } from "../../../src/bot/index.ts";
import { botUser, directChannel, team } from "../../support/slack/state.ts";
import { type SlackWorld, slackWorld } from "../../support/slack/world.ts";
import { smallBot } from "./small-bot.ts";

let world: SlackWorld;
let door: Adapter;
const thanks: Answer = {
  kind: "view",
  view: card("Added: Ice skating.", [{ label: "Take it back", does: "test.next" }]),
};

async function open(
  answers: Parameters<typeof smallBot>[0] = { reply: () => thanks },
  options: Parameters<typeof slackWorld>[0] = {},
) {
  world = await slackWorld(options);
  door = world.openDoor();
  const small = smallBot(answers);
  await door.start(small.bot);
  const at = await door.post(world.boardChannel, card("What shall we do?"), {
    key: "letter:1",
    mayHaveArrived: false,
  });
  const [poll] = world.posts(world.boardChannel);
  if (!poll) throw new Error("The poll was not posted.");
  return { ...small, at, poll, amina: await world.person("Amina") };
}

afterEach(async () => {
  const broken = world.violations();
  await world.close();
  expect(broken).toEqual([]);
});

/** A message event that no act of `Someone` makes. */
const message = (more: Record<string, unknown>) => {
  const ts = world.slack.state.newTs();
  return world.happens({
    type: "message",
    channel: world.boardChannel.channel,
    channel_type: "channel",
    ts,
    event_ts: ts,
    team,
    ...more,
  });
};

describe("Amina replies in the thread of the poll", () => {
  test("and the answer in the thread is hers alone", async () => {
    const { amina, poll, at, replies } = await open();
    const id = await amina.replies(poll, "ice skating & <b>pizza</b>");
    expect(replies).toMatchObject([
      { to: at.message, message: id, text: "ice skating & <b>pizza</b>", person: { name: "Amina" } },
    ]);
    expect(amina.sees()).toMatchObject({ text: "Added: Ice skating.", replyTo: at.message });
    expect(world.posts(world.boardChannel)).toHaveLength(1);
  });

  test("with a mention, which comes twice and counts once", async () => {
    const { amina, poll, replies } = await open();
    await amina.replies(poll, "skating");
    world.slack.state.ephemerals.length = 0;
    const ts = world.slack.state.newTs();
    const words = { user: amina.visitor.id, ts, thread_ts: poll.id, text: `<@${botUser}> ice skating` };
    await message({ ...words, parent_user_id: botUser });
    await world.happens({ type: "app_mention", channel: poll.place.channel, event_ts: ts, ...words });
    expect(replies.map((one) => one.text)).toEqual(["skating", "ice skating"]);
    expect(world.slack.state.ephemerals).toHaveLength(1);
  });

  test("and Slack delivers it again: she is not answered twice", async () => {
    const { amina, poll, replies } = await open();
    world.slack.faults.twice = true;
    await amina.replies(poll, "ice skating");
    await amina.repeats();
    expect(replies).toHaveLength(1);
    expect(world.slack.state.ephemerals).toHaveLength(1);
  });

  test("and everyone sees the thanks where the private answer cannot be", async () => {
    const publicly = vi.fn(async () => {});
    const { amina, poll } = await open({ reply: () => ({ ...thanks, publicly }) as Answer });
    world.slack.faults.next("chat.postEphemeral", { kind: "error", error: "user_not_in_channel" });
    await amina.replies(poll, "ice skating");
    expect(publicly).toHaveBeenCalledOnce();
    expect(amina.sees()).toBeUndefined();
  });

  test("and an answer to her reply is posted into the same thread", async () => {
    const { amina, poll, at } = await open();
    const id = await amina.replies(poll, "ice skating");
    await door.post(world.boardChannel, card("Thanks, got it."), {
      key: "letter:2",
      mayHaveArrived: false,
      replyTo: id,
    });
    expect(world.posts(world.boardChannel).at(-1)).toMatchObject({
      text: "Thanks, got it.",
      replyTo: at.message,
    });
  });

  test("and presses the button of her private card there; the card is replaced", async () => {
    const { amina, poll } = await open();
    await amina.replies(poll, "ice skating");
    await amina.presses("Take it back");
    expect(amina.sees()?.text).toBe("The next card.");
  });

  test("and deletes it again", async () => {
    const { amina, poll, removed } = await open();
    const id = await amina.replies(poll, "ice skating");
    await amina.deletes(id);
    expect(removed).toEqual([
      { platform: "slack", workspace: team, channel: poll.place.channel, message: id },
    ]);
  });
});

describe("What is none of ours stays outside", () => {
  test("a message in the channel, a reply to somebody else, an edit, another bot", async () => {
    const { amina, poll, replies, removed } = await open();
    const user = amina.visitor.id;
    await message({ user, text: "hello all" });
    await message({ user, text: "to Ben", thread_ts: "1.000001", parent_user_id: "U0000000BEN" });
    await message({ subtype: "message_changed", message: { user, text: "edited", ts: poll.id } });
    await message({
      subtype: "bot_message",
      bot_id: "B1",
      text: "beep",
      thread_ts: poll.id,
      parent_user_id: botUser,
    });
    await message({
      user: "U0OTHERBOT",
      bot_id: "B1",
      text: "beep",
      thread_ts: poll.id,
      parent_user_id: botUser,
    });
    await message({
      subtype: "message_deleted",
      deleted_ts: "2.000001",
      previous_message: { user, text: "hello all" },
    });
    expect(replies).toEqual([]);
    expect(removed).toEqual([]);
  });

  test("a reply to a post that the heart does not know gets no answer", async () => {
    const { amina, poll } = await open({});
    await amina.replies(poll, "nice");
    expect(amina.sees()).toBeUndefined();
  });
});

describe("Amina speaks to the bot", () => {
  test("by a mention in the channel", async () => {
    const { amina, replies } = await open();
    const ts = world.slack.state.newTs();
    const text = `<@${botUser}> see <https://example.org/x|this> with <@U0000000BEN> in <#C123ABC|garden> <!channel>`;
    await world.happens({
      type: "app_mention",
      user: amina.visitor.id,
      channel: world.boardChannel.channel,
      ts,
      event_ts: ts,
      text,
    });
    expect(replies).toMatchObject([
      { text: "see https://example.org/x with @U0000000BEN in #garden @channel" },
    ]);
    expect(replies[0]?.to).toBeUndefined();
    expect(amina.sees()?.text).toBe("Added: Ice skating.");
  });

  test("by a mention in a thread of others, which is still for the bot", async () => {
    const { amina, replies } = await open({
      reply: (it) => ("to" in it && it.to ? { kind: "nothing" } : thanks),
    });
    world.slack.state.messages.push({
      ts: "3.000001",
      channel: world.boardChannel.channel,
      user: amina.visitor.id,
      text: "hi",
      blocks: [],
    });
    const ts = world.slack.state.newTs();
    await world.happens({
      type: "app_mention",
      user: amina.visitor.id,
      channel: world.boardChannel.channel,
      ts,
      thread_ts: "3.000001",
      event_ts: ts,
      text: `<@${botUser}> help`,
    });
    expect(replies).toHaveLength(2);
    expect(amina.sees()).toMatchObject({ text: "Added: Ice skating.", replyTo: "3.000001" });
  });

  test("by a private message, and is answered there", async () => {
    const { amina, replies } = await open();
    const channel = directChannel(world.slack.state, amina.visitor.id).id;
    await message({ user: amina.visitor.id, channel, channel_type: "im", text: "hello?" });
    expect(replies).toMatchObject([{ place: { channel, isPrivate: true }, text: "hello?" }]);
    expect(amina.inbox().map((one) => one.text)).toEqual(["Added: Ice skating."]);
  });

  test("and nothing is lost when the first try breaks", async () => {
    let tries = 0;
    const { amina, poll } = await open({
      reply: () => {
        if (++tries === 1) throw new Error("no database");
        return thanks;
      },
    });
    await amina.replies(poll, "ice skating");
    await amina.repeats();
    expect(amina.sees()?.text).toBe("Added: Ice skating.");
  });
});

describe("In the mode without reading threads", () => {
  test("a reply that mentions the bot is heard", async () => {
    const { amina, poll, at, replies } = await open({ reply: () => thanks }, { readsThreads: false });
    await amina.replies(poll, "ice skating");
    expect(replies).toMatchObject([{ to: at.message, text: "ice skating" }]);
    expect(amina.sees()?.text).toBe("Added: Ice skating.");
  });

  test("messages are not, even if Slack were to send them", async () => {
    const { amina, poll, replies } = await open({ reply: () => thanks }, { readsThreads: false });
    await message({ user: amina.visitor.id, text: "skating", thread_ts: poll.id, parent_user_id: botUser });
    expect(replies).toEqual([]);
  });
});

describe("The workspace changes", () => {
  test("a post of ours is deleted by an admin, with and without replies below it", async () => {
    const { poll, removed } = await open();
    await message({
      subtype: "message_deleted",
      deleted_ts: poll.id,
      previous_message: { user: botUser, bot_id: "B0SAYSOBOT", text: "" },
    });
    await message({
      subtype: "message_changed",
      message: { subtype: "tombstone", ts: "4.000001" },
      previous_message: { user: botUser },
    });
    expect(removed.map((one) => one.message)).toEqual([poll.id, "4.000001"]);
  });

  test("a channel is archived, Sayso is removed, invited again; others come and go unnoticed", async () => {
    const { changes } = await open();
    const channel = world.boardChannel.channel;
    await world.happens({ type: "channel_archive", channel, user: "U1" });
    await world.happens({ type: "group_deleted", channel });
    await world.happens({ type: "channel_left", channel });
    await world.happens({ type: "member_left_channel", channel, user: botUser, channel_type: "C", team });
    await world.happens({ type: "member_joined_channel", channel, user: botUser, channel_type: "C", team });
    await world.happens({
      type: "member_joined_channel",
      channel,
      user: "U0000000BEN",
      channel_type: "C",
      team,
    });
    expect(changes.map((one) => one.what)).toEqual([
      "channel-gone",
      "channel-gone",
      "bot-removed",
      "bot-removed",
      "bot-added",
    ]);
    expect(changes[0]?.place).toEqual({ platform: "slack", workspace: team, channel });
  });

  test("the app is removed, and the door says what to do", async () => {
    const { changes } = await open();
    await world.happens({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
    expect(door.health().state).toBe("up");
    await world.happens({ type: "app_uninstalled" });
    expect(door.health()).toMatchObject({ state: "down", hint: expect.stringContaining("Install it again") });
    const place = { platform: "slack", workspace: team, channel: "" };
    expect(changes).toEqual([{ what: "bot-removed", place }]);
  });
});
