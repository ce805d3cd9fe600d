/** What stands on the list: 25 at most, four polls long, and anyone can bring back what rests. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, chooses, endsWell, picks, question, reads } from "../support/acts.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

let story: Story;
let amina: Someone;
let ben: Someone;
let sam: Someone;

beforeEach(async () => {
  const world = webWorld();
  story = await startStory({ world, board: { nation: "none" } });
  amina = await world.person("Amina");
  ben = await world.person("Ben");
  sam = await world.person("Sam", { staff: true, manages: true });
});
afterEach(() => endsWell(story));

const places =
  "Aquarium Beach Castle Dairy Estuary Forest Garden Harbour Island Jungle Kitchen Library Museum Nursery Orchard Palace Quarry River Stadium Theatre University Village Waterfall Yard Zoo".split(
    " ",
  );

/** The lines of the open list, without their numbers. */
const list = () =>
  story
    .finds(question)
    .text.split("\n")
    .flatMap((line) => line.match(/^\d+ {2}(.*?)(?: \(from staff\))?$/)?.[1] ?? []);

describe("the list of ideas", () => {
  it("holds 25; the oldest one carried over rests for Amina's new one, and Ben brings it back", async () => {
    for (const [index, place] of places.entries()) {
      await adds(story, sam, `Trip: ${place}`);
      if (index < 2) await story.settles();
    }
    await story.waits({ days: 7 });
    expect(list()).toHaveLength(25);
    await adds(story, amina, "Ice skating");
    await story.settles();
    expect(list()).toHaveLength(25);
    expect(list()).not.toContain("Trip: Aquarium");
    expect(list()).toContain("Ice skating");

    await adds(story, ben, "trip: aquarium");
    expect(reads(ben)).toContain("Is it the same as Trip: Aquarium?");
    await ben.presses("Choose", story.finds(question));
    expect(ben.sees()?.menus[0]?.choices).toHaveLength(25);
    await ben.presses("Older ideas");
    expect(ben.sees()?.menus[0]?.choices).toEqual(["Trip: Aquarium"]);
    await ben.chooses(["Trip: Aquarium"]);
    expect(reads(ben)).toContain("It is back: Trip: Aquarium.");
    await story.settles();
    expect(list()).toHaveLength(25);
    expect(list()).toContain("Trip: Aquarium");
    expect(list()).not.toContain("Trip: Beach");
  });

  it("keeps an idea that nobody chose for four polls; then it rests until Ben brings it back", async () => {
    await adds(story, amina, "Ice skating");
    for (const week of [1, 2, 3, 4]) {
      await story.settles();
      expect(list(), `week ${week}`).toEqual(["Ice skating"]);
      await story.waits({ days: 7 });
    }
    expect(story.finds(question).text).toContain("No ideas yet.");
    await ben.presses("Choose", story.finds(question));
    await ben.presses("Older ideas");
    await ben.chooses(["Ice skating"]);
    await story.settles();
    expect(list()).toEqual(["Ice skating"]);
  });

  it("takes an idea of the last day for the next time, and Amina is told so", async () => {
    await story.waits({ days: 4, hours: 1 });
    expect(story.finds(question).text).toContain("New ideas are closed for this one.");
    expect(story.finds(question).buttons).toEqual(["Choose", "Get help"]);
    await amina.commands("idea Ice skating");
    expect(reads(amina)).toContain("Kept: Ice skating. It goes on the next list.");
    await story.settles();
    expect(list()).toEqual([]);
    await story.waits({ days: 3 });
    expect(list()).toEqual(["Ice skating"]);
  });

  it("takes new ideas for longer when Sam gives more time, and says when that ends", async () => {
    await story.waits({ days: 4, hours: 1 });
    await sam.commands("poll extend");
    await sam.chooses(sam.sees()?.menus[0]?.choices ?? []);
    await story.waits({ minutes: 10 });
    expect(story.finds(question).text).toContain("New ideas until Saturday at 4pm.");
    await story.waits({ days: 1 });
    expect(story.finds(question).text).toContain("New ideas are closed for this one.");
    expect(story.finds(question).text).toContain("Open until Sunday at 4pm.");
  });

  it("no longer counts a pick of what was taken back, and the winner was chosen by those who are left", async () => {
    await adds(story, amina, "Ice skating");
    await adds(story, ben, "Film night");
    await picks(story, ben, ["Ice skating", "Film night"]);
    await amina.presses("Take it back");
    await ben.presses("Choose", story.finds(question));
    expect(reads(ben)).toContain("Saved: Film night");
    await chooses(ben, []);
    expect(reads(ben)).toContain("Saved: nothing this time.");
    await story.waits({ days: 5 });
    expect(story.finds("Here is what you chose").text).toContain("Nobody picked anything this time.");
  });
});
