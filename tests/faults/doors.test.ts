/** Section 4 of issue 2 through the real discord.js and the real Bolt: what only a door can get wrong. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { address } from "../../src/bot/action.ts";
import { openDiscordWorld } from "../support/discord/world.ts";
import { slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";
import { adds, kept, noted, picks, question } from "./ledger.ts";

const worlds: Record<string, () => Promise<World>> = {
  Discord: () => openDiscordWorld(),
  Slack: () => slackWorld(),
};

describe.each(Object.keys(worlds))("on %s", (name) => {
  let story: Story;
  let amina: Someone;
  let ben: Someone;

  beforeEach(async () => {
    const world = await (worlds[name] as () => Promise<World>)();
    story = await startStory({ world });
    amina = await world.person("Amina");
    ben = await world.person("Ben");
    for (const person of [amina, ben]) {
      await person.commands("plan");
      if (name === "Slack") await person.presses("Yes, I am");
    }
    await adds(amina, "Ice skating");
    await story.settles();
  });
  afterEach(async () => {
    const broken = story.world.violations();
    await story.ends();
    expect(broken).toEqual([]);
  });

  it("Ben presses an address that nobody wrote, and hears that it is not known any more", async () => {
    const before = await kept(story);
    await ben.forges("poll.explode?b=1");
    expect(ben.sees()?.text).toContain("I don't know that button any more.");
    expect(await kept(story)).toEqual(before);
    expect(noted(story, "unknown")).toBe(1);
  });

  it("Ben presses Choose on a post whose poll has closed", async () => {
    const { id } = await story.house.database.read.poll.findFirstOrThrow();
    await story.waits({ days: 5, hours: 1 });
    await ben.forges(address("poll.choose", { b: story.boardId, poll: id }));
    expect(ben.sees()?.text).toContain("That poll has closed, so this was not counted.");
    expect(noted(story, "closed")).toBe(1);
  });

  it("Ben's form arrives after its poll closed: his words are kept, and shown to him", async () => {
    await ben.presses("Add my idea", story.finds(question));
    await story.waits({ days: 5, hours: 1 });
    await ben.fills({ text: "Bowling" });
    expect(ben.sees()?.text).toContain("Kept: Bowling.");
    expect(await kept(story)).toMatchObject({ ideas: 2 });
  });

  it("the platform delivers a sent form and a choice twice: each counts once, and the answer stands", async () => {
    await adds(ben, "Bowling");
    await ben.repeats();
    expect(await kept(story)).toMatchObject({ ideas: 2, options: 2 });
    await story.settles();
    await picks(ben, ["Bowling"], story.finds(question));
    await ben.repeats();
    expect(ben.sees()?.text).toContain("Saved: Bowling");
    expect(await kept(story)).toMatchObject({ ballots: 1 });
    expect(noted(story, "repeated")).toBe(2);
  });

  it("it is delivered again after Sayso was started anew: still once, and nobody hears an error", async () => {
    await adds(ben, "Bowling");
    await story.restarts();
    await ben.repeats();
    expect(await kept(story)).toMatchObject({ ideas: 2, options: 2 });
    expect(noted(story, "done-before")).toBe(1);
    expect(ben.sees()?.text).not.toContain("Code:");
  });

  it("Nia, in a channel that is no board's, is told how to join in", async () => {
    const nia = await story.world.person("Nia");
    const music = await story.world.newChannel("music");
    const { id } = await story.house.database.read.poll.findFirstOrThrow();
    const chooses = address("poll.choose", { b: story.boardId, poll: id });
    await nia.forges(chooses, music);
    if (name === "Slack") {
      await nia.presses("Yes, I am");
      await nia.forges(chooses, music);
    }
    expect(nia.sees()?.text).toContain("Join in its own channel first, and you are in.");
    expect(noted(story, "not-a-member")).toBe(1);
  });
});
