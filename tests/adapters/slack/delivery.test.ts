/** Letters on their way to Slack, and everything that can befall them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Adapter, card, DeliveryError } from "../../../src/bot/index.ts";
import type { Fault } from "../../support/slack/faults.ts";
import { type SlackWorld, slackWorld } from "../../support/slack/world.ts";
import { smallBot } from "./small-bot.ts";

let world: SlackWorld;
let door: Adapter;
const poll = card("What shall we do?");
const first = { key: "poll:7:open", mayHaveArrived: false };
const again = { key: "poll:7:open", mayHaveArrived: true };

beforeEach(async () => {
  world = await slackWorld();
  door = world.openDoor();
  await door.start(smallBot().bot);
});
afterEach(async () => {
  const broken = world.violations();
  await world.close();
  expect(broken).toEqual([]);
});

const troubleOf = async (work: Promise<unknown>): Promise<DeliveryError> => {
  const error = await work.then(
    () => undefined,
    (it: unknown) => it,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`No DeliveryError, but ${String(error)}`);
  return error;
};
const texts = () => world.posts(world.boardChannel).map((one) => one.text);

describe("A letter", () => {
  test("is posted, drawn anew and taken away", async () => {
    const at = await door.post(world.boardChannel, poll, first);
    await door.redraw(at, card("Here is what you chose."));
    expect(texts()).toEqual(["Here is what you chose."]);
    await door.remove(at);
    expect(texts()).toEqual([]);
    await door.remove(at);
    expect((await troubleOf(door.redraw(at, poll))).trouble).toBe("gone");
  });

  test("whose answer was lost is found again and not posted twice", async () => {
    world.slack.faults.next("chat.postMessage", { kind: "lost" });
    expect((await troubleOf(door.post(world.boardChannel, poll, first))).trouble).toBe("uncertain");
    const at = await door.post(world.boardChannel, poll, again);
    expect(texts()).toEqual(["What shall we do?"]);
    await door.redraw(at, card("Drawn anew."));
    expect(texts()).toEqual(["Drawn anew."]);
  });

  test("that never arrived is posted at the second try", async () => {
    world.slack.faults.next("chat.postMessage", { kind: "cut" });
    expect((await troubleOf(door.post(world.boardChannel, poll, first))).trouble).toBe("uncertain");
    await door.post(world.boardChannel, poll, again);
    expect(texts()).toEqual(["What shall we do?"]);
  });

  test("is looked for under Slack's tight limits, and waits when Slack says so", async () => {
    world.slack.faults.tightHistory = true;
    const at = await door.post(world.boardChannel, poll, first);
    expect(await door.post(world.boardChannel, poll, again)).toEqual(at);
    expect(await troubleOf(door.post(world.boardChannel, poll, again))).toMatchObject({
      trouble: "later",
      retryAfterSeconds: 60,
    });
  });

  test("far up in a busy channel is found on a later page", async () => {
    const at = await door.post(world.boardChannel, poll, first);
    for (let number = 0; number < 250; number++) {
      world.slack.state.messages.push({
        ts: world.slack.state.newTs(),
        channel: world.boardChannel.channel,
        user: "U1",
        text: "chat",
        blocks: [],
      });
    }
    expect(await door.post(world.boardChannel, poll, again)).toEqual(at);
  });

  test("is posted again where reading is not allowed: twice is better than never", async () => {
    world.slack.scopes.delete("channels:history");
    await door.post(world.boardChannel, poll, again);
    expect(texts()).toHaveLength(1);
  });

  test("in a thread is looked for in that thread", async () => {
    const root = await door.post(world.boardChannel, poll, { key: "root", mayHaveArrived: false });
    const at = await door.post(world.boardChannel, card("In the thread"), {
      ...first,
      replyTo: root.message,
    });
    expect(
      await door.post(world.boardChannel, card("In the thread"), { ...again, replyTo: root.message }),
    ).toEqual(at);
  });

  test("carries no key that others could read", async () => {
    await door.post(world.boardChannel, poll, first);
    expect(JSON.stringify(world.slack.calls)).not.toContain("poll:7:open");
  });
});

describe("Slack says no, and the outbox hears why", () => {
  const error = (code: string): Fault => ({ kind: "error", error: code });
  test.each<[string, Fault, object]>([
    ["to wait", { kind: "rate-limited", retryAfterSeconds: 17 }, { trouble: "later", retryAfterSeconds: 17 }],
    ["being overloaded", { kind: "status", status: 503 }, { trouble: "later" }],
    ["being broken", { kind: "status", status: 500 }, { trouble: "uncertain" }],
    ["half done", error("fatal_error"), { trouble: "uncertain" }],
    ["the channel is gone", error("channel_not_found"), { trouble: "gone" }],
    ["the channel is archived", error("is_archived"), { trouble: "gone" }],
    ["not invited", error("not_in_channel"), { trouble: "forbidden" }],
    ["a scope lacks", error("missing_scope"), { trouble: "forbidden" }],
    ["only some may post", error("restricted_action"), { trouble: "forbidden" }],
    ["the blocks are wrong", error("invalid_blocks"), { trouble: "invalid" }],
    ["it is too long", error("msg_too_long"), { trouble: "invalid" }],
    ["the token is gone", error("token_revoked"), { trouble: "later" }],
    ["something new", error("a_code_of_next_year"), { trouble: "later" }],
  ])("%s", async (_, fault, expected) => {
    world.slack.faults.next("chat.postMessage", fault);
    const trouble = await troubleOf(door.post(world.boardChannel, poll, first));
    expect(trouble).toMatchObject(expected);
    expect(trouble.message).not.toContain("What shall we do");
    expect(world.slack.calls.filter((call) => call.method === "chat.postMessage")).toHaveLength(1);
  });

  test("because nobody listens any more", async () => {
    await world.slack.close();
    // An open connection that breaks may have carried the letter; one that cannot be made has not.
    expect(["uncertain", "later"]).toContain(
      (await troubleOf(door.post(world.boardChannel, poll, first))).trouble,
    );
    expect((await troubleOf(door.post(world.boardChannel, poll, first))).trouble).toBe("later");
  });
});

describe("A private message", () => {
  test("reaches Amina, and only her", async () => {
    const amina = await world.person("Amina");
    const ben = await world.person("Ben");
    const at = await door.tell(amina.visitor, card("A reminder"), first);
    expect(at).toMatchObject({ platform: "slack", isPrivate: true });
    expect(amina.inbox().map((one) => one.text)).toEqual(["A reminder"]);
    expect(ben.inbox()).toEqual([]);
    expect(await door.tell(amina.visitor, card("A reminder"), again)).toEqual(at);
  });

  test("finds hers shut", async () => {
    const amina = await world.person("Amina");
    amina.takesMessages(false);
    expect((await troubleOf(door.tell(amina.visitor, poll, first))).trouble).toBe("shut");
  });

  test.each(["user_not_found", "user_disabled", "cannot_dm_bot"])("finds nobody (%s)", async (code) => {
    const amina = await world.person("Amina");
    world.slack.faults.next("conversations.open", { kind: "error", error: code });
    expect((await troubleOf(door.tell(amina.visitor, poll, first))).trouble).toBe("shut");
  });
});

describe("Before a board is set up", () => {
  test("a channel is looked at, and each lack is named with what mends it", async () => {
    expect(await door.checkPlace(world.boardChannel)).toEqual({ reachable: true, missing: [] });
    const elsewhere = await world.newChannel("elsewhere");
    const channel = world.slack.state.channels.get(elsewhere.channel)!;
    channel.members.delete("U0SAYSOBOT");
    expect(await door.checkPlace(elsewhere)).toEqual({
      reachable: false,
      missing: [expect.stringContaining("/invite @Sayso")],
    });
    channel.kind = "group";
    expect(await door.checkPlace(elsewhere)).toEqual({
      reachable: false,
      missing: [expect.stringContaining("/invite @Sayso")],
    });
    channel.members.add("U0SAYSOBOT");
    channel.archived = true;
    expect(await door.checkPlace(elsewhere)).toEqual({
      reachable: false,
      missing: [expect.stringContaining("archived")],
    });
    world.slack.scopes.delete("im:write");
    expect((await door.checkPlace(world.boardChannel)).missing).toEqual([
      expect.stringContaining("im:write"),
    ]);
  });

  test("staff are those in the staff channel, however many sit there", async () => {
    const staffChannel = world.staffChannel.channel;
    for (let number = 0; number < 1200; number++)
      world.slack.state.channels.get(staffChannel)?.members.add(`U${number}`);
    const sam = await world.person("Sam", { staff: true });
    const amina = await world.person("Amina");
    expect(await door.checkPerson(sam.visitor, staffChannel)).toEqual({
      here: true,
      name: "Sam",
      roles: [],
      inStaffChannel: true,
    });
    expect(await door.checkPerson(amina.visitor, staffChannel)).toMatchObject({
      here: true,
      inStaffChannel: false,
    });
    world.slack.state.users.get(sam.visitor.id)!.deleted = true;
    expect(await door.checkPerson(sam.visitor, staffChannel)).toMatchObject({
      here: false,
      inStaffChannel: false,
    });
    expect(await door.checkPerson({ ...sam.visitor, id: "U0NOBODY" })).toMatchObject({ here: false });
  });

  test("no answer is not taken for an answer", async () => {
    const amina = await world.person("Amina");
    world.slack.faults.next("users.info", { kind: "status", status: 503 });
    expect((await troubleOf(door.checkPerson(amina.visitor))).trouble).toBe("later");
  });
});
