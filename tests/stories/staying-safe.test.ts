/** What keeps people safe around ideas: names wait, staff can hide with a reason, and the lead can look, on record. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, chooses, endsWell, picks, question, reads, thanksFor, writes } from "../support/acts.ts";
import { answersPrivately, doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

describe.each(doors)("ideas that could hurt somebody, on $name", ({ open }) => {
  let world: World;
  let story: Story;
  let amina: Someone;
  let ben: Someone;
  let sam: Someone;
  let jo: Someone;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
    amina = await somebody(world, "Amina");
    ben = await somebody(world, "Ben");
    sam = await somebody(world, "Sam", { staff: true, manages: true });
    jo = await somebody(world, "Jo", { staff: true });
    await adds(story, ben, "Film night");
    await story.settles();
  });
  afterEach(() => endsWell(story));

  it("one that names Ben waits until Sam lets it through, and another is kept back", async () => {
    await adds(story, amina, "A surprise party for Ben");
    expect(reads(amina)).toContain("It may name someone here, so a worker reads it first.");
    await story.settles();
    expect(story.finds(question).text).not.toContain("surprise");
    await sam.presses("Let it through", story.finds("A surprise party for Ben", "staff"));
    await story.settles();
    expect(story.finds(question).text).toContain("A surprise party for Ben");
    expect(story.finds("A surprise party for Ben", "staff").buttons).toEqual([]);

    await adds(story, amina, "Ben is smelly");
    await story.settles();
    await sam.presses("Keep it back", story.finds("Ben is smelly", "staff"));
    await sam.fills({ why: "It makes fun of somebody" });
    await story.settles();
    expect(story.finds(question).text).not.toContain("smelly");
    expect(amina.inbox().at(-1)?.text).toContain("They say: It makes fun of somebody");
  });

  it("staff hide one with a reason that stays in sight, its author is told, and it can be shown again", async () => {
    await picks(story, amina, ["Film night"]);
    await sam.commands("hide", world.staffChannel);
    await sam.chooses(["Film night"]);
    await sam.fills({ why: "The film is for adults" });
    await story.settles();
    expect(story.finds(question).text).toContain(
      "Hidden by staff to keep people safe: The film is for adults",
    );
    expect(story.finds(question).text).not.toContain("Film night");
    expect(ben.inbox()[0]?.text).toContain("Staff took Film night off the list to keep people safe.");
    await sam.presses("Show it again");
    await story.settles();
    expect(story.finds(question).text).toContain("1  Film night");
  });

  it("words that worry us are answered with help, to their author alone, and kept nowhere", async () => {
    const worrying = "I want to kill myself";
    await adds(story, amina, worrying);
    expect(reads(amina)).toContain("999");
    expect(amina.sees()?.buttons).not.toContain("Take it back");
    const message = await writes(story, amina, worrying);
    expect(reads(amina)).toContain("999");
    if (!answersPrivately(world)) expect(thanksFor(story, message).text).toBe("Thanks, got it.");
    await story.settles();
    const { database } = story.house;
    const kept = [
      ...(await database.read.idea.findMany()),
      ...(await database.read.draft.findMany()),
      ...(await database.read.letter.findMany()),
    ];
    expect(JSON.stringify([kept, story.log])).not.toContain("kill");
    expect(world.posts(world.staffChannel)).toEqual([]);
  });

  it("the safeguarding lead alone can see who wrote one, and the look is noted with its reason", async () => {
    await sam.commands("setup", world.staffChannel);
    await sam.presses("Who is staff");
    await sam.fills({ leads: [jo.visitor.id] });
    await sam.commands("whose", world.staffChannel);
    expect(reads(sam)).toContain("This one is for the safeguarding lead.");

    await jo.commands("whose", world.staffChannel);
    await chooses(jo, ["Film night"], "Idea");
    await jo.fills({ why: "Ben may not be safe" });
    expect(reads(jo)).toContain("“Film night” was written by Ben");
    const noted = await story.house.database.read.audit.findMany({ where: { what: "idea.author-revealed" } });
    expect(noted).toMatchObject([{ why: "Ben may not be safe" }]);
  });
});
