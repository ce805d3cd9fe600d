/** Section 4 of issue 2: what people can type to trip Sayso. Kind words, nothing smuggled in, nothing typed is lost. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscordWorld } from "../support/discord/world.ts";
import { slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone, World } from "../support/world.ts";
import { kept, noted, question, questions } from "./ledger.ts";

const worlds: Record<string, () => Promise<World>> = {
  Discord: () => openDiscordWorld(),
  Slack: () => slackWorld(),
  "the try-out": async () => webWorld(),
};
const ofLength = (length: number) =>
  "We could go to the big pool in town and eat chips there".padEnd(length, "!");

describe.each(Object.keys(worlds))("on %s", (name) => {
  let story: Story;
  let amina: Someone;

  beforeEach(async () => {
    story = await startStory({ world: await (worlds[name] ?? worlds.Discord)!() });
    amina = await story.world.person("Amina");
    await opensForm();
    await amina.fills({ text: "Bowling" });
  });
  afterEach(async () => {
    const broken = story.world.violations();
    await story.ends();
    expect(broken).toEqual([]);
  });

  /** Amina opens the form; on Slack she is first asked whether she is 16, once. */
  async function opensForm(): Promise<void> {
    await amina.presses("Add my idea", story.finds(question));
    if (amina.seesForm()) return;
    await amina.presses("Yes, I am");
    await amina.presses("Go on");
  }

  async function sends(text: string): Promise<string> {
    await opensForm();
    await amina.fills({ text });
    return amina.sees()?.text ?? "";
  }

  /** All of Sayso's that stands in the channels, as it was sent; `but`: what a person wrote there. */
  const everything = (but?: string) =>
    JSON.stringify(
      [story.world.boardChannel, story.world.staffChannel]
        .flatMap((place) => story.world.posts(place))
        .filter((post) => post.text !== but)
        .map((post) => [post.text, post.raw]),
    );

  it("81 characters: Amina hears how long it is, and gets her words back to make them shorter", async () => {
    const long = ofLength(81);
    expect(await sends(long)).toContain("That is 81 letters long. Ideas have up to 80.");
    expect(await kept(story)).toMatchObject({ ideas: 1, drafts: 1 });
    await amina.presses("Make it shorter");
    expect(amina.seesForm()?.fields[0]?.value).toBe(long);
    await amina.fills({ text: ofLength(80) });
    expect(amina.sees()?.text).toContain(`Added: ${ofLength(80)}`);
    expect(noted(story, "too-long")).toBe(1);
    expect(story.log.join("\n")).not.toContain("pool");
  });

  it("nothing but blanks and invisible marks: Amina hears that no idea could be read", async () => {
    expect(await sends("\u200B \u2800 \u00AD.")).toContain("I could not read an idea there.");
    expect(await kept(story)).toMatchObject({ ideas: 1 });
    expect(noted(story, "empty")).toBe(1);
  });

  it("4,000 emoji by reply: one kind sentence, and the post stays as it was", async () => {
    const party = "🎉".repeat(4_000);
    await amina.replies(story.finds(question), party);
    await story.settles();
    if (name === "Discord") await amina.presses("Only for you: open");
    expect(amina.sees()?.text).toMatch(/That is [\d,]+ letters long\. Ideas have up to 80\./);
    expect(await kept(story)).toMatchObject({ ideas: 1 });
    expect(questions(story.world)).toHaveLength(1);
    expect(noted(story, "too-long")).toBeGreaterThan(0);
    expect(everything(party)).not.toContain("🎉🎉🎉");
  });

  it("80 emoji, one of them a family, are 80 characters, and stand whole", async () => {
    const emoji = `${"🎉".repeat(79)}👨‍👩‍👧‍👦`;
    expect(await sends(emoji)).toContain(`Added: ${emoji}`);
    await story.settles();
    expect(story.finds(question).text).toContain(emoji);
    expect(await sends(`${emoji}👍🏽`)).toContain("That is 81 letters long.");
  });

  it("right-to-left marks cannot turn anybody's words around", async () => {
    expect(await sends("Film \u202Ethgin\u202C \u2067night\u2069")).toContain("Added: Film thgin night");
    await story.settles();
    expect(everything()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it("a whole idea in Arabic or Hebrew stands as it was written", async () => {
    expect(await sends("رحلة إلى المتحف")).toContain("رحلة إلى المتحف");
    expect(await sends("ערב סרטים")).toContain("ערב סרטים");
    expect(await kept(story)).toMatchObject({ ideas: 3 });
  });

  it.each([
    "@everyone come to the park",
    "<!channel> pizza",
    "<!here|here> pizza",
    "<@U123> should cook",
    "see <https://bad.example|the council>",
    "meet me at bad.example.com/x",
    "call me on 07700 900123",
  ])(
    "%s: Amina is asked to leave it out, it is never repeated, and her words are hers again",
    async (text) => {
      expect(await sends(text)).toContain("Leave out phone numbers, links, addresses and @names, please.");
      expect(await kept(story)).toMatchObject({ ideas: 1, drafts: 1 });
      await amina.presses("Change it");
      expect(amina.seesForm()?.fields[0]?.value).not.toBe("");
      await story.settles();
      expect(everything()).not.toMatch(/everyone come|<!channel>|<!here|bad\.example|07700|<@U123/);
      expect(noted(story, "contact")).toBe(1);
      expect(story.log.join("\n")).not.toMatch(/pizza|bad\.example|07700/);
    },
  );

  it("marks of the platforms' own mark-up are words, nothing more", async () => {
    const typed = "*bold* _tilt_ `code` & a < b > c || ~gone~";
    expect(asRead(await sends(typed))).toContain(typed);
    await story.settles();
    expect(asRead(story.finds(question).text)).toContain(typed);
  });
});

/** Slack has no sign that switches its mark-up off, so the door writes signs that look the same. */
const asRead = (text: string): string =>
  text.replaceAll("∗", "*").replaceAll("ˍ", "_").replaceAll("ˋ", "`").replaceAll("∼", "~");
