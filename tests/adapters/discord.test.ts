/** The Discord door, through the real discord.js client and a local Discord. The heart here is a small one of our own. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Adapter } from "../../src/bot/index.ts";
import { type TestHeart, testHeart } from "../support/discord/heart.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";

let world: DiscordWorld;
let heart: TestHeart;
let door: Adapter;

beforeEach(async () => {
  world = await openDiscordWorld();
  heart = testHeart();
  door = world.openDoor();
  await door.start(heart);
});

afterEach(async () => {
  await door.stop();
  await world.close();
  expect(world.violations()).toEqual([]);
});

describe("pressing", () => {
  test("a command is answered for its author alone", async () => {
    const amina = await world.person("Amina");
    await amina.commands("plan");
    expect(amina.sees()?.text).toBe("plan.show");
  });
});
