/** The process stops and starts in the middle of a poll: nothing is lost, and nothing is said twice. */
import { afterEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, question, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";

describe.each(doors)("a restart in the middle, on $name", ({ open }) => {
  let story: Story;
  afterEach(() => endsWell(story));

  it("keeps the ideas, Amina's picks and the buttons on every post; the close counts them once", async () => {
    const world = await open();
    story = await startStory({ world });
    const amina = await somebody(world, "Amina");
    const ben = await somebody(world, "Ben");
    await adds(story, amina, "Ice skating");
    await picks(story, amina, ["Ice skating"]);

    await story.restarts();
    await picks(story, ben, ["Ice skating"]);
    await amina.presses("Choose", story.finds(question));
    expect(reads(amina)).toContain("Saved: Ice skating");
    await amina.presses("Nothing this time, thanks");
    await story.restarts();
    await story.waits({ days: 5, hours: 1 });
    await story.restarts();

    const posts = world.posts(world.boardChannel);
    expect(posts.filter((post) => post.text.includes(question))).toHaveLength(1);
    const results = posts.filter((post) => post.text.includes("Here is what you chose"));
    expect(results).toHaveLength(1);
    expect(results[0]?.text).toContain("2 of 2 of you took part.");
    expect(world.posts(world.staffChannel)).toHaveLength(1);
  });
});
