/** Who is on a board: whoever joins by one tap, or takes part in its channel. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, question, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

describe.each(doors)("who is on a board, on $name", ({ open }) => {
  let world: World;
  let story: Story;
  let amina: Someone;
  let ben: Someone;
  let sam: Someone;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
    amina = await somebody(world, "Amina");
    ben = await somebody(world, "Ben");
    sam = await somebody(world, "Sam", { staff: true, manages: true });
  });
  afterEach(() => endsWell(story));

  const members = () => story.house.database.read.member.findMany({ where: { role: "young", leftAt: null } });

  it("Amina joins by one tap on the welcome card, and Ben by adding an idea", async () => {
    await story.house.tools.keep((tx) =>
      story.house.tools.send(tx, {
        to: "board",
        key: "welcome:1",
        board: story.boardId,
        draws: "welcome.card",
      }),
    );
    await story.settles();
    await amina.presses("Take part", story.finds("Hi, I'm Sayso"));
    expect(reads(amina)).toContain("You're in.");
    await adds(story, ben, "Ice skating");
    expect((await members()).map((member) => member.calledName).sort()).toEqual(["Amina", "Ben"]);
  });

  it("Ben, who is on no board, presses from another channel and is kindly told where to go", async () => {
    const elsewhere = await world.newChannel("games");
    const poll = await story.house.database.read.poll.findFirstOrThrow();
    for (const room of ["choose", "nothing"]) {
      await ben.forges(`poll.${room}?b=${story.boardId}&poll=${poll.id}`, elsewhere);
      expect(reads(ben)).toContain("Join in its own channel first, and you are in.");
    }
    await ben.forges(`welcome.join?b=${story.boardId}`, elsewhere);
    expect(reads(ben)).toContain("press “Take part” in its own channel");
    expect(await members()).toEqual([]);
  });

  it("Sam, a worker, does not choose, and an idea of Sam's is marked as such", async () => {
    await sam.presses("Choose", story.finds(question));
    expect(reads(sam)).toContain("Workers don't choose, so that the answer is theirs.");
    await adds(story, sam, "A trip to the beach");
    expect(reads(sam)).toContain("Added: A trip to the beach");
    await story.settles();
    expect(story.finds(question).text).toContain("A trip to the beach (from staff)");
    await picks(story, amina, ["A trip to the beach"]);
    expect(amina.sees()?.menus[0]?.choices).toEqual(["1  A trip to the beach (from staff)"]);
    expect(await members()).toHaveLength(1);
  });
});
