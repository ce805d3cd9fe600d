import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Shown, Someone } from "../../support/world.ts";
import { type Household, household } from "./household.ts";

let here: Household;
let amina: Someone;
let sam: Someone;

beforeEach(async () => {
  here = await household();
  amina = await here.member("Amina");
  sam = await here.member("Sam", true);
});
afterEach(() => here.close());

const card = (): Shown => here.staffPosts("Ice skating")[0] as Shown;
const reminders = () => here.staffPosts("still waits for your answer. What");
const late = () => here.boardPosts("waiting for the adults since Friday 11 December");
const asksForNews = () => here.staffPosts("how is it going?");

async function saysYes() {
  await sam.presses("We'll do it", card());
  await sam.fills({ who: "Sam", what: "Book the rink", by: "19 December" });
  await here.settle();
}

describe("when no answer comes", () => {
  test("staff are reminded every 7 days, and the board hears once that it waits", async () => {
    await here.closes({ text: "Ice skating" });
    await here.waits({ days: 6, hours: 23 });
    expect([reminders().length, late().length]).toEqual([0, 0]);
    await here.waits({ hours: 2 });
    expect(reminders()).toHaveLength(1);
    expect(late().filter((post) => post.buttons.includes("Ask about this"))).toHaveLength(1);
    await here.waits({ days: 14 });
    expect(reminders()).toHaveLength(3);
    expect(late().filter((post) => post.buttons.includes("Ask about this"))).toHaveLength(1);
  });

  test("the result in the channel says since when the board waits", async () => {
    await here.closes({ text: "Ice skating" });
    await here.waits({ days: 7, hours: 1 });
    expect(here.boardPosts("Here is what you chose")[0]?.text).toMatch(/waiting for the adults since/i);
  });

  test("a house that was off for five weeks asks once, and beating twice asks no more", async () => {
    await here.closes({ text: "Ice skating" });
    await here.sleeps(35);
    await here.house.beat();
    await here.house.beat();
    expect(reminders()).toHaveLength(1);
    await here.waits({ days: 7 });
    expect(reminders()).toHaveLength(2);
  });

  test("the reminders and the late post say so once the adults have answered", async () => {
    await here.closes({ text: "Ice skating" });
    await here.waits({ days: 8 });
    await sam.presses("We'll do it", reminders()[0]);
    await sam.fills({ who: "Sam", what: "Book the rink", by: "19 December" });
    await here.waits({ hours: 1 });
    expect(late().filter((post) => post.buttons.includes("Ask about this"))).toEqual([]);
    expect(here.boardPosts("Ice skating: the adults have answered now.")).toHaveLength(1);
    expect(here.staffPosts("you have answered since. Thank you.")).toHaveLength(1);
    await here.waits({ days: 20 });
    expect(reminders()).toEqual([]);
  });

  test("asking for more time is told, but the answer is still owed", async () => {
    await here.closes({ text: "Ice skating", author: amina });
    await sam.presses("We need more time", card());
    await sam.fills({ who: "Sam", by: "25 December", words: "" });
    expect(sam.sees()?.text).toContain("At the latest: Friday 18 December.");
    await sam.presses("Try again");
    await sam.fills({ by: "18 December", words: "The rink rings back next week" });
    await here.settle();
    const [told] = here.boardPosts("The adults need more time.");
    expect(told?.text).toContain("They need until: Friday 18 December");
    expect(card().buttons).toContain("We'll do it");
    await here.waits({ days: 7, hours: 1 });
    expect(reminders()).toHaveLength(1);
    expect(late().length).toBeGreaterThan(0);
  });
});

describe("after a yes", () => {
  test("staff are asked for news every 30 days; the board reads it; done is told warmly and ends it", async () => {
    const id = await here.closes({ text: "Ice skating", author: amina });
    await saysYes();
    await here.waits({ days: 29 });
    expect(asksForNews()).toEqual([]);
    await here.waits({ days: 2 });
    expect(asksForNews()).toHaveLength(1);
    expect(asksForNews()[0]?.buttons).toEqual([
      "It's done",
      "Still on it: what is new?",
      "It was dropped, and why",
    ]);
    await amina.commands("plan");
    expect(amina.sees()?.text).toContain("There was no news since Friday 4 December");

    await sam.presses("Still on it: what is new?", asksForNews()[0]);
    await sam.fills({ words: "The rink is booked, the bus is not", by: "16/01/2027" });
    await here.settle();
    const [news] = here.boardPosts("Here is what is new.");
    expect(news?.text).toContain("What is new: The rink is booked, the bus is not.");
    expect(news?.text).toContain("By: Saturday 16 January");
    expect(amina.inbox()).toHaveLength(1);

    await here.waits({ days: 31 });
    expect(asksForNews()).toHaveLength(2);
    await sam.presses("It's done", asksForNews()[1]);
    await sam.fills({ words: "" });
    await here.settle();
    expect(here.boardPosts("It's done! You asked for it")).toHaveLength(1);
    expect(amina.inbox()).toHaveLength(2);
    await here.waits({ days: 70 });
    expect(asksForNews().filter((post) => post.buttons.length > 0)).toEqual([]);
    const row = await here.db.outcome.findUniqueOrThrow({ where: { id }, include: { idea: true } });
    expect([row.state, row.idea.state]).toEqual(["done", "done"]);
  });

  test("what is dropped is told with its why", async () => {
    await here.closes({ text: "Ice skating" });
    await saysYes();
    await sam.presses("It was dropped", card());
    await sam.fills({ words: "The rink has closed for good" });
    await here.settle();
    expect(here.boardPosts("It was stopped. Here is why.")[0]?.text).toContain(
      "The rink has closed for good.",
    );
    await sam.presses("Change the answer", card());
    expect(sam.sees()?.buttons).toEqual(["We'll do it", "We'll do part of it", "We can't, and here is why"]);
  });
});
