/** Who is staff, and what the bot lacks: set-up says it, says how to mend it, and can be run again. */
import { afterEach, describe, expect, it } from "vitest";
import { endsWell, question, reads } from "../support/acts.ts";
import { may } from "../support/discord/permissions.ts";
import { forbid } from "../support/discord/town.ts";
import { openDiscordWorld } from "../support/discord/world.ts";
import { somebody } from "../support/doors.ts";
import { botUser } from "../support/slack/state.ts";
import { slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";

let story: Story;
afterEach(() => endsWell(story));

describe("what the bot lacks", () => {
  it("on Discord: Sam reads what is missing and how to mend it, and the waiting post arrives", async () => {
    const world = await openDiscordWorld();
    story = await startStory({ world });
    const sam = await somebody(world, "Sam", { staff: true, manages: true });
    const { channel } = world.boardChannel;
    forbid(world.discord, channel, may.sendMessages);
    await sam.commands("setup", world.staffChannel);
    expect(reads(sam)).toContain("Still missing");
    expect(reads(sam)).toContain("In the board channel: Sayso cannot write here.");
    expect(reads(sam)).toContain("allow Sayso to Send Messages.");
    await story.waits({ days: 7, minutes: 5 });
    const asked = () => world.posts(world.boardChannel).filter((post) => post.text.includes(question));
    expect(asked()).toHaveLength(1);
    forbid(world.discord, channel, 0n);
    await sam.commands("setup", world.staffChannel);
    expect(reads(sam)).not.toContain("cannot write here");
    await story.waits({ minutes: 20 });
    expect(asked()).toHaveLength(2);
  });

  it("on Slack: Sayso was taken out of the board channel, and set-up says to invite it", async () => {
    const world = await slackWorld();
    story = await startStory({ world });
    const sam = await somebody(world, "Sam", { staff: true, manages: true });
    const channel = world.slack.state.channels.get(world.boardChannel.channel);
    channel?.members.delete(botUser);
    await sam.commands("setup", world.staffChannel);
    expect(reads(sam)).toContain("I can't see the board channel. Invite me to it, then run set-up again.");
    channel?.members.add(botUser);
    await sam.commands("setup", world.staffChannel);
    expect(reads(sam)).not.toContain("I can't see the board channel.");
  });
});

describe("who is staff", () => {
  it("on Slack can be everybody in the staff channel, or those whom Sam names", async () => {
    const world = await slackWorld();
    story = await startStory({ world });
    const sam = await somebody(world, "Sam", { staff: true, manages: true });
    const jo = await somebody(world, "Jo", { staff: true });
    await jo.commands("poll preview", world.staffChannel);
    expect(reads(jo)).toContain("Only you see this.");
    await sam.commands("setup", world.staffChannel);
    await sam.presses("Who is staff");
    await sam.fills({ by: "name", people: [sam.visitor.id] });
    await jo.commands("poll preview", world.staffChannel);
    expect(reads(jo)).toContain("This one is for workers.");
    await sam.commands("poll preview", world.staffChannel);
    expect(reads(sam)).toContain("Only you see this.");
  });

  it("on Discord is whoever has the role now: Jo, who gave it back, may choose like the others", async () => {
    const world = await openDiscordWorld();
    story = await startStory({ world });
    const jo = await somebody(world, "Jo", { staff: true });
    await jo.presses("Choose", story.finds(question));
    expect(reads(jo)).toContain("Workers don't choose");
    const member = world.discord.records.guilds.get(world.workspace)?.members.get(jo.visitor.id);
    if (member) member.roles = [];
    await jo.presses("Choose", story.finds(question));
    expect(reads(jo)).toContain("You can change this until Saturday at 4pm.");
    await jo.commands("poll close");
    expect(reads(jo)).toContain("This one is for workers.");
  });
});
