/** A manager makes a board out of nothing, on each door, and the first poll comes by itself. */
import { afterEach, describe, expect, it } from "vitest";
import { endsWell, question, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";

describe.each(doors)("a new board, on $name", ({ open }) => {
  let story: Story;
  afterEach(() => endsWell(story));

  it("is made by Sam from nothing, asks at its own hour, and Amina joins by the card", async () => {
    const world = await open();
    story = await startStory({ world, noBoard: true });
    const sam = await somebody(world, "Sam", { staff: true, manages: true });
    const jo = await somebody(world, "Jo", { staff: true });
    const amina = await somebody(world, "Amina");
    await amina.commands("setup");
    expect(reads(amina)).toContain("Set-up is for people who run this server");

    await sam.commands("setup");
    expect(reads(sam)).toContain("No board hangs in this channel yet.");
    await sam.presses("New board");
    await sam.fills({
      name: "River board",
      boardChannel: world.boardChannel.channel,
      staffChannel: world.staffChannel.channel,
      ...(world.staffRole ? { roles: [world.staffRole] } : {}),
      leads: [jo.visitor.id],
    });
    expect(reads(sam)).toContain("River board is ready to practise.");
    await sam.presses("Back to set-up");
    expect(reads(sam)).toContain("Nothing is missing. I can do my work here.");
    expect(reads(sam)).toContain("A person on both Discord and Slack counts twice.");

    await sam.presses("When it asks");
    await sam.fills({ weekday: "3", hour: "17", openHours: "72", timeZone: "Europe/London" });
    expect(reads(sam)).toContain("The next poll opens on Wednesday at 5pm.");
    await sam.commands("setup");
    await sam.presses("When it asks");
    await sam.fills({ hour: "22" });
    expect(reads(sam)).toContain("quiet time");
    await sam.commands("setup");
    expect(reads(sam)).toContain("every Wednesday at 5pm");

    await story.settles();
    await amina.presses("Take part", story.finds("Hi, I'm Sayso"));
    expect(reads(amina)).toContain("You're in. Good to have you on River board.");
    expect(() => story.finds(question)).toThrow();
    await story.waits({ days: 2, hours: 2 });
    expect(story.finds(question).text).toContain("Open until Saturday at 5pm.");
    expect(story.finds(question).text).toContain("This is a practice board.");
    await jo.commands("poll preview", world.staffChannel);
    expect(reads(jo)).toContain("Only you see this.");
  });
});
