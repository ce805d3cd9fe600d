/** Section 4 of issue 2: a channel that was deleted, and a bot that was removed and invited again. Nothing is lost. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { deleteChannel, inviteBot, kickBot } from "../support/discord/town.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import { botUser } from "../support/slack/state.ts";
import { type SlackWorld, slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone } from "../support/world.ts";
import { adds, linesWith, noted, picks, question, questions } from "./ledger.ts";

let story: Story;
afterEach(async () => {
  const broken = story.world.violations();
  await story.ends();
  expect(broken).toEqual([]);
});

const until = (fact: () => unknown | Promise<unknown>) =>
  vi.waitFor(async () => expect(await fact()).toBeTruthy(), { timeout: 8_000, interval: 20 });
const state = async () => (await story.house.database.read.hanging.findFirstOrThrow()).state;
const told = (person: Someone, words: string) =>
  person.inbox().filter((message) => message.text.includes(words)).length;

describe("on Discord", () => {
  let world: DiscordWorld;
  const guild = () => {
    const found = world.discord.records.guilds.get(world.workspace);
    if (!found) throw new Error("The server is gone.");
    return found;
  };
  const start = async () => {
    world = await openDiscordWorld();
    story = await startStory({ world });
    const sam = await world.person("Sam", { staff: true });
    await sam.commands("plan");
    return sam;
  };

  it("the board's channel is deleted: Sam is told privately, the host has a line, and no letter is tried again and again", async () => {
    const sam = await start();
    const amina = await world.person("Amina");
    await adds(amina, "Ice skating");
    await picks(amina, ["Ice skating"], story.finds(question));
    deleteChannel(world.discord, world.boardChannel.channel);
    await until(async () => (await state()) === "gone");
    await story.settles();
    expect(told(sam, "I can't reach Our Voices on Discord any more.")).toBe(1);
    expect(told(sam, "Nothing is lost.")).toBe(1);
    expect(linesWith(story, "A board's channel is gone or there again.")).toBe(1);

    const before = world.discord.calls.length;
    await story.waits({ days: 5, hours: 1 });
    const posts = world.discord.calls.slice(before).filter((call) => /messages$/.test(call.path));
    expect(posts).toEqual([]);
    const poll = await story.house.database.read.poll.findFirstOrThrow();
    expect(poll).toMatchObject({ state: "closed", voters: 1 });
    expect(told(sam, "I can't reach")).toBe(1);
  });

  it("the bot is kicked while a poll is open and invited again after its close: the result is posted then, once", async () => {
    await start();
    const amina = await world.person("Amina");
    await adds(amina, "Ice skating");
    await picks(amina, ["Ice skating"], story.finds(question));
    await story.settles();
    kickBot(world.discord, guild());
    await until(async () => (await state()) === "gone");
    await story.waits({ days: 5, hours: 1 });
    expect((await story.house.database.read.poll.findFirstOrThrow()).state).toBe("closed");
    expect(() => story.finds("Here is what you chose")).toThrow();

    inviteBot(world.discord, guild());
    await until(async () => (await state()) === "ok");
    await story.settles();
    expect(story.finds("Here is what you chose").text).toContain("1. Ice skating");
    kickBot(world.discord, guild());
    await until(async () => (await state()) === "gone");
    inviteBot(world.discord, guild());
    await until(async () => (await state()) === "ok");
    await story.settles();
    const results = world.posts(world.boardChannel).filter((post) => post.text.includes("Here is what you"));
    expect(results).toHaveLength(1);
    expect(questions(world)).toHaveLength(1);
    expect(linesWith(story, "A board's channel is gone or there again.")).toBe(4);
  });

  it("the bot was kicked and invited again while Sayso was not running: the next poll opens all the same", async () => {
    await start();
    kickBot(world.discord, guild());
    await until(async () => (await state()) === "gone");
    await story.house.close();
    inviteBot(world.discord, guild());
    await story.restarts();
    expect(await state()).toBe("ok");
    expect(questions(world)).toHaveLength(1);
    await story.waits({ days: 7, hours: 1 });
    expect(questions(world)).toHaveLength(2);
  });

  it("young people who press an old button after the bot came back still get their answer", async () => {
    await start();
    const amina = await world.person("Amina");
    const post = story.finds(question);
    kickBot(world.discord, guild());
    await until(async () => (await state()) === "gone");
    inviteBot(world.discord, guild());
    await until(async () => (await state()) === "ok");
    await amina.presses("Add my idea", post);
    await amina.fills({ text: "Ice skating" });
    expect(amina.sees()?.text).toContain("Added: Ice skating");
    expect(noted(story, "no-board")).toBe(0);
  });
});

describe("on Slack", () => {
  let world: SlackWorld;
  const start = async () => {
    world = await slackWorld();
    story = await startStory({ world });
    const sam = await world.person("Sam", { staff: true });
    await sam.commands("plan");
    await sam.presses("Yes, I am");
    await sam.commands("plan");
    return sam;
  };
  const channel = () => {
    const found = world.slack.state.channels.get(world.boardChannel.channel);
    if (!found) throw new Error("The channel is gone.");
    return found;
  };

  it("the board's channel is archived and brought back: Sam is told, and what should stand is posted", async () => {
    const sam = await start();
    channel().archived = true;
    await world.happens({ type: "channel_archive", channel: channel().id, user: sam.visitor.id });
    await until(async () => (await state()) === "gone");
    await story.settles();
    expect(told(sam, "I can't reach Our Voices on Slack any more.")).toBe(1);
    await story.waits({ days: 5, hours: 1 });
    expect(linesWith(story, "A letter was not delivered.")).toBe(0);

    channel().archived = false;
    await world.happens({ type: "channel_unarchive", channel: channel().id, user: sam.visitor.id });
    await until(async () => (await state()) === "ok");
    await story.settles();
    expect(story.finds("Here is what you chose").text).toContain("no ideas this time");
    expect(linesWith(story, "A board's channel is gone or there again.")).toBe(2);
  });

  it("the bot is removed from the channel and invited again before the next poll: that one opens, once", async () => {
    const sam = await start();
    channel().members.delete(botUser);
    await world.happens({ type: "channel_left", channel: channel().id, actor_id: sam.visitor.id });
    await until(async () => (await state()) === "gone");
    await story.waits({ days: 7 });
    channel().members.add(botUser);
    await world.happens({
      type: "member_joined_channel",
      user: botUser,
      channel: channel().id,
      channel_type: "C",
      team: world.workspace,
    });
    await until(async () => (await state()) === "ok");
    await story.waits({ hours: 1 });
    const open = await story.house.database.read.poll.findMany({ where: { state: "open" } });
    expect(open).toHaveLength(1);
    expect(questions(world).filter((post) => !post.text.includes("This one is closed"))).toHaveLength(1);
  });
});
