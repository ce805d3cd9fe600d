/** What a result may say: ties, small numbers, and what would tell on somebody. */
import { afterEach, describe, expect, it } from "vitest";
import { adds, endsWell, picks, question } from "../support/acts.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

let story: Story;
afterEach(() => endsWell(story));

const names = ["Amina", "Ben", "Cerys", "Dev", "Ela", "Finn", "Gwen"];

/** A week in which these people picked these ideas; the others only looked. Gives the result's words. */
async function week(
  picked: Record<string, string[]>,
  { looked = [], board = {} }: { looked?: string[]; board?: Record<string, string | number> } = {},
): Promise<string> {
  const world = webWorld();
  story = await startStory({ world, board });
  const people: Record<string, Someone> = {};
  for (const name of names) people[name] = await world.person(name);
  const ideas = [...new Set(Object.values(picked).flat())].sort();
  for (const [index, idea] of ideas.entries()) await adds(story, people[names[index] ?? ""] as Someone, idea);
  for (const [name, wanted] of Object.entries(picked)) await picks(story, people[name] as Someone, wanted);
  for (const name of looked) await people[name]?.presses("Choose", story.finds(question));
  await story.waits({ days: 5 });
  return story.finds("Here is what you chose").text;
}

const five = (ideas: string[]) =>
  Object.fromEntries(["Amina", "Ben", "Cerys", "Dev", "Ela"].map((name) => [name, ideas]));

describe("a result", () => {
  it("calls a tie a tie, and both ideas win", async () => {
    const result = await week({ Amina: ["Bowling"], Ben: ["Karaoke"], Cerys: ["Bowling", "Karaoke"] });
    expect(result).toContain("It is a tie: Bowling · Karaoke.");
    expect(await story.house.database.read.outcome.count()).toBe(2);
    const asks = story.world.posts(story.world.staffChannel).map((post) => post.text);
    expect(asks.filter((text) => text.includes("What happens next?"))).toHaveLength(2);
  });

  it("lets two win where the board said so, and the tie at the border whole", async () => {
    const board = { winners: 2 };
    const result = await week(
      { Amina: ["Bowling", "Karaoke"], Ben: ["Bowling", "Pottery"], Cerys: ["Bowling"] },
      { board },
    );
    expect(result).toContain("It is a tie: Karaoke · Pottery.");
    expect(await story.house.database.read.outcome.count()).toBe(3);
  });

  it("shows the order alone when everyone on the board took part", async () => {
    const result = await week({ ...five(["Bowling"]), Dev: ["Karaoke"] });
    expect(result).toContain("In order, the most picked first:\n1. Bowling\n2. Karaoke");
    expect(result).toContain("5 of 5 of you took part.");
  });

  it("shows the order alone when all who picked picked the same", async () => {
    const result = await week(five(["Bowling", "Karaoke"]), { looked: ["Finn"] });
    expect(result).toContain("In order, the most picked first:");
    expect(result).toContain("5 of 6 of you took part.");
  });

  it("shows the order alone when only four picked something and others said 'nothing this time'", async () => {
    const result = await week(
      { Amina: ["Bowling"], Ben: ["Bowling"], Cerys: ["Karaoke"], Dev: ["Bowling"], Ela: [], Finn: [] },
      { looked: ["Gwen"] },
    );
    expect(result).toContain("In order, the most picked first:");
    expect(result).toContain("6 of 7 of you took part.");
  });

  it("says who picked what on a board that chose so, as the poll had said before", async () => {
    const result = await week(
      { Amina: ["Bowling"], Ben: ["Bowling"], Cerys: ["Karaoke"] },
      { board: { ballotMode: "named", ideaNaming: "named" } },
    );
    expect(result).toContain("Bowling: Amina, Ben");
    expect(result).toContain("Karaoke: Cerys");
    await story.waits({ days: 2 });
    const next = story.finds(question).text;
    expect(next).toContain("On this board, everyone can see who picked what once it closes.");
    expect(next).not.toContain("secret");
    expect(next).toContain("1  Karaoke (Ben)");
  });

  it("hides what staff hid after the close, and asks the adults no more until it is shown again", async () => {
    await week({ Amina: ["Bowling"], Ben: ["Bowling"], Cerys: ["Karaoke"] });
    const sam = await story.world.person("Sam", { staff: true, manages: true });
    await sam.commands("hide", story.world.staffChannel);
    await sam.chooses(["Bowling"]);
    await sam.fills({ why: "The place is not safe" });
    await story.waits({ minutes: 5 });
    const shown = () => story.world.posts(story.world.boardChannel).map((post) => post.text);
    expect(shown().join("\n")).not.toContain("Bowling");
    expect(story.finds("Here is what you chose").text).toContain("The place is not safe");
    await sam.presses("Show it again");
    await story.waits({ minutes: 5 });
    expect(story.finds("Here is what you chose").text).toContain("1. Bowling");
    await story.waits({ days: 2 });
    expect(story.finds(question).text).not.toContain("Bowling");
  });
});
