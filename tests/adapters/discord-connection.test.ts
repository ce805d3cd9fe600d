/** Opening and closing the door, broken lines, wrong tokens, and commands that are registered only when they changed. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { discordDoor } from "../../adapters/discord/main.ts";
import { type Adapter, card, DoorError } from "../../src/bot/index.ts";
import { write } from "../support/discord/deeds.ts";
import { testHeart } from "../support/discord/heart.ts";
import { newGuild } from "../support/discord/town.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";

let world: DiscordWorld;
let lines: string[];
const doors: Adapter[] = [];
const note = (facts: object, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`);
const log = { info: note, warn: note, error: note };
const until = (fact: () => unknown) =>
  vi.waitFor(() => expect(fact()).toBeTruthy(), { timeout: 9000, interval: 10 });

beforeEach(async () => {
  lines = [];
  world = await openDiscordWorld({ log, patience: { again: 50, goodbye: 300 } });
});

afterEach(async () => {
  for (const door of doors.splice(0)) await door.stop();
  await world.close();
  expect(world.violations()).toEqual([]);
});

function openDoor(token = world.discord.settings.token): Adapter {
  const isOwn = token === world.discord.settings.token;
  const patience = { goodbye: 300, again: 50, start: 300 };
  const door = isOwn ? world.openDoor() : discordDoor({ token, apiUrl: world.discord.apiUrl, log, patience });
  doors.push(door);
  return door;
}

const hear = async (heart: ReturnType<typeof testHeart>) => {
  const before = heart.replies.length;
  const bot = world.discord.records.bot.id;
  const amina = await world.person("Amina");
  write(world.discord, {
    by: amina.visitor.id,
    channel: world.boardChannel.channel,
    text: "hello",
    mentions: [bot],
  });
  await until(() => heart.replies.length === before + 1);
};

describe("tokens", () => {
  test.each(["", "  "])("no token (%j): the door says which variable to set", async (token) => {
    const failed = await openDoor(token)
      .start(testHeart())
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DoorError);
    expect(String(failed)).toContain("DISCORD_TOKEN");
  });

  test("a wrong token: the door says what to do, and stays shut", async () => {
    const door = openDoor("not.the.token");
    const failed = await door.start(testHeart()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DoorError);
    expect(String(failed)).toMatch(/DISCORD_TOKEN.*Reset Token/);
    expect(door.health().state).toBe("down");
  });

  test("a token that only the gateway refuses (4004) is a wrong token, too", async () => {
    const door = openDoor();
    world.discord.gateway.settings.answersIdentify = false;
    const starting = door.start(testHeart()).catch((error: unknown) => error);
    await until(() => world.discord.gateway.identifies() > 0);
    world.discord.gateway.closeWith(4004);
    const failed = await starting;
    expect(failed).toBeInstanceOf(DoorError);
    expect(String(failed)).toContain("DISCORD_TOKEN");
  });

  test("a token that is revoked later: health is down and says so, a line in the log, no crash", async () => {
    const door = openDoor();
    await door.start(testHeart());
    world.discord.settings.token = "another";
    world.discord.gateway.closeWith(4004);
    await until(() => door.health().state === "down");
    expect(door.health().hint).toContain("DISCORD_TOKEN");
    expect(lines.join("\n")).toContain("DISCORD_TOKEN");
    const late = door.post(world.boardChannel, card("Hi"), { key: "a", mayHaveArrived: false });
    await expect(late).rejects.toMatchObject({ trouble: "later" });
  });

  test("a request that is refused for its token brings health down as well", async () => {
    const door = openDoor();
    await door.start(testHeart());
    world.discord.settings.token = "another";
    await expect(
      door.post(world.boardChannel, card("Hi"), { key: "a", mayHaveArrived: false }),
    ).rejects.toMatchObject({
      trouble: "later",
    });
    expect(door.health().state).toBe("down");
  });
});

describe("lines that break", () => {
  test.each([
    ["cut without a word", () => world.discord.gateway.drop()],
    ["asked to reconnect", () => world.discord.gateway.askToReconnect()],
    ["told that the session is still good", () => world.discord.gateway.invalidate(true)],
  ])("%s: the door resumes and hears what was said meanwhile", async (_, happens) => {
    const heart = testHeart();
    const door = openDoor();
    await door.start(heart);
    happens();
    await hear(heart);
    await until(() => door.health().state === "up");
    expect(world.discord.gateway.resumes()).toBe(1);
    expect(world.discord.gateway.identifies()).toBe(1);
  });

  // discord.js leaves five seconds between two new sessions, as Discord wants it.
  test("a lost session: the door begins a new one, hears again, and learns which servers it left and joined", {
    timeout: 15_000,
  }, async () => {
    const heart = testHeart();
    const door = openDoor();
    await door.start(heart);
    const left = newGuild(world.discord, "Hillside");
    await until(() => heart.changes.length === 1);
    world.discord.gateway.invalidate(false);
    left.botIsIn = false;
    const joined = newGuild(world.discord, "Lakeside");
    await until(() => world.discord.gateway.identifies() === 2);
    await until(() => door.health().state === "up");
    await hear(heart);
    expect(heart.changes.map(({ what, place }) => [what, place.workspace])).toEqual([
      ["bot-added", left.id],
      ["bot-removed", left.id],
      ["bot-added", joined.id],
    ]);
  });

  test("a gateway that no longer answers heartbeats is left and found again", async () => {
    world.discord.gateway.settings.heartbeatMs = 150;
    const heart = testHeart();
    const door = openDoor();
    await door.start(heart);
    world.discord.gateway.settings.answersHeartbeats = false;
    await until(() => world.discord.gateway.resumes() > 0);
    world.discord.gateway.settings.answersHeartbeats = true;
    await until(() => door.health().state === "up");
    await hear(heart);
  });

  test("Discord is away at the start: the door keeps trying and opens when it is back", async () => {
    world.discord.faults.next({ kind: "broken" }, /gateway/, 3);
    const heart = testHeart();
    const door = openDoor();
    await door.start(heart);
    await until(() => door.health().state === "up");
    await hear(heart);
    expect(lines.join("\n")).toContain("keeps trying");
  });
});

describe("closing", () => {
  test("what is in flight finishes, nothing new is taken in", async () => {
    const heart = testHeart();
    const door = openDoor();
    await door.start(heart);
    const amina = await world.person("Amina");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    heart.says.set("plan.show", async () => {
      await held;
      return { kind: "view", view: card("Just in time.") };
    });
    const pressing = amina.commands("plan");
    await until(() => heart.came.length === 1);
    const stopping = door.stop();
    const bot = world.discord.records.bot.id;
    write(world.discord, {
      by: amina.visitor.id,
      channel: world.boardChannel.channel,
      text: "late",
      mentions: [bot],
    });
    release();
    await Promise.all([pressing, stopping]);
    expect(amina.sees()?.text).toBe("Just in time.");
    expect(heart.replies).toEqual([]);
    expect(door.health().state).toBe("down");
  });

  test("a door that never got further than IDENTIFY closes all the same", async () => {
    world.discord.gateway.settings.answersIdentify = false;
    const door = discordDoor({
      token: world.discord.settings.token,
      apiUrl: world.discord.apiUrl,
      log,
      patience: { start: 100, goodbye: 100 },
    });
    await door.start(testHeart());
    expect(door.health().state).toBe("starting");
    await door.stop();
    expect(door.health().state).toBe("down");
  });

  test("a door that was never opened can be closed", async () => {
    await openDoor().stop();
  });
});

describe("commands", () => {
  test("they are registered once, and again only when they changed", async () => {
    const { records } = world.discord;
    await openDoor().start(testHeart());
    await doors.pop()?.stop();
    await openDoor().start(testHeart());
    await doors.pop()?.stop();
    expect(records.registrations).toBe(1);
    const changed = testHeart();
    changed.commands = [
      ...changed.commands,
      { words: ["poll", "close"], about: "Close it", does: "poll.close" },
    ];
    await openDoor().start(changed);
    expect(records.registrations).toBe(2);
    const poll = records.commands.find((command) => command.name === "poll");
    expect(poll?.options.map((option) => option.name)).toEqual(["now", "skip", "close"]);
  });

  test("/setup shows only for those who may manage the server; every command works on servers alone", async () => {
    await openDoor().start(testHeart());
    const shown = Object.fromEntries(
      world.discord.records.commands.map((command) => [command.name, command.default_member_permissions]),
    );
    expect(shown).toEqual({ plan: null, setup: "32", poll: null, idea: null });
    expect(world.discord.records.commands.map((command) => command.contexts)).toEqual([[0], [0], [0], [0]]);
  });

  test("registering fails: the door opens all the same, and the log says so", async () => {
    world.discord.faults.next({ kind: "status", status: 500 }, /commands/, 2);
    const door = openDoor();
    await door.start(testHeart());
    expect(door.health().state).toBe("up");
    expect(lines.join("\n")).toContain("commands were not registered");
  });
});

test("the log never holds what people wrote, nor their names", async () => {
  const heart = testHeart();
  heart.says.set("plan.show", () => Promise.reject(new Error("Amina wrote a secret")));
  await openDoor().start(heart);
  const amina = await world.person("Amina");
  await amina.commands("plan");
  world.discord.faults.next({ kind: "refused", status: 400, code: 50035, message: "a secret" }, /callback/);
  await amina.commands("idea a secret");
  expect(lines.join("\n")).not.toMatch(/secret|Amina/);
  expect(lines.length).toBeGreaterThan(2);
});
