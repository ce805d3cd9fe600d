/** The one reminder: asked for, private, off by one tap, and never to anybody who has chosen. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, reads } from "../support/acts.ts";
import { doors, somebody } from "../support/doors.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";

describe.each(doors)("the reminder, on $name", ({ open }) => {
  let world: World;
  let story: Story;

  beforeEach(async () => {
    world = await open();
    story = await startStory({ world });
  });
  afterEach(() => endsWell(story));

  async function wantsReminders(name: string): Promise<Someone> {
    const person = await somebody(world, name);
    await person.commands("reminders");
    await person.presses("Remind me before it closes");
    return person;
  }

  it("comes to Amina, who asked for it and has not chosen; she stops it by one tap", async () => {
    const [amina, ben, dev] = [
      await wantsReminders("Amina"),
      await wantsReminders("Ben"),
      await wantsReminders("Dev"),
    ];
    const cerys = await somebody(world, "Cerys");
    await adds(story, cerys, "Ice skating");
    await picks(story, ben, ["Ice skating"]);
    dev.takesMessages(false);

    await story.waits({ days: 3, hours: 23 });
    expect(amina.inbox()).toEqual([]);
    await story.waits({ hours: 2 });
    expect(amina.inbox().map((message) => message.text)).toEqual([
      "Our Voices: you can still choose until Saturday at 4pm. Only if you want to.",
    ]);
    for (const person of [ben, cerys, dev]) expect(person.inbox(), person.name).toEqual([]);
    expect(world.posts(world.staffChannel)).toEqual([]);

    await amina.presses("No more reminders", amina.inbox()[0]);
    expect(reads(amina)).toContain("Done. No more reminders.");
    await story.waits({ days: 7 });
    expect(amina.inbox()).toHaveLength(1);
    expect(
      world
        .posts(world.staffChannel)
        .map((post) => post.text)
        .join(),
    ).not.toContain("did not arrive");
  });
});
