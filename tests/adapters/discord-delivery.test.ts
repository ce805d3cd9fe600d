/** Letters on their way out: what arrives, what does not, and what the outbox hears of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Adapter, card, type Delivery, type DeliveryError, type View } from "../../src/bot/index.ts";
import { write } from "../support/discord/deeds.ts";
import { testHeart } from "../support/discord/heart.ts";
import { may } from "../support/discord/permissions.ts";
import { deleteChannel, forbid, kickBot } from "../support/discord/town.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import type { Someone } from "../support/world.ts";

let world: DiscordWorld;
let door: Adapter;
let amina: Someone;
let number = 0;
const letter = (mayHaveArrived = false): Delivery => ({ key: `letter:${number}`, mayHaveArrived });
const post = (view: View = card("Hello"), delivery = letter()) =>
  door.post(world.boardChannel, view, delivery);
const posts = () => world.posts(world.boardChannel).map((each) => each.text);
const trouble = (work: Promise<unknown>): Promise<DeliveryError> =>
  work.then(
    () => expect.fail("It was delivered."),
    (error: DeliveryError) => error,
  );

beforeEach(async () => {
  number += 1;
  world = await openDiscordWorld({ patience: { request: 250, rateLimit: 400 } });
  door = world.openDoor();
  await door.start(testHeart());
  amina = await world.person("Amina");
});

afterEach(async () => {
  await door.stop();
  await world.close();
  expect(world.violations()).toEqual([]);
});

const onPost = /^POST .*\/messages$/;

describe("posting once", () => {
  test("the same letter twice is one post, and two letters are two", async () => {
    const first = await post();
    const second = await post();
    expect(second).toEqual(first);
    expect(await post(card("Hello"), { key: "another", mayHaveArrived: false })).not.toEqual(first);
    expect(posts()).toEqual(["Hello", "Hello"]);
  });

  test("the same letter goes to two channels", async () => {
    await post();
    await door.post(world.staffChannel, card("Hello"), letter());
    expect(world.posts(world.staffChannel)).toHaveLength(1);
  });

  test.each([
    ["the answer was lost", { kind: "answer-lost" }],
    ["half of the answer came", { kind: "half-answer" }],
    ["no answer came in time", { kind: "answer-lost", silently: true }],
    ["Discord posted it and then had an error", { kind: "done-but-status", status: 502 }],
  ] as const)("%s: the post is found again, also when Discord has forgotten the nonce", async (_, fault) => {
    world.discord.faults.next(fault, onPost, 2);
    const error = await post().then(
      () => undefined,
      (each: DeliveryError) => each,
    );
    if (error) expect(error.trouble).toBe("uncertain");
    world.discord.faults.clear();
    for (const message of world.discord.records.messages.values()) message.nonce = undefined;
    write(world.discord, { by: amina.visitor.id, channel: world.boardChannel.channel, text: "hello" });
    const at = await post(card("Hello"), letter(true));
    expect(at.message).toBe(world.posts(world.boardChannel)[0]?.id);
    expect(posts()).toEqual(["Hello", "hello"]);
  });

  test("an uncertain letter that had not arrived is posted now", async () => {
    world.discord.faults.next({ kind: "silence" }, onPost, 2);
    expect((await trouble(post())).trouble).toBe("uncertain");
    await post(card("Hello"), letter(true));
    expect(posts()).toEqual(["Hello"]);
  });

  test("a post can answer somebody's message, and still stands when that is gone", async () => {
    const { id } = write(world.discord, {
      by: amina.visitor.id,
      channel: world.boardChannel.channel,
      text: "skating",
    });
    await post(card("Thanks, got it."), { ...letter(), replyTo: id });
    expect(world.posts(world.boardChannel)[1]).toMatchObject({ text: "Thanks, got it.", replyTo: id });
    await post(card("Thanks again."), { key: "b", mayHaveArrived: false, replyTo: "123456789012345678" });
    expect(posts()).toHaveLength(3);
  });
});

describe("drawing anew and taking away", () => {
  test("a post is drawn anew, with its picture, and taken away; taking it away twice is done", async () => {
    const at = await post(card("Open"));
    const picture = { kind: "picture", png: new Uint8Array([137, 80, 78, 71]), alt: "Two bars" } as const;
    await door.redraw(at, { body: [{ kind: "text", text: "Closed" }, picture, picture] });
    expect(posts()).toEqual(["Closed\nTwo bars\nTwo bars"]);
    expect(world.discord.records.messages.get(at.message)?.files.map((file) => file.name)).toEqual([
      "picture.png",
      "1-picture.png",
    ]);
    await door.redraw(at, card("Over"));
    expect(world.discord.records.messages.get(at.message)?.attachments).toEqual([]);
    await door.remove(at);
    await door.remove(at);
    expect(posts()).toEqual([]);
    expect((await trouble(door.redraw(at, card("Hm")))).trouble).toBe("gone");
  });

  test("too many edits of an old post: later, not never", async () => {
    const at = await post();
    world.discord.faults.next({ kind: "refused", status: 400, code: 30046 }, /^PATCH/);
    const error = await trouble(door.redraw(at, card("New")));
    expect(error).toMatchObject({ trouble: "later", retryAfterSeconds: 300 });
    await door.redraw(at, card("New"));
    expect(posts()).toEqual(["New"]);
  });
});

describe("private messages", () => {
  test("they arrive; shut ones are told apart", async () => {
    const at = await door.tell(amina.visitor, card("A day left."), letter());
    expect(at).toMatchObject({ isPrivate: true, workspace: world.workspace });
    expect(amina.inbox().map((each) => each.text)).toEqual(["A day left."]);
    amina.takesMessages(false);
    expect(
      (await trouble(door.tell(amina.visitor, card("More"), { key: "more", mayHaveArrived: false }))).trouble,
    ).toBe("shut");
  });

  test("one whose answer was lost is found again", async () => {
    world.discord.faults.next({ kind: "answer-lost", silently: true }, onPost, 2);
    expect((await trouble(door.tell(amina.visitor, card("A day left."), letter()))).trouble).toBe(
      "uncertain",
    );
    for (const message of world.discord.records.messages.values()) message.nonce = undefined;
    await door.tell(amina.visitor, card("A day left."), letter(true));
    expect(amina.inbox()).toHaveLength(1);
  });
});

describe("when Discord says no, or to wait", () => {
  test("a channel that was deleted is gone; one that the bot may not use is forbidden", async () => {
    forbid(world.discord, world.staffChannel.channel, may.sendMessages);
    expect((await trouble(door.post(world.staffChannel, card("Hi"), letter()))).trouble).toBe("forbidden");
    forbid(world.discord, world.staffChannel.channel, may.viewChannel);
    expect((await trouble(door.post(world.staffChannel, card("Hi"), letter()))).trouble).toBe("forbidden");
    deleteChannel(world.discord, world.boardChannel.channel);
    expect((await trouble(post())).trouble).toBe("gone");
  });

  test("a short wait is waited for; a long one is handed back with its seconds", async () => {
    world.discord.faults.next({ kind: "limited", seconds: 0.1 }, onPost);
    await post();
    world.discord.faults.next({ kind: "limited", seconds: 30 }, onPost);
    const error = await trouble(post(card("Two"), { key: "two", mayHaveArrived: false }));
    expect(error.trouble).toBe("later");
    expect(error.retryAfterSeconds).toBeGreaterThanOrEqual(30);
    expect(posts()).toEqual(["Hello"]);
  });

  test("a limit for the whole bot is handed back, too", async () => {
    world.discord.faults.next({ kind: "limited", seconds: 20, global: true }, onPost);
    const error = await trouble(post());
    expect(error.trouble).toBe("later");
    expect(error.retryAfterSeconds).toBeGreaterThanOrEqual(20);
  });

  test("an error at Discord is tried once more, then left to the outbox; a refused connection is only later", async () => {
    world.discord.faults.next({ kind: "status", status: 503 }, onPost);
    await post();
    world.discord.faults.next({ kind: "status", status: 503 }, onPost, 2);
    expect((await trouble(post(card("Two"), { key: "two", mayHaveArrived: false }))).trouble).toBe(
      "uncertain",
    );
    await world.discord.close();
    expect((await trouble(post(card("Three"), { key: "three", mayHaveArrived: false }))).trouble).toMatch(
      /later|uncertain/,
    );
  });

  test("a body that Discord refuses is our own mistake; what is said of it names places, never words", async () => {
    world.discord.faults.next({ kind: "refused", status: 400, code: 50035, message: "secret words" }, onPost);
    const error = await trouble(post(card("secret words")));
    expect(error.trouble).toBe("invalid");
    expect(`${error.message} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain("secret");
  });
});

describe("asking about places and people", () => {
  test("what the bot may not do in a channel is named with how to mend it", async () => {
    expect(await door.checkPlace(world.boardChannel)).toEqual({ reachable: true, missing: [] });
    forbid(world.discord, world.boardChannel.channel, may.sendMessages | may.readHistory);
    await vi.waitFor(async () => expect((await door.checkPlace(world.boardChannel)).missing).toHaveLength(2));
    const { missing } = await door.checkPlace(world.boardChannel);
    expect(missing[0]).toContain("Send Messages");
    expect(missing[1]).toContain("Read Message History");
    forbid(world.discord, world.boardChannel.channel, may.viewChannel);
    await vi.waitFor(async () => expect((await door.checkPlace(world.boardChannel)).reachable).toBe(false));
  });

  test("a deleted channel and a server without the bot are not reachable", async () => {
    deleteChannel(world.discord, world.staffChannel.channel);
    await vi.waitFor(async () => expect((await door.checkPlace(world.staffChannel)).reachable).toBe(false));
    kickBot(world.discord, world.discord.records.guilds.get(world.workspace) ?? expect.fail("no server"));
    await vi.waitFor(async () =>
      expect((await door.checkPlace(world.boardChannel)).missing[0]).toContain("Invite it again"),
    );
  });

  test("a person is there with their roles and their name here, or has left", async () => {
    const sam = await world.person("Sam", { staff: true });
    const guild = world.discord.records.guilds.get(world.workspace);
    const member = guild?.members.get(sam.visitor.id);
    if (member) member.nick = "Sam (youth worker)";
    expect(await door.checkPerson(sam.visitor)).toEqual({
      here: true,
      name: "Sam (youth worker)",
      roles: [world.staffRole],
      inStaffChannel: false,
    });
    guild?.members.delete(sam.visitor.id);
    expect((await door.checkPerson(sam.visitor)).here).toBe(false);
  });
});
