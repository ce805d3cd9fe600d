/** The weekly poll from the calendar to a decision, told by four young people and two workers in the try-out. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

let story: Story;
let amina: Someone;
let ben: Someone;
let sam: Someone;

beforeEach(async () => {
  const world = webWorld();
  story = await startStory({ world });
  amina = await world.person("Amina");
  ben = await world.person("Ben");
  sam = await world.person("Sam", { staff: true, manages: true });
});
afterEach(() => story.ends());

describe("the weekly poll", () => {
  it("opens on the board's own weekday and hour, and says how to take part", () => {
    const post = story.finds("What would you like to do over the next four weeks?");
    expect(post.text).toContain("No ideas yet");
    expect(post.text).toContain("Open until Saturday at 4pm.");
    expect(post.buttons).toEqual(["Choose", "Add my idea", "Get help"]);
  });

  it("takes an idea by form, shows it unnamed, and lets another person choose it", async () => {
    await amina.presses("Add my idea");
    await amina.fills({ text: "Ice skating" });
    expect(amina.sees()?.text).toContain("Added: Ice skating");
    await story.settles();
    const post = story.finds("What would you like to do");
    expect(post.text).toContain("1  Ice skating");
    expect(post.text).not.toContain("Amina");

    await ben.presses("Choose", post);
    await ben.chooses(["1  Ice skating"]);
    expect(ben.sees()?.text).toContain("Saved: Ice skating");
  });

  it("closes by itself, shows the board what it chose, and asks the adults what happens next", async () => {
    await amina.presses("Add my idea");
    await amina.fills({ text: "Ice skating" });
    await amina.presses("Choose", story.finds("What would you like"));
    await amina.chooses(["1  Ice skating"]);
    await story.waits({ days: 5, hours: 1 });
    const result = story.finds("Here is what you chose");
    expect(result.text).toContain("1. Ice skating");
    expect(result.text).toContain("1 of 1 of you took part");
    expect(result.text).toContain("The adults answer here by Saturday 19 December");
    expect(story.finds("What would you like").text).toContain("This one is closed");
  });

  it("takes a reply in the chat as an idea, and answers it privately", async () => {
    await ben.replies(story.finds("What would you like"), "can we go ice skating");
    expect(ben.sees()?.text).toContain("Added: can we go ice skating");
    await story.settles();
    expect(story.finds("What would you like").text).toContain("can we go ice skating");
  });

  it("kindly refuses staff who want to choose", async () => {
    await sam.presses("Choose", story.finds("What would you like"));
    expect(sam.sees()?.text).toContain("This one is for young people");
  });
});
