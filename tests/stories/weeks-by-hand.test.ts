/** Weeks that staff moved by hand: what is said afterwards is what then happens. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, endsWell, question, reads } from "../support/acts.ts";
import { monday, type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

let story: Story;
let amina: Someone;
let sam: Someone;

async function begin(board: Record<string, string | number> = {}, at = monday) {
  const world = webWorld();
  story = await startStory({ world, at, board: { nation: "none", ...board } });
  amina = await world.person("Amina");
  sam = await world.person("Sam", { staff: true, manages: true });
  await amina.commands("poll status");
}
afterEach(() => endsWell(story));

const posts = (words: string) =>
  story.world.posts(story.world.boardChannel).filter((post) => post.text.includes(words));

describe("after Sam skipped a week", () => {
  beforeEach(async () => {
    await begin();
    await sam.commands("poll skip");
    await sam.presses("Skip that week");
  });

  it("everybody hears of the week after it", async () => {
    await story.waits({ days: 5, hours: 1 });
    for (const words of ["poll status", "plan"]) {
      await amina.commands(words);
      expect(reads(amina), words).toContain("The next question comes on Monday 21 December at 4pm.");
    }
    await story.waits({ days: 9 });
    expect(posts(question)).toHaveLength(2);
  });

  it("and took that back, it is asked as ever", async () => {
    await sam.presses("Undo");
    await story.waits({ days: 7 });
    expect(posts(question)).toHaveLength(2);
  });

  it("the open poll can be given all the time until 12 hours before the next", async () => {
    await sam.commands("poll extend");
    expect(sam.sees()?.menus[0]?.choices).toHaveLength(7);
  });
});

describe("more time", () => {
  it("is not there when the next poll opens within 12 hours of it", async () => {
    await begin({ openHours: 144 });
    await sam.commands("poll extend");
    expect(reads(sam)).toContain("It can't be longer. The next one opens on Monday");
    expect(reads(sam)).toContain("12 hours must lie between.");
  });

  it("keeps the hour of the close when the clocks change in between", async () => {
    await begin({}, new Date("2027-03-22T16:00:00Z"));
    await sam.commands("poll extend");
    expect(sam.sees()?.menus[0]?.choices).toEqual(["Sunday at 4pm"]);
    await sam.chooses(["Sunday at 4pm"]);
    await story.settles();
    expect(story.finds(question).text).toContain(
      "Open until Sunday at 4pm. New ideas until Saturday at 4pm.",
    );
  });

  it("for a poll that Sam asked before its week reaches to the week after", async () => {
    await begin();
    await story.waits({ days: 5, hours: 18 });
    await sam.commands("poll now");
    await sam.presses("Post it");
    await sam.commands("poll extend");
    expect(sam.sees()?.menus[0]?.choices.length).toBeGreaterThan(0);
  });

  it("cannot be taken back once the old close has passed", async () => {
    await begin();
    await sam.commands("poll extend");
    await sam.chooses(sam.sees()?.menus[0]?.choices ?? []);
    const undo = sam.sees();
    await story.waits({ days: 5, hours: 1 });
    await sam.presses("Undo", undo);
    expect(reads(sam)).toContain("It went out already, so it can't be undone.");
    await story.waits({ days: 1 });
    expect(posts("Here is what you chose")).toHaveLength(1);
  });
});

describe("a board that moves to another channel in the middle of a poll", () => {
  it("takes its poll along, once, and both posts go on living", async () => {
    await begin();
    const there = await story.world.newChannel("new-home");
    await sam.commands("setup", story.world.staffChannel);
    await sam.presses("Name and channels");
    await sam.fills({ boardChannel: there.channel });
    await story.settles();
    const moved = () => story.world.posts(there).filter((post) => post.text.includes(question));
    expect(moved()).toHaveLength(1);
    await amina.presses("Add my idea", moved()[0]);
    await amina.fills({ text: "Ice skating" });
    await story.waits({ minutes: 5 });
    expect(moved()[0]?.text).toContain("1  Ice skating");
    expect(posts(question)[0]?.text).toContain("1  Ice skating");
    await story.waits({ days: 5 });
    expect(moved()[0]?.text).toContain("This one is closed.");
  });
});

describe("a written reply", () => {
  it("that comes after the close is kept for the next poll if Amina likes", async () => {
    await begin();
    await story.waits({ days: 5, hours: 1 });
    await amina.replies(story.finds(question), "Ice skating");
    expect(reads(amina)).toContain("That poll is closed now. Your words: “Ice skating”.");
    await amina.presses("Keep it for the next one");
    expect(reads(amina)).toContain("Kept: Ice skating. It goes on the next list.");
    await story.waits({ days: 2 });
    expect(story.finds(question).text).toContain("1  Ice skating");
  });

  it("can be deleted after the close without its idea leaving the table", async () => {
    await begin();
    const message = await amina.replies(story.finds(question), "Ice skating");
    await adds(story, amina, "Film night");
    await story.waits({ days: 7 });
    await amina.deletes(message);
    await story.settles();
    expect(story.finds(question).text).toContain("Still on the table");
    expect(story.finds(question).text).toContain("Ice skating");
  });
});
