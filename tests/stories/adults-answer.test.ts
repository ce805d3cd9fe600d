/** What adults owe: asked again and again until they answer, held to what they said, and pledgers asked for their name. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, chooses, endsWell, picks, question, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone, World } from "../support/world.ts";

let world: World;
let story: Story;
let amina: Someone;
let ben: Someone;
let sam: Someone;

async function begin(open: () => Promise<World>) {
  world = await open();
  story = await startStory({ world, board: { nation: "none" } });
  amina = await somebody(world, "Amina");
  ben = await somebody(world, "Ben");
  sam = await somebody(world, "Sam", { staff: true, manages: true });
  await adds(story, amina, "Ice skating");
  await picks(story, amina, ["Ice skating"]);
}
afterEach(() => endsWell(story));

const says = (words: string, where: "board" | "staff" = "board") =>
  world
    .posts(where === "board" ? world.boardChannel : world.staffChannel)
    .filter((post) => post.text.includes(words));

describe.each(doors)("whoever would help, on $name", ({ open }) => {
  beforeEach(() => begin(open));

  it("is 'some' to staff, without a name, until Ben says yes to giving his", async () => {
    const cerys = await somebody(world, "Cerys");
    for (const person of [ben, cerys]) {
      await person.presses("Choose", story.finds(question));
      await chooses(person, ["Ice skating"], "I'd help with");
    }
    await story.waits({ days: 5 });
    expect(story.finds("Here is what you chose").text).toContain("Some of you would help with Ice skating.");
    const card = () => story.finds("Ice skating came first", "staff");
    expect(card().text).toContain("Some of the young people would help.");

    await sam.presses("We'll do it", card());
    await sam.fills({ who: "Sam, youth worker", what: "Book the rink", by: "19 December" });
    await story.settles();
    for (const person of [ben, cerys])
      expect(person.inbox()[0]?.text).toContain("May I tell staff that it is you?");
    await ben.presses("Yes, give my name", ben.inbox()[0]);
    await cerys.presses("No, thanks", cerys.inbox()[0]);
    await story.waits({ minutes: 5 });
    const answered = story.finds("Ice skating: you have answered", "staff").text;
    expect(answered).toContain("They let you know their names: Ben.");
    expect(answered).not.toContain("Cerys");
    expect(
      world
        .posts(world.boardChannel)
        .map((post) => post.text)
        .join(),
    ).not.toContain("Ben");
  });
});

describe("adults who owe an answer", () => {
  beforeEach(() => begin(async () => webWorld()));

  it("are reminded every week, and the board sees since when it waits", async () => {
    await story.waits({ days: 11, hours: 23 });
    expect(says("waiting for the adults")).toEqual([]);
    await story.waits({ hours: 2 });
    expect(says("Ice skating: waiting for the adults since Saturday 19 December.")).toHaveLength(2);
    expect(says("still waits for your answer", "staff")).toHaveLength(1);
    await story.waits({ days: 14 });
    expect(says("still waits for your answer", "staff")).toHaveLength(3);
    await ben.commands("plan");
    expect(reads(ben)).toContain("waiting for the adults since Saturday 19 December");

    await sam.presses("We can't, and here is why", story.finds("still waits for your answer", "staff"));
    await sam.fills({ who: "Sam", reason: "no-money", words: "The rink costs too much." });
    await story.waits({ minutes: 5 });
    expect(says("You said: Ice skating").at(-1)?.text).toContain("There is no money for it.");
    expect(says("Here is what you chose")[0]?.text).toContain("Ice skating: not this time.");
    expect(says("waiting for the adults")).toEqual([]);
    await story.waits({ days: 8 });
    expect(says("still waits for your answer", "staff")).toEqual([]);
  });

  it("are asked for news every 30 days after a yes, until it is done", async () => {
    await story.waits({ days: 5 });
    await sam.presses("We'll do it", story.finds("Ice skating came first", "staff"));
    await sam.fills({ who: "Sam, youth worker", what: "Book the rink", by: "20 February" });
    await story.waits({ days: 29 });
    expect(says("how is it going?", "staff")).toEqual([]);
    await story.waits({ days: 2 });
    expect(says("how is it going?", "staff")).toHaveLength(1);
    await sam.presses("It's done", story.finds("how is it going?", "staff"));
    await sam.fills({ words: "Twelve of you went skating" });
    await story.waits({ minutes: 5 });
    expect(says("You said: Ice skating").at(-1)?.text).toContain("It's done!");
    expect(says("Here is what you chose")[0]?.text).toContain("Ice skating: done!");
    expect(amina.inbox().at(-1)?.text).toContain("This was your idea: Ice skating.");
    await ben.commands("plan");
    expect(reads(ben)).toContain("Ice skating: done.");
    await story.waits({ days: 31 });
    expect(says("how is it going?", "staff")).toEqual([]);
  });

  it("never hold up the next poll, and /plan shows the four weeks ahead", async () => {
    await story.waits({ days: 7 });
    expect(says(question)).toHaveLength(2);
    await ben.commands("plan");
    expect(reads(ben)).toContain("The next four weeks");
    expect(reads(ben)).toContain(`${question} Open until Saturday at 4pm.`);
    expect(reads(ben)).toContain("Ice skating: the adults answer by Saturday 19 December.");
  });
});
