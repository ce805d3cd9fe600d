/** `GET /healthz`: what whoever watches the machine can see, and when it says that something is wrong. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discordDoor } from "../../adapters/discord/main.ts";
import { DoorError } from "../../src/bot/index.ts";
import { serveHealth } from "../../src/health.ts";
import { openDiscordWorld } from "../support/discord/world.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";

let story: Story;
let health: Awaited<ReturnType<typeof serveHealth>>;
let minutesOn = 0;

beforeEach(async () => {
  minutesOn = 0;
  story = await startStory({ world: webWorld() });
  const { house } = story;
  const now = () => new Date(story.clock.now().getTime() + minutesOn * 60_000);
  health = await serveHealth(
    { database: house.database, doors: house.doors, lastTick: house.lastTick, now },
    0,
  );
});
afterEach(async () => {
  await health.close();
  await story.ends();
});

const ask = (path = "/healthz", method = "GET") =>
  fetch(`http://127.0.0.1:${health.port}${path}`, { method });
const look = async () => {
  const answer = await ask();
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

describe("what it shows", () => {
  it("all is well: the database, each door, the last tick, and nothing more", async () => {
    const { status, body } = await look();
    expect(status).toBe(200);
    expect(body).toEqual({
      well: true,
      database: "up",
      doors: { web: { state: "up" } },
      lastTick: story.clock.now().toISOString(),
    });
  });

  it("a heartbeat that stands still for more than three minutes", async () => {
    minutesOn = 4;
    expect(await look()).toMatchObject({ status: 503, body: { well: false, database: "up" } });
  });

  it("a door that was refused at the start: it stays in sight, with what mends it", async () => {
    const world = await openDiscordWorld();
    const log = { info() {}, warn() {}, error() {} };
    const door = discordDoor({
      token: "not.the.token",
      apiUrl: world.discord.apiUrl,
      log,
      patience: { goodbye: 300 },
    });
    await expect(story.house.open(door)).rejects.toBeInstanceOf(DoorError);
    expect(await look()).toMatchObject({
      status: 503,
      body: {
        doors: {
          discord: { state: "down", hint: expect.stringContaining("DISCORD_TOKEN") },
          web: { state: "up" },
        },
      },
    });
    await world.close();
  });

  it("nothing else is there, and nothing can be changed", async () => {
    expect((await ask("/")).status).toBe(404);
    expect((await ask("/healthz", "POST")).status).toBe(404);
    expect((await ask("/healthz/../metrics")).status).toBe(404);
  });
});
