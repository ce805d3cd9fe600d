/** Choosing: up to three, something else, nothing this time, changing and taking back, and pledges. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, chooses, endsWell, picks, question, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

describe.each(doors)("choosing, on $name", ({ open }) => {
  let world: World;
  let story: Story;
  let amina: Someone;
  let ben: Someone;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
    amina = await somebody(world, "Amina");
    ben = await somebody(world, "Ben");
    for (const idea of ["Ice skating", "Film night"]) await adds(story, amina, idea);
    for (const idea of ["Karaoke", "Pottery"]) await adds(story, ben, idea);
    await story.settles();
  });
  afterEach(() => endsWell(story));

  it("Amina picks up to three, changes her mind, says 'nothing this time', and takes it all back", async () => {
    await picks(story, amina, ["Ice skating", "Karaoke"]);
    expect(reads(amina)).toContain("Saved: Ice skating · Karaoke");
    await picks(story, amina, ["Film night", "Karaoke", "Pottery"]);
    expect(reads(amina)).toContain("Saved: Film night · Karaoke · Pottery");
    expect(amina.sees()?.menus[0]?.chosen).toEqual(["2  Film night", "3  Karaoke", "4  Pottery"]);
    await amina.presses("Nothing this time, thanks");
    expect(reads(amina)).toContain("Saved: nothing this time.");
    await amina.presses("Take my picks back");
    expect(reads(amina)).toContain("Taken back. You have not chosen now.");
    expect(await story.house.database.read.ballot.count()).toBe(0);
  });

  it("Ben finds nothing that he likes and adds something else", async () => {
    await ben.presses("Choose", story.finds(question));
    await ben.presses("Something else");
    await ben.fills({ text: "Bowling" });
    expect(reads(ben)).toContain("Added: Bowling.");
    await picks(story, ben, ["Bowling"]);
    expect(reads(ben)).toContain("Saved: Bowling");
  });

  it("nothing of the count shows while the poll is open, to nobody", async () => {
    const before = story.finds(question).text;
    await picks(story, amina, ["Ice skating"]);
    await picks(story, ben, ["Ice skating", "Pottery"]);
    await story.settles();
    expect(story.finds(question).text).toBe(before);
    expect(world.posts(world.staffChannel)).toEqual([]);
    await ben.presses("Choose", story.finds(question));
    expect(ben.sees()?.menus[0]?.choices).toEqual([
      "1  Ice skating",
      "2  Film night",
      "3  Karaoke",
      "4  Pottery",
    ]);
  });

  it("Ben would help and lead without picking anything, and nobody reads his name", async () => {
    await ben.presses("Choose", story.finds(question));
    await chooses(ben, ["Ice skating"], "I'd help with");
    await chooses(ben, ["Karaoke"], "I'd lead");
    expect(reads(ben)).toContain("Staff see if some would help, without names.");
    expect(ben.sees()?.menus.map((menu) => menu.chosen)).toEqual([[], ["1  Ice skating"], ["3  Karaoke"]]);
    await chooses(ben, [], "I'd lead");
    expect(ben.sees()?.menus.map((menu) => menu.chosen)).toEqual([[], ["1  Ice skating"], []]);
    expect(await story.house.database.read.ballot.count()).toBe(0);
    expect(await story.house.database.read.pledge.count()).toBe(1);
  });

  it("a fourth pick is refused, whatever Amina's app lets through, and nothing changes", async () => {
    await picks(story, amina, ["Ice skating"]);
    const poll = await story.house.database.read.poll.findFirstOrThrow({ include: { options: true } });
    const answer = await story.house.bot.answer({
      key: "forged",
      from: "menu",
      person: amina.visitor,
      place: world.boardChannel,
      does: `poll.pick?b=${story.boardId}&poll=${poll.id}`,
      fields: { chosen: poll.options.map((option) => option.id) },
    });
    expect(JSON.stringify(answer)).toContain("You can pick up to 3. Nothing was changed.");
    await amina.presses("Choose", story.finds(question));
    expect(amina.sees()?.menus[0]?.chosen).toEqual(["1  Ice skating"]);
  });
});
