/** Two boards on one server: the channel says which is meant; elsewhere the person's only one, or they are asked. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place } from "../../src/bot/index.ts";
import { endsWell, question, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

describe.each(doors)("two boards on one server, on $name", ({ open }) => {
  let world: World;
  let story: Story;
  let sam: Someone;
  let second: Place;
  let lobby: Place;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
    sam = await somebody(world, "Sam", { staff: true, manages: true });
    second = await world.newChannel("second");
    lobby = await world.newChannel("lobby");
    await sam.commands("setup", lobby);
    await sam.presses("New board");
    await sam.fills({
      name: "Second board",
      boardChannel: second.channel,
      staffChannel: world.staffChannel.channel,
      ...(world.staffRole ? { roles: [world.staffRole] } : {}),
    });
    await story.waits({ days: 7, minutes: 5 });
  });
  afterEach(() => endsWell(story));

  const list = (place: Place) => world.posts(place).findLast((post) => post.text.includes(question))?.text;

  it("an idea goes to the board of the channel it was written in, and never shows on the other", async () => {
    const amina = await somebody(world, "Amina");
    await amina.commands("idea Ice skating", second);
    expect(reads(amina)).toContain("Added: Ice skating.");
    await amina.commands("idea Film night", world.boardChannel);
    await story.waits({ minutes: 5 });
    expect(list(second)).toContain("Ice skating");
    expect(list(second)).not.toContain("Film night");
    expect(list(world.boardChannel)).toContain("Film night");
    expect(list(world.boardChannel)).not.toContain("Ice skating");

    await amina.commands("plan", lobby);
    expect(reads(amina)).toContain("Which board do you mean?");
    expect(amina.sees()?.buttons.toSorted()).toEqual(["Our Voices", "Second board"]);
    await amina.presses("Second board");
    expect(reads(amina)).toContain("Still on the table: Ice skating.");
    expect(reads(amina)).not.toContain("Film night");
  });

  it("Ben, who is on one alone, is not asked; Sam is, where both boards share the staff channel", async () => {
    const ben = await somebody(world, "Ben");
    await ben.commands("idea Karaoke", second);
    await ben.commands("poll status", lobby);
    expect(reads(ben)).toContain("Open until Saturday at 4pm.");
    await ben.commands("idea Bowling", lobby);
    expect(reads(ben)).toContain("Added: Bowling.");
    await story.waits({ minutes: 5 });
    expect(list(second)).toContain("Bowling");

    await sam.commands("poll close", world.staffChannel);
    expect(reads(sam)).toContain("Which board do you mean?");
    await sam.presses("Second board");
    await sam.presses("Close it now");
    await story.settles();
    expect(
      world
        .posts(second)
        .map((post) => post.text)
        .join(),
    ).toContain("Here is what you chose");
    expect(list(world.boardChannel)).toContain("Open until");
  });
});
