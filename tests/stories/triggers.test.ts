/** What staff can set off: each says before what will happen, and can be undone where nothing has gone out. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, question, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

describe.each(doors)("staff's triggers, on $name", ({ open }) => {
  let world: World;
  let story: Story;
  let amina: Someone;
  let sam: Someone;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
    amina = await somebody(world, "Amina");
    sam = await somebody(world, "Sam", { staff: true, manages: true });
    await adds(story, amina, "Ice skating");
  });
  afterEach(() => endsWell(story));

  const posted = () => world.posts(world.boardChannel).filter((post) => post.text.includes(question));

  it("Amina, who is no worker, is kindly told that these are for workers", async () => {
    for (const words of ["poll now", "poll preview", "poll skip", "poll close", "poll extend", "ask"]) {
      await amina.commands(words);
      expect(amina.seesForm(), words).toBeUndefined();
      expect(reads(amina), words).toContain("This one is for workers.");
    }
  });

  it("Sam looks at the next poll beforehand, and exactly that goes out", async () => {
    await story.waits({ days: 5, hours: 18 });
    await sam.commands("poll preview");
    const note = "This is what would go out. Only you see this.";
    expect(reads(sam)).toContain(note);
    const seen = sam.sees();
    await story.waits({ days: 1, hours: 6 });
    expect(posted()).toHaveLength(2);
    const lines = (text = "") => text.split("\n").filter((line) => line.trim() !== "" && line !== note);
    expect(lines(posted().at(-1)?.text)).toEqual(lines(seen?.text));
    expect(posted().at(-1)?.buttons).toEqual(seen?.buttons);
  });

  it("Sam asks now, before the week's own hour, and hears what that takes the place of", async () => {
    await sam.commands("poll now");
    expect(reads(sam)).toContain("A weekly poll is open already");
    await story.waits({ days: 5, hours: 18 });
    await sam.commands("poll now");
    expect(reads(sam)).toContain("This posts the weekly question to Our Voices now.");
    expect(reads(sam)).toContain("It takes the place of the one that would open on");
    expect(posted()).toHaveLength(1);
    await sam.presses("Post it");
    expect(reads(sam)).toContain("It is on its way to the board.");
    await story.settles();
    expect(posted()).toHaveLength(2);
    await story.waits({ days: 2 });
    expect(posted()).toHaveLength(2);
  });

  it("Sam skips a week, takes that back, and skips it after all", async () => {
    await sam.commands("poll skip");
    expect(reads(sam)).toContain("The question on Monday 14 December at 4pm will not be asked.");
    await sam.presses("Skip that week");
    await sam.presses("Undo");
    expect(reads(sam)).toContain("will be asked after all");
    await sam.commands("poll skip");
    await sam.presses("Skip that week");
    await story.waits({ days: 8 });
    expect(posted()).toHaveLength(1);
    await story.waits({ days: 7 });
    expect(posted()).toHaveLength(2);
  });

  it("Sam gives more time, takes that back, gives it again, and closes by hand", async () => {
    await sam.commands("poll extend");
    expect(sam.sees()?.menus[0]?.choices).toHaveLength(1);
    const [later = ""] = sam.sees()?.menus[0]?.choices ?? [];
    expect(later).toContain("Sunday");
    await sam.chooses([later]);
    await story.settles();
    expect(posted()[0]?.text).toContain("Open until Sunday at 4pm.");
    await sam.presses("Undo");
    expect(reads(sam)).toContain("Back to Saturday");
    await sam.commands("poll extend");
    await sam.chooses([later]);
    await story.waits({ days: 5, hours: 1 });
    await picks(story, amina, ["Ice skating"]);
    expect(reads(amina)).toContain("Saved: Ice skating");

    await sam.commands("poll close");
    expect(reads(sam)).toContain("It can't be undone.");
    await sam.presses("Close it now");
    await story.settles();
    expect(story.finds("Here is what you chose").text).toContain("1. Ice skating");
    expect(posted()[0]?.buttons).not.toContain("Choose");
  });

  it("Sam's own question runs beside the weekly one, and both can be chosen from", async () => {
    await sam.commands("ask");
    await sam.fills({ question: "Which colour?", options: "Blue\nGreen" });
    expect(reads(sam)).toContain("This posts to Our Voices when you press Post it.");
    await sam.presses("Post it");
    await story.settles();
    await picks(story, amina, ["Green"], "Which colour?");
    expect(reads(amina)).toContain("Saved: Green");
    await picks(story, amina, ["Ice skating"]);
    expect(reads(amina)).toContain("Saved: Ice skating");
    await sam.commands("poll close");
    expect(sam.sees()?.buttons).toEqual([question, "Which colour?"]);
    await story.waits({ days: 3 });
    const results = world.posts(world.boardChannel).filter((post) => post.text.includes("Which colour?"));
    expect(results).toHaveLength(2);
    expect(results[1]?.text).toContain("1. Green");
    expect(posted()[0]?.buttons).toContain("Choose");
    expect(world.posts(world.staffChannel)).toEqual([]);
  });
});
