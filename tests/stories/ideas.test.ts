/** How an idea reaches the board: by the button, by the command, and by a written reply. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, endsWell, question, reads, thanksFor, writes } from "../support/acts.ts";
import { answersPrivately, doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

const long = "We could all go to the big water park near the sea and stay there until the sun goes down";

describe.each(doors)("an idea, on $name", ({ open }) => {
  let world: World;
  let story: Story;
  let amina: Someone;
  let ben: Someone;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
    amina = await somebody(world, "Amina");
    ben = await somebody(world, "Ben");
  });
  afterEach(() => endsWell(story));

  const post = () => story.finds(question);

  it("by the button is unnamed, unless Amina says that it is hers; she changes it and takes it back", async () => {
    await amina.presses("Add my idea", post());
    expect(amina.seesForm()?.notes.join(" ")).toContain("The safeguarding lead can find out");
    await amina.fills({ text: "Ice skating" });
    expect(reads(amina)).toContain("Added: Ice skating.");
    await adds(story, ben, "Film night", { named: "yes" });
    await story.settles();
    expect(post().text).toContain("1  Ice skating");
    expect(post().text).not.toContain("Amina");
    expect(post().text).toContain("2  Film night (Ben)");

    await amina.forges(`idea.change?b=${story.boardId}&idea=${await idOf("Ice skating")}`);
    expect(amina.seesForm()?.fields[0]?.value).toBe("Ice skating");
    await amina.fills({ text: "Roller skating" });
    await story.settles();
    expect(post().text).toContain("Roller skating");
    expect(post().text).not.toContain("Ice skating");

    await amina.presses("Take it back");
    expect(reads(amina)).toContain("Taken back: Roller skating.");
    await story.settles();
    expect(post().text).not.toContain("Roller skating");
  });

  const idOf = async (text: string) =>
    (await story.house.database.read.idea.findFirstOrThrow({ where: { text } })).id;

  it("by the command works with words behind it and without", async () => {
    await amina.commands("idea Karaoke night");
    expect(reads(amina)).toContain("Added: Karaoke night.");
    await ben.commands("idea");
    expect(reads(ben)).toContain("What is your idea?");
    await ben.presses("Add my idea");
    await ben.fills({ text: "Climbing" });
    expect(reads(ben)).toContain("Added: Climbing.");
    await story.settles();
    expect(post().text).toContain("1  Karaoke night");
    expect(post().text).toContain("2  Climbing");
  });

  it("written as a reply is answered so that Amina alone reads what came of it", async () => {
    expect(post().text).toContain("Reply and everyone sees it is you. Use the button to stay unnamed.");
    const message = await writes(story, amina, "can we go ice skating");
    expect(reads(amina)).toContain("Added: can we go ice skating.");
    expect(post().text).toContain("1  can we go ice skating");
    if (answersPrivately(world)) {
      expect(world.posts(world.boardChannel).filter((one) => one.replyTo === message)).toEqual([]);
      return;
    }
    const thanks = thanksFor(story, message);
    expect([thanks.text, thanks.buttons]).toEqual(["Thanks, got it.", ["Only for you: open"]]);
    await ben.presses("Only for you: open", thanks);
    expect(reads(ben)).toContain("That card is for the person who wrote the message.");
    expect(reads(ben)).not.toContain("skating");
  });

  it("is withdrawn when Ben deletes the reply that it came from", async () => {
    const message = await writes(story, ben, "Ice skating");
    await ben.deletes(message);
    await story.settles();
    expect(post().text).not.toContain("Ice skating");
    expect(await story.house.database.read.idea.findMany({ where: { state: "open" } })).toEqual([]);
    if (answersPrivately(world)) return;
    await ben.presses("Only for you: open", thanksFor(story, message));
    expect(reads(ben)).toContain("Taken back: Ice skating.");
  });

  it("that is too long is not lost: Amina finds her words in the form, and shortens them", async () => {
    await writes(story, amina, long);
    expect(reads(amina)).toContain(`That is ${long.length} letters long. Ideas have up to 80.`);
    await amina.presses("Make it shorter");
    expect(amina.seesForm()?.fields[0]?.value).toBe(long);
    await amina.fills({ text: "A day at the water park" });
    expect(reads(amina)).toContain("Added: A day at the water park.");

    await adds(story, ben, `${long}, all of us`);
    await ben.presses("Make it shorter");
    expect(ben.seesForm()?.fields[0]?.value).toBe(`${long}, all of us`);
  });

  it("with a phone number, a link or a mention is refused, and the bot never repeats it to anybody", async () => {
    for (const secret of ["07700 900123", "www.example.org", "@everyone"]) {
      await adds(story, amina, `Film night, ask ${secret}`);
      expect(reads(amina)).toContain("Leave out phone numbers, links, addresses and @names, please.");
      expect(reads(amina)).not.toContain(secret);
    }
    await story.settles();
    expect(post().text).toContain("No ideas yet.");
  });

  it("that Ben had before Amina is shown to her; she backs his, or says that hers is different", async () => {
    await adds(story, ben, "Ice skating");
    await adds(story, amina, "ice  SKATING!");
    expect(reads(amina)).toContain("Is it the same as Ice skating?");
    await amina.presses("Yes, back that one");
    expect(reads(amina)).toContain("Saved: Ice skating");

    await writes(story, amina, "ice skatting");
    expect(reads(amina)).toContain("Is it the same as Ice skating?");
    await amina.presses("No, mine is different");
    expect(reads(amina)).toContain("Added: ice skatting.");
    await story.settles();
    expect(post().text).toContain("2  ice skatting");
  });

  it("is one of at most three; Amina takes one back, and her fourth takes its place", async () => {
    for (const idea of ["Bowling", "Film night", "Karaoke"]) await adds(story, amina, idea);
    await adds(story, amina, "Pottery");
    expect(reads(amina)).toContain("You have 3 ideas open. Take one back to add another.");
    await amina.presses("Take back: Bowling");
    await amina.presses("Add my idea");
    expect(amina.seesForm()?.fields[0]?.value).toBe("Pottery");
    await amina.fills({});
    await story.settles();
    expect(post().text).toContain("Pottery");
    expect(post().text).not.toContain("Bowling");
  });
});
