/** Quiet time holds back new posts and private messages, never direct answers, redraws or help. */
import { afterEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, question, reads, writes } from "../support/acts.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

let story: Story;
let amina: Someone;
let sam: Someone;
afterEach(() => endsWell(story));

/** The first poll opens on Monday at 4pm and is open for this many hours. */
async function begin(openHours: number) {
  const world = webWorld();
  story = await startStory({ world, board: { openHours } });
  amina = await world.person("Amina");
  sam = await world.person("Sam", { staff: true, manages: true });
}

const posts = (words: string) =>
  story.world.posts(story.world.boardChannel).filter((post) => post.text.includes(words));

describe("in quiet time", () => {
  it("Amina still adds, writes, chooses and finds help, and the post shows it", async () => {
    await begin(120);
    await story.waits({ hours: 5 });
    await adds(story, amina, "Ice skating");
    await picks(story, amina, ["Ice skating"]);
    expect(reads(amina)).toContain("Saved: Ice skating");
    await writes(story, amina, "Film night");
    await story.waits({ minutes: 5 });
    expect(story.finds(question).text).toContain("2  Film night");
    await amina.presses("Get help", story.finds(question));
    expect(reads(amina)).toContain("999");
  });

  it("a poll closes on the hour, but its result, the card for staff and the reminder wait until eight", async () => {
    await begin(52);
    await amina.commands("reminders");
    await amina.presses("Remind me before it closes");
    const ben = await story.world.person("Ben");
    await adds(story, ben, "Ice skating");
    await picks(story, ben, ["Ice skating"]);
    await story.waits({ hours: 30 });
    expect(amina.inbox()).toEqual([]);
    await story.waits({ hours: 11 });
    expect(amina.inbox()).toHaveLength(1);

    await story.waits({ hours: 12 });
    expect(story.clock.now().toISOString()).toBe("2026-12-09T21:00:00.000Z");
    await amina.presses("Choose", amina.inbox()[0]);
    expect(reads(amina)).toContain("That poll has closed, so this was not counted.");
    expect(story.finds(question).text).toContain("This one is closed.");
    expect(posts("Here is what you chose")).toEqual([]);
    expect(story.world.posts(story.world.staffChannel)).toEqual([]);
    await story.waits({ hours: 11, minutes: 1 });
    expect(posts("Here is what you chose")).toHaveLength(1);
    expect(story.finds("What happens next?", "staff").text).toContain("Ice skating");
  });

  it("Sam asks now: it says that the post waits, and can be undone until then", async () => {
    await begin(48);
    await story.waits({ days: 2, hours: 5 });
    await sam.commands("poll now");
    expect(reads(sam)).toContain("It is quiet time, so the post waits until");
    await sam.presses("Post it");
    expect(reads(sam)).toContain("Until then you can undo it.");
    expect(posts(question)).toHaveLength(1);
    await sam.presses("Undo");
    expect(reads(sam)).toContain("Undone. Nothing went out.");
    await story.waits({ hours: 12 });
    expect(posts(question)).toHaveLength(1);

    await story.waits({ hours: 12 });
    await sam.commands("poll now");
    await sam.presses("Post it");
    const undo = sam.sees();
    await story.waits({ hours: 12 });
    expect(posts(question)).toHaveLength(2);
    await sam.presses("Undo", undo);
    expect(reads(sam)).toContain("It went out already, so it can't be undone.");
  });

  it("Sam's own question waits until eight, too, and can be undone until then", async () => {
    await begin(48);
    await story.waits({ hours: 5 });
    await sam.commands("ask");
    await sam.fills({ question: "Which colour?", options: "Blue\nGreen" });
    expect(reads(sam)).toContain("It is quiet time, so the post waits until Tuesday at 8am.");
    expect(reads(sam)).toContain("It stays open until Friday at 8am.");
    await sam.presses("Post it");
    await sam.presses("Undo");
    expect(reads(sam)).toContain("Undone. Nothing went out.");
    await story.waits({ hours: 12 });
    expect(posts("Which colour?")).toEqual([]);
    expect(story.finds(question).buttons).toContain("Choose");
  });

  it("Jo's answer is kept at once, and the board and the author read it at eight", async () => {
    await begin(48);
    const jo = await story.world.person("Jo", { staff: true });
    await adds(story, amina, "Ice skating");
    await picks(story, amina, ["Ice skating"]);
    await story.waits({ days: 2, hours: 5 });
    await jo.presses("We can't, and here is why", story.finds("What happens next?", "staff"));
    await jo.fills({ who: "Jo", reason: "no-money", words: "The rink costs too much this year." });
    expect(reads(jo)).toContain("It is quiet time.");
    await story.settles();
    expect(posts("You said: Ice skating")).toEqual([]);
    expect(amina.inbox()).toEqual([]);
    await story.waits({ hours: 11 });
    expect(posts("You said: Ice skating")[0]?.text).toContain("There is no money for it.");
    expect(amina.inbox()[0]?.text).toContain("This was your idea: Ice skating.");
  });
});
