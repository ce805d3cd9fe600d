/** Weeks that do not go as planned: the process was off, a bank holiday, own days off, changed clocks. */
import { afterEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, question, reads } from "../support/acts.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

let story: Story;
let amina: Someone;
let sam: Someone;
afterEach(() => endsWell(story));

async function begin(at?: string, board: Record<string, string | number> = {}) {
  const world = webWorld();
  story = await startStory({ world, board, ...(at ? { at: new Date(at) } : {}) });
  amina = await world.person("Amina");
  sam = await world.person("Sam", { staff: true, manages: true });
}

const posts = () => story.world.posts(story.world.boardChannel).map((post) => post.text);
const asked = () => posts().filter((text) => text.includes(question));
const toStaff = () => story.world.posts(story.world.staffChannel).map((post) => post.text);

describe("after the process was off", () => {
  it("for eight days, the old poll is closed, and this week's opens, late but whole", async () => {
    await begin();
    await adds(story, amina, "Ice skating");
    await picks(story, amina, ["Ice skating"]);
    await story.settles();
    await story.sleeps({ days: 8 });
    await story.settles();
    expect(story.finds("Here is what you chose").text).toContain("1. Ice skating");
    expect(asked()).toHaveLength(2);
    expect(asked()[0]).toContain("This one is closed.");
    expect(asked()[1]).toContain("Open until Saturday at 4pm.");
    expect(toStaff().join()).not.toContain("was missed");
  });

  it("for two weeks, only the newest week opens, and staff hear of the one that was missed", async () => {
    await begin();
    await story.sleeps({ days: 15 });
    await story.settles();
    expect(asked()).toHaveLength(2);
    expect(toStaff()).toEqual([
      "The weekly question on Monday 14 December 2026 was missed: Sayso was not running. Use /poll now to ask anyway.",
    ]);
    await story.waits({ days: 1 });
    expect(toStaff()).toHaveLength(1);
  });

  it("until nobody would have 48 hours, the week is missed, and Sam may ask by hand", async () => {
    await begin();
    await story.sleeps({ days: 12 });
    await story.settles();
    expect(asked()).toHaveLength(1);
    expect(toStaff().join()).toContain("14 December 2026 was missed");
    await sam.commands("poll now");
    expect(reads(sam)).toContain("It takes the place of the one that would open on Monday");
  });
});

describe("a week off", () => {
  it("for the bank holiday is left out, and staff read why", async () => {
    await begin("2026-12-21T16:00:00Z");
    await sam.commands("poll status");
    await story.waits({ days: 6 });
    await sam.commands("poll status");
    expect(reads(sam)).toContain("The next question comes on Monday 4 January at 4pm.");
    await story.waits({ days: 2 });
    expect(asked()).toHaveLength(1);
    expect(toStaff()).toEqual([
      "The weekly question on Monday 28 December 2026 was left out: it is a bank holiday.",
    ]);
    await story.waits({ days: 6 });
    expect(asked()).toHaveLength(2);
  });

  it("that Sam set is left out, too", async () => {
    await begin();
    await sam.commands("setup", story.world.staffChannel);
    await sam.presses("Quiet time and weeks off");
    await sam.fills({ daysOff: "2026-12-14 to 2026-12-20" });
    await story.waits({ days: 8 });
    expect(asked()).toHaveLength(1);
    expect(toStaff().join()).toContain("one of your own dates");
  });
});

describe("when the clocks change", () => {
  it("the poll still opens and closes at four on the wall", async () => {
    await begin("2027-03-22T16:00:00Z", { nation: "none" });
    await story.waits({ days: 7 });
    expect(asked()).toHaveLength(2);
    expect(story.clock.now().toISOString()).toBe("2027-03-29T16:00:00.000Z");
    const [, second] = await story.house.database.read.poll.findMany({ orderBy: { number: "asc" } });
    expect(second?.opensAt.toISOString()).toBe("2027-03-29T15:00:00.000Z");
    expect(second?.closesAt.toISOString()).toBe("2027-04-03T15:00:00.000Z");
  });
});
