/** Redraws are few, letters are retried as asked, and what changes while a post is on its way is drawn again. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { address } from "../../src/bot/action.ts";
import { adds, atOnce, question, questions } from "../faults/ledger.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone } from "../support/world.ts";

let world: DiscordWorld;
let story: Story;
let amina: Someone;

beforeEach(async () => {
  world = await openDiscordWorld();
  story = await startStory({ world });
  amina = await world.person("Amina");
});
afterEach(async () => {
  const broken = world.violations();
  await story.ends();
  expect(broken).toEqual([]);
});

const redraws = () =>
  world.discord.calls.filter(
    (call) => call.method === "PATCH" && call.path.includes(world.boardChannel.channel),
  ).length;
const db = () => story.house.database.read;

/** Changes the list of ideas, by somebody of their own each time. */
async function changes(count: number): Promise<void> {
  const people = await Promise.all([...Array(count).keys()].map((nth) => world.person(`Young ${nth}`)));
  for (const [nth, person] of people.entries())
    await story.house.bot.answer({
      key: `change-${nth}`,
      from: "form",
      person: person.visitor,
      place: world.boardChannel,
      does: address("idea.save", { b: story.boardId }),
      fields: { text: `${"abcdefghijklmnopqrstuvwxyz"[nth % 26]?.repeat(7)} ${nth * 7919}`, named: "no" },
    });
}

describe("a post that changes often", () => {
  it("a hundred changes in one second are drawn a few times, and the last state stands", async () => {
    const before = redraws();
    await changes(100);
    await story.settles();
    await story.settles();
    expect(redraws() - before).toBeLessThanOrEqual(5);
    expect(redraws() - before).toBeGreaterThan(0);
    const last = await db().option.findFirstOrThrow({ where: { off: false }, orderBy: { number: "desc" } });
    expect(story.finds(question).text).toContain(last.text);
    expect(await db().letter.count({ where: { kind: "redraw" } })).toBe(0);
  });

  it("hours later it is drawn minutes apart, since Discord counts edits of old messages", async () => {
    await story.waits({ hours: 2 });
    await adds(amina, "Ice skating");
    await story.settles();
    const before = redraws();
    await adds(amina, "Bowling");
    await story.settles();
    expect(redraws()).toBe(before);
    await story.waits({ minutes: 4 });
    expect(redraws()).toBe(before + 1);
    expect(story.finds(question).text).toContain("Bowling");
  });

  it("what changes while it is being drawn is drawn again", async () => {
    await story.waits({ minutes: 1 });
    world.discord.faults.next({ kind: "slow", ms: 300 }, /^PATCH .*messages/);
    await adds(amina, "Ice skating");
    const settling = story.settles();
    await adds(amina, "Bowling");
    await settling;
    await story.settles();
    await story.settles();
    expect(story.finds(question).text).toContain("Ice skating");
    expect(story.finds(question).text).toContain("Bowling");
    expect(await db().letter.count({ where: { kind: "redraw" } })).toBe(0);
  });

  it("a redraw that was given up does not keep the next one from being drawn", async () => {
    world.discord.faults.next({ kind: "refused", status: 403, code: 50_013 }, /^PATCH .*messages/, 500);
    await adds(amina, "Ice skating");
    await story.waits({ days: 1, hours: 1 });
    world.discord.faults.clear();
    await adds(amina, "Bowling");
    await story.waits({ minutes: 30 });
    expect(story.finds(question).text).toContain("Bowling");
  });

  it("a post that somebody deleted is not drawn, nor posted again", async () => {
    const message = world.discord.records.messages.get(story.finds(question).id);
    if (message) message.gone = true;
    await amina.forges(address("idea.add", { b: story.boardId }));
    await amina.fills({ text: "Ice skating" });
    await story.settles();
    await story.settles();
    expect(questions(world)).toHaveLength(0);
    expect(await db().letter.count({ where: { kind: "redraw" } })).toBe(0);
    expect((await db().post.findFirstOrThrow({ where: { key: { contains: ":card" } } })).gone).toBe(true);
  });
});

describe("a letter on its way", () => {
  it("that changes before it stands is drawn again as soon as it does", async () => {
    await story.waits({ days: 5, hours: 1 });
    world.discord.faults.next({ kind: "slow", ms: 400 }, /^POST .*messages/);
    const opening = story.waits({ days: 2 });
    const until = async () => (await db().poll.count({ where: { state: "open" } })) > 0;
    while (!(await until())) await new Promise((done) => setTimeout(done, 10));
    const early = story.house.bot.answer({
      key: "early",
      from: "form",
      person: amina.visitor,
      place: world.boardChannel,
      does: address("idea.save", { b: story.boardId }),
      fields: { text: "Ice skating", named: "no" },
    });
    await Promise.all([opening, early]);
    await story.settles();
    await story.settles();
    expect(questions(world)).toHaveLength(2);
    expect(story.finds(question).text).toContain("Ice skating");
  });

  it("is swept twice at once, and leaves once", async () => {
    await story.waits({ days: 4, hours: 23 });
    await atOnce([1, 2, 3].map(() => () => story.house.outbox.sweep()));
    await story.waits({ hours: 2 });
    await atOnce([1, 2, 3].map(() => () => story.house.beat()));
    const results = world
      .posts(world.boardChannel)
      .filter((post) => post.text.includes("no ideas this time"));
    expect(results).toHaveLength(1);
  });
});
