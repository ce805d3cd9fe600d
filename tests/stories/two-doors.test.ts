/** One board that hangs in Discord and in Slack at once: both doors in one house, and votes count together. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooses, question, reads } from "../support/acts.ts";
import { openDiscordWorld } from "../support/discord/world.ts";
import { somebody } from "../support/doors.ts";
import { slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";
import type { World } from "../support/world.ts";

let discord: World;
let slack: World;
let story: Story;

beforeEach(async () => {
  [discord, slack] = [await openDiscordWorld(), await slackWorld()];
  story = await startStory({ world: discord, also: [slack], noBoard: true });
});
afterEach(async () => {
  const broken = [...discord.violations(), ...slack.violations()];
  await story.ends();
  expect(broken).toEqual([]);
  expect(story.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});

describe("a board on Discord and on Slack", () => {
  it("is hung by its managers with a code, asks in both, counts together, and draws both posts anew", async () => {
    const sam = await somebody(discord, "Sam", { staff: true, manages: true });
    await sam.commands("setup");
    await sam.presses("New board");
    await sam.fills({
      name: "River board",
      boardChannel: discord.boardChannel.channel,
      staffChannel: discord.staffChannel.channel,
      roles: [discord.staffRole ?? ""],
      leads: [sam.visitor.id],
    });
    await sam.presses("Back to set-up");
    await sam.presses("Hang it somewhere else too");
    const code = reads(sam).match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";

    const jo = await somebody(slack, "Jo", { staff: true, manages: true });
    await jo.commands("setup");
    await jo.presses("Hang an existing board here");
    await jo.fills({
      code,
      boardChannel: slack.boardChannel.channel,
      staffChannel: slack.staffChannel.channel,
      leads: [jo.visitor.id],
    });
    expect(reads(jo)).toContain("River board hangs here now. Votes from both places count together.");

    await story.waits({ days: 7, hours: 1 });
    const onDiscord = () => story.finds(question);
    const onSlack = () => story.finds(question, "board", slack);
    const amina = await somebody(discord, "Amina");
    const ben = await somebody(slack, "Ben");
    await amina.presses("Add my idea", onDiscord());
    await amina.fills({ text: "Ice skating" });
    await ben.presses("Add my idea", onSlack());
    await ben.fills({ text: "Film night" });
    await story.settles();
    await story.waits({ minutes: 5 });
    for (const post of [onDiscord(), onSlack()]) {
      expect(post.text).toContain("1  Ice skating");
      expect(post.text).toContain("2  Film night");
    }

    await amina.presses("Choose", onDiscord());
    await chooses(amina, ["Film night"]);
    await ben.presses("Choose", onSlack());
    await chooses(ben, ["Film night", "Ice skating"]);
    await story.waits({ days: 5 });
    for (const world of [discord, slack]) {
      const result = story.finds("Here is what you chose", "board", world);
      expect(result.text).toContain("1. Film night");
      expect(result.text).toContain("2 of 2 of you took part.");
      expect(story.finds(question, "board", world).text).toContain("This one is closed.");
    }

    await jo.presses("We'll do it", story.finds("What happens next?", "staff", slack));
    await jo.fills({ who: "Jo, youth worker", what: "Find a projector", by: "4 January" });
    await story.waits({ days: 1 });
    for (const world of [discord, slack])
      expect(story.finds("Here is what you chose", "board", world).text).toContain("Film night: yes.");
    expect(story.finds("you have answered", "staff").text).toContain("Film night");
    expect(ben.inbox().at(-1)?.text).toContain("This was your idea: Film night.");
    expect(amina.inbox()).toEqual([]);
  });

  it("takes the open poll along when it is hung in the middle of one, and the late door counts as well", async () => {
    const sam = await somebody(discord, "Sam", { staff: true, manages: true });
    await sam.commands("setup");
    await sam.presses("New board");
    await sam.fills({
      name: "River board",
      boardChannel: discord.boardChannel.channel,
      staffChannel: discord.staffChannel.channel,
      roles: [discord.staffRole ?? ""],
    });
    await story.waits({ days: 8 });
    const amina = await somebody(discord, "Amina");
    await amina.presses("Add my idea", story.finds(question));
    await amina.fills({ text: "Ice skating" });

    await sam.commands("setup");
    await sam.presses("Hang it somewhere else too");
    const code = reads(sam).match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";
    const jo = await somebody(slack, "Jo", { staff: true, manages: true });
    await jo.commands("setup");
    await jo.presses("Hang an existing board here");
    const { boardChannel, staffChannel } = slack;
    await jo.fills({ code, boardChannel: boardChannel.channel, staffChannel: staffChannel.channel });
    await story.settles();

    const ben = await somebody(slack, "Ben");
    await ben.replies(story.finds(question, "board", slack), "Film night");
    expect(reads(ben)).toContain("Added: Film night.");
    await ben.presses("Choose", story.finds(question, "board", slack));
    await chooses(ben, ["Ice skating"]);
    await story.waits({ minutes: 5 });
    for (const world of [discord, slack])
      expect(story.finds(question, "board", world).text).toContain("2  Film night");
    await story.waits({ days: 5 });
    expect(story.finds("Here is what you chose", "board", slack).text).toContain("1. Ice skating");
  });
});
