/** The close: what was chosen, how many took part, and what the adults owe. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, question, reads } from "../support/acts.ts";
import { doors, leaves, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

const names = ["Amina", "Ben", "Cerys", "Dev", "Ela", "Finn"];

describe.each(doors)("the close, on $name", ({ open }) => {
  let world: World;
  let story: Story;
  let people: Someone[];
  let sam: Someone;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
    people = await Promise.all(names.map((name) => somebody(world, name)));
    sam = await somebody(world, "Sam", { staff: true, manages: true });
    const [amina, ben] = people as [Someone, Someone];
    await adds(story, amina, "Ice skating");
    await adds(story, ben, "Film night");
    await story.settles();
  });
  afterEach(() => endsWell(story));

  it("from five voters on shows numbers; who left no longer counts; the winner is off the next list", async () => {
    const [amina, ben, cerys, dev, ela, finn] = people as [
      Someone,
      Someone,
      Someone,
      Someone,
      Someone,
      Someone,
    ];
    for (const person of [amina, ben, cerys]) await picks(story, person, ["Ice skating"]);
    for (const person of [dev, ela]) await picks(story, person, ["Ice skating", "Film night"]);
    await picks(story, finn, ["Film night"]);
    const gwen = await somebody(world, "Gwen");
    await gwen.presses("Choose", story.finds(question));
    leaves(world, finn);

    await story.waits({ days: 5 });
    const result = story.finds("Here is what you chose");
    expect(result.text).toMatch(/Ice skating\D*5/);
    expect(result.text).toMatch(/Film night\D*2/);
    expect(result.text).toContain("5 of 6 of you took part.");
    expect(result.text).toContain("What happens next? The adults answer here by Saturday 19 December.");
    expect(story.finds(question).text).toContain("This one is closed.");
    expect(await story.house.database.read.ballot.count()).toBe(0);

    await story.waits({ days: 2 });
    expect(story.finds(question).text).toContain("Still on the table");
    expect(story.finds(question).text).toContain("1  Film night");
    expect(story.finds(question).text).not.toContain("Ice skating");
    await adds(story, amina, "Ice skating");
    expect(reads(amina)).toContain(
      "You chose Ice skating before. The adults owe you an answer since Saturday 12 December.",
    );
  });

  it("below five voters shows the order alone; staff answer, the board reads it, and Amina is told", async () => {
    const [amina, ben, cerys] = people as [Someone, Someone, Someone];
    for (const person of [amina, ben]) await picks(story, person, ["Ice skating"]);
    await picks(story, cerys, ["Film night"]);
    await story.waits({ days: 5 });
    const result = story.finds("Here is what you chose");
    expect(result.text).toContain("In order, the most picked first:\n1. Ice skating\n2. Film night");

    const ask = story.finds("Ice skating came first. What happens next?", "staff");
    expect(ask.buttons).toEqual(
      expect.arrayContaining(["We'll do it", "We'll do part of it", "We can't, and here is why"]),
    );
    await sam.presses("We'll do it", ask);
    await sam.fills({ who: "Sam, youth worker", what: "Book the rink", by: "19 December" });
    await story.settles();
    expect(story.finds("You said: Ice skating").text).toContain("Sam, youth worker");
    expect(story.finds("You said: Ice skating").buttons).toEqual(expect.arrayContaining(["I'm in"]));
    expect(story.finds("Here is what you chose").text).toContain("Ice skating: yes. Sam, youth worker");
    expect(amina.inbox().at(-1)?.text).toContain("This was your idea: Ice skating. Here is the answer.");
    expect(ben.inbox()).toEqual([]);

    await ben.commands("plan");
    expect(reads(ben)).toContain("Ice skating: yes. Sam, youth worker sees to it, by Saturday 19 December.");
    expect(reads(ben)).not.toContain("Amina");
  });
});
