/** Section 4 of issue 2: a token is revoked. That door is down and says so; the other one goes on; nothing is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { serveHealth } from "../../src/health.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import { type SlackWorld, slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";
import { question } from "./ledger.ts";

let discord: DiscordWorld;
let slack: SlackWorld;
let story: Story;
let health: Awaited<ReturnType<typeof serveHealth>>;
let lines: string[];
const note = (facts: object, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`);
const log = { info: note, warn: note, error: note };

beforeEach(async () => {
  lines = [];
  discord = await openDiscordWorld({ log, patience: { again: 50, goodbye: 300 } });
  slack = await slackWorld({ log });
  story = await startStory({ world: discord, also: [slack] });
  const { keep } = story.house.database;
  // The board hangs on Slack as well.
  await keep((tx) =>
    tx.hanging.create({
      data: {
        id: "on-slack",
        boardId: story.boardId,
        platform: "slack",
        workspace: slack.workspace,
        boardChannel: slack.boardChannel.channel,
        staffChannel: slack.staffChannel.channel,
        staffRoles: "",
        staffPeople: "",
        staffByChannel: true,
        leadPeople: "",
        state: "ok",
      },
    }),
  );
  health = await serveHealth(
    {
      database: story.house.database,
      doors: story.house.doors,
      lastTick: story.house.lastTick,
      now: () => story.clock.now(),
    },
    0,
  );
});
afterEach(async () => {
  await health.close();
  await story.ends();
});

const look = async () => {
  const answer = await fetch(`http://127.0.0.1:${health.port}/healthz`);
  return {
    status: answer.status,
    ...((await answer.json()) as { doors: Record<string, { state: string; hint?: string }> }),
  };
};
const untilDown = (door: string) =>
  vi.waitFor(async () => expect((await look()).doors[door]?.state).toBe("down"), {
    timeout: 8_000,
    interval: 20,
  });
/** Pushes the clock a little at a time: what was late is tried again. */
const aWhile = () => story.waits({ minutes: 20 });
const results = (world: DiscordWorld | SlackWorld) =>
  world.posts(world.boardChannel).filter((post) => post.text.includes("no ideas this time"));

describe("all is well", () => {
  it("when both doors are open", async () => {
    expect(await look()).toMatchObject({
      status: 200,
      doors: { discord: { state: "up" }, slack: { state: "up" } },
    });
  });
});

describe("Discord's token is revoked", () => {
  it("its door is down and says which token to renew; on Slack the result comes in time; Discord's letter waits", async () => {
    discord.discord.settings.token = "another";
    discord.discord.gateway.closeWith(4004);
    await untilDown("discord");
    expect(await look()).toMatchObject({
      status: 503,
      doors: { discord: { hint: expect.stringContaining("DISCORD_TOKEN") }, slack: { state: "up" } },
    });
    expect(lines.join("\n")).toContain("DISCORD_TOKEN");

    await story.waits({ days: 5, hours: 1 });
    expect(results(slack)).toHaveLength(1);
    expect(results(discord)).toHaveLength(0);
    const waiting = await story.house.database.read.letter.findMany({
      where: { state: "waiting", platform: "discord", key: { contains: "result" } },
    });
    expect(waiting).toMatchObject([{ attempts: 0 }]);
  });

  it("the token is put right and Sayso starts again: the letter arrives, once", async () => {
    const { token } = discord.discord.settings;
    discord.discord.settings.token = "another";
    discord.discord.gateway.closeWith(4004);
    await untilDown("discord");
    await story.waits({ days: 5, hours: 1 });
    discord.discord.settings.token = token;
    await story.restarts();
    await story.settles();
    expect(results(discord)).toHaveLength(1);
    expect(results(slack)).toHaveLength(1);
  });
});

describe("Slack's bot token is revoked", () => {
  it("the next call finds out: its door is down and says so; on Discord the result comes in time", async () => {
    slack.slack.faults.botToken = "token_revoked";
    await story.waits({ days: 5, hours: 1 });
    await untilDown("slack");
    expect(await look()).toMatchObject({
      status: 503,
      doors: { slack: { hint: expect.stringContaining("SLACK_BOT_TOKEN") }, discord: { state: "up" } },
    });
    expect(lines.join("\n")).toContain("SLACK_BOT_TOKEN");
    expect(results(discord)).toHaveLength(1);
    expect(results(slack)).toHaveLength(0);
  });

  it("Slack says so by an event: the same, and once it is put right the letter arrives", async () => {
    slack.slack.faults.botToken = "token_revoked";
    await slack.happens({ type: "tokens_revoked", tokens: { bot: ["U0SAYSOBOT"] } });
    await untilDown("slack");
    await story.waits({ days: 5, hours: 1 });
    expect(results(discord)).toHaveLength(1);
    delete slack.slack.faults.botToken;
    await story.restarts();
    await aWhile();
    expect(results(slack)).toHaveLength(1);
    expect(results(discord)).toHaveLength(1);
  });
});

it("both doors show the question while all is well", () => {
  expect(story.finds(question).text).toContain("No ideas yet");
});
