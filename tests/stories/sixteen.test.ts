/** Slack is for people of 16 and over: each is asked once, at the first act, and nobody else anywhere. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endsWell, question, reads } from "../support/acts.ts";
import { slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";
import type { World } from "../support/world.ts";

let world: World;
let story: Story;

beforeEach(async () => {
  world = await slackWorld();
  story = await startStory({ world });
});
afterEach(() => endsWell(story));

describe("Slack's question about being 16", () => {
  it("is asked of Amina once, and she goes on to where she was", async () => {
    const amina = await world.person("Amina");
    await amina.presses("Add my idea", story.finds(question));
    expect(reads(amina)).toContain("Are you 16 or over?");
    await amina.presses("Yes, I am");
    await amina.presses("Go on");
    await amina.fills({ text: "Ice skating" });
    await amina.presses("Choose", story.finds(question));
    expect(reads(amina)).toContain("You have not chosen yet.");
  });

  it("shows Ben what he had written, and keeps nothing of it before he has answered", async () => {
    const ben = await world.person("Ben");
    await ben.replies(story.finds(question), "can we go bowling");
    expect(reads(ben)).toContain("Are you 16 or over?");
    expect(reads(ben)).toContain("can we go bowling");
    expect(await story.house.database.read.idea.count()).toBe(0);
  });

  it("is answered with no by Cerys: she takes no part, is not on the board, and still gets help", async () => {
    const cerys = await world.person("Cerys");
    await cerys.presses("Choose", story.finds(question));
    await cerys.presses("No, not yet");
    expect(reads(cerys)).toContain("there are other ways to join in");
    await cerys.commands("idea Ice skating");
    expect(reads(cerys)).toContain("You can't take part on Slack yet.");
    await cerys.presses("Get help", story.finds(question));
    expect(reads(cerys)).toContain("999");
    expect(await story.house.database.read.member.count()).toBe(0);
    expect(await story.house.database.read.idea.count()).toBe(0);
  });
});
