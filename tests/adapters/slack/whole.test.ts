/** One board's week on Slack with the real heart: what the door's own tests cannot know. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { slackWorld } from "../../support/slack/world.ts";
import { type Story, startStory } from "../../support/story.ts";
import type { Someone } from "../../support/world.ts";

let story: Story;

beforeEach(async () => {
  story = await startStory({ world: await slackWorld() });
});
afterEach(async () => {
  const broken = story.world.violations();
  await story.ends();
  expect(broken).toEqual([]);
  expect(story.log.filter((line) => /"level":[4-6]0/.test(line))).toEqual([]);
});

const question = "What would you like to do over the next four weeks?";

/** Slack is for people of 16 and over: each is asked once, at their first act. */
async function isSixteen(person: Someone): Promise<void> {
  expect(person.sees()?.text).toContain("16 or over");
  await person.presses("Yes, I am");
}

test("Amina adds an idea, Ben writes one and picks, both see the result, and Sam answers for the adults", async () => {
  const amina = await story.world.person("Amina");
  const ben = await story.world.person("Ben");
  const sam = await story.world.person("Sam", { staff: true });

  await amina.presses("Add my idea");
  await isSixteen(amina);
  await amina.presses("Go on");
  await amina.fills({ text: "Film & <pizza>" });
  expect(amina.sees()?.text).toContain("Added: Film & <pizza>");

  await ben.replies(story.finds(question), "can we go bowling");
  await isSixteen(ben);
  await ben.replies(story.finds(question), "can we go bowling");
  expect(ben.sees()?.text).toContain("bowling");
  await story.settles();
  expect(story.finds(question).text).toContain("Film & <pizza>");
  expect(story.finds(question).text).not.toContain("Amina");

  await ben.presses("Choose", story.finds(question));
  await ben.chooses([ben.sees()?.menus[0]?.choices[0] ?? ""]);
  expect(ben.sees()?.text).toContain("Saved: ");

  await story.waits({ days: 5, hours: 1 });
  expect(story.finds("Here is what you chose").text).toContain("1. ");
  await sam.presses("We'll do it", story.finds("What happens next?", "staff"));
  await isSixteen(sam);
  await sam.presses("Go on");
  expect(sam.seesForm()).toBeDefined();
});

test("Jo, an admin, opens every form of set-up, and sends one unchanged", async () => {
  const jo = await story.world.person("Jo", { staff: true, manages: true });
  await jo.commands("setup");
  await isSixteen(jo);
  for (const button of [
    "Name and channels",
    "Who is staff",
    "When it asks",
    "Quiet time and weeks off",
    "How it counts",
  ]) {
    await jo.commands("setup");
    await jo.presses(button);
    expect(jo.seesForm()?.fields.length, button).toBeGreaterThan(0);
    await jo.fills({});
    expect(jo.seesForm(), button).toBeUndefined();
    expect(jo.sees()?.text, button).not.toContain("did not understand");
  }
  for (const words of [
    "help",
    "plan",
    "poll preview",
    "idea",
    "ask",
    "poll skip",
    "poll close",
    "nonsense",
  ]) {
    await jo.commands(words);
    expect(jo.sees()?.text, words).not.toBe("");
  }
});
