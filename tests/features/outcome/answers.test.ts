import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Shown, Someone } from "../../support/world.ts";
import { b, type Household, household } from "./household.ts";

let here: Household;
let amina: Someone;
let sam: Someone;
let jo: Someone;

beforeEach(async () => {
  here = await household();
  amina = await here.member("Amina");
  sam = await here.member("Sam", true);
  jo = await here.member("Jo", true);
});
afterEach(() => here.close());

const card = (words = "Ice skating"): Shown => here.staffPosts(words)[0] as Shown;
const yes = { who: "Sam", what: "Book the rink", by: "19 December" };

async function saysYes(more: Partial<typeof yes> = {}) {
  await sam.presses("We'll do it", card());
  await sam.fills({ ...yes, ...more });
  await here.settle();
}

describe("when the adults answer", () => {
  test("a yes reaches the board, the author alone, the staff card and the result", async () => {
    const id = await here.closes({ text: "Ice skating", author: amina });
    expect(card().text).toContain("Ice skating came first. What happens next?");
    expect(card().buttons).toEqual([
      "We'll do it",
      "We'll do part of it",
      "We can't, and here is why",
      "We need more time",
    ]);
    await saysYes();
    expect(sam.sees()?.text).toContain("The board reads it now.");

    const [told] = here.boardPosts("You said: Ice skating.");
    expect(told?.text).toContain("The adults say yes.");
    expect(told?.text).toContain("Who sees to it: Sam");
    expect(told?.text).toContain("What: Book the rink.");
    expect(told?.text).toContain("By: Saturday 19 December");
    expect(told?.buttons).toEqual(["I'm in", "Ask about this", "Get help"]);
    expect(
      amina
        .inbox()
        .map((it) => it.text)
        .join(),
    ).toContain("This was your idea: Ice skating.");
    expect(sam.inbox()).toEqual([]);
    expect(card().buttons).toEqual(["Change the answer", "How is it going?", "It's done", "It was dropped"]);
    await here.waits({ hours: 1 });
    expect(here.boardPosts("Here is what you chose")[0]?.text).toContain("Sam");

    expect(await here.db.audit.findMany({ where: { subject: id } })).toMatchObject([
      { what: "outcome.yes", personId: await here.idOf(sam) },
    ]);
    expect(JSON.stringify(here.world.posts(here.world.staffChannel))).not.toContain("Amina");
  });

  test("nobody is written to when the author is gone", async () => {
    const id = await here.closes({ text: "Ice skating" });
    await saysYes();
    expect(await here.db.letter.count({ where: { key: { startsWith: `outcome:${id}:author` } } })).toBe(0);
    expect(amina.inbox()).toEqual([]);
  });

  test("part of it says what will not happen", async () => {
    await here.closes({ text: "Ice skating" });
    await jo.presses("We'll do part of it", card());
    await jo.fills({ ...yes, notThis: "No bus, the fund is small" });
    await here.settle();
    const [told] = here.boardPosts("yes to part of it");
    expect(told?.text).toContain("Not this part: No bus, the fund is small.");
  });

  test("a no gives an honest reason and ends the idea", async () => {
    const id = await here.closes({ text: "Ice skating", author: amina, helps: [amina] });
    await sam.presses("We can't, and here is why", card());
    await sam.fills({ who: "Sam", reason: "no-money", words: "The fund is spent until April" });
    await here.settle();
    const [told] = here.boardPosts("The adults say: not this time");
    expect(told?.text).toContain("Why: There is no money for it.");
    expect(told?.text).toContain("In their words: The fund is spent until April.");
    expect(told?.buttons).toEqual(["Ask about this", "Get help"]);
    const row = await here.db.outcome.findUniqueOrThrow({ where: { id }, include: { idea: true } });
    expect([row.state, row.idea.state, row.nextAskAt]).toEqual(["declined", "declined", null]);
    expect(await here.db.pledge.count()).toBe(0);
  });

  test("a changed answer is told anew, and the form starts from the old one", async () => {
    await here.closes({ text: "Ice skating" });
    await saysYes();
    await sam.presses("Change the answer", card());
    await sam.presses("We'll do it");
    expect(sam.seesForm()?.fields.map((field) => field.value)).toEqual([
      "Sam",
      "Book the rink.",
      "2026-12-19",
    ]);
    await sam.fills({ who: "Jo", by: "20/12/2026" });
    await here.settle();
    expect(
      here.boardPosts("You said: Ice skating.").map((post) => post.text.includes("Sunday 20 December")),
    ).toEqual([false, true]);
  });

  test("what is said in quiet time reaches the board in the morning, the newest answer alone", async () => {
    await here.closes({ text: "Ice skating" });
    await here.waits({ hours: 3 });
    await saysYes();
    expect(sam.sees()?.text).toContain("It is quiet time. The board reads it Saturday at 8am.");
    await sam.presses("Change the answer", card());
    await sam.presses("We'll do it");
    await sam.fills({ who: "Jo" });
    await here.settle();
    expect(here.boardPosts("You said")).toEqual([]);
    await here.waits({ hours: 12 });
    expect(here.boardPosts("You said").map((post) => post.text.includes("Who sees to it: Jo"))).toEqual([
      true,
    ]);
  });
});

describe("when an answer does not fit", () => {
  test("a day that has passed is refused kindly, and the words are kept", async () => {
    await here.closes({ text: "Ice skating" });
    await saysYes({ by: "1 December" });
    expect(sam.sees()?.text).toContain("That day has passed.");
    expect(here.boardPosts("You said")).toEqual([]);
    await sam.presses("Try again");
    expect(sam.seesForm()?.fields.map((field) => field.value)).toEqual([
      "Sam",
      "Book the rink",
      "1 December",
    ]);
    await sam.fills({ by: "19 December" });
    await here.settle();
    expect(here.boardPosts("You said")).toHaveLength(1);
  });

  test("contacts and @everyone never reach the board", async () => {
    await here.closes({ text: "Ice skating" });
    await saysYes({ what: "Ring 07700 900123" });
    expect(sam.sees()?.text).toContain("leave out links, phone numbers");
    await saysYes({ what: "@everyone come" });
    await here.settle();
    expect(JSON.stringify(here.world.posts(here.world.boardChannel))).not.toMatch(/07700|@everyone/);
  });

  test("two adults at once: the later one reads what was answered, and loses no words", async () => {
    await here.closes({ text: "Ice skating" });
    await sam.presses("We'll do it", card());
    await jo.presses("We can't, and here is why", card());
    await sam.fills(yes);
    await jo.fills({ who: "Jo", reason: "not-safe", words: "The ice is thin" });
    await here.settle();
    expect(jo.sees()?.text).toContain("Somebody answered before you.");
    expect(jo.sees()?.text).toContain("Book the rink.");
    expect(here.boardPosts("You said")).toHaveLength(1);
    await jo.presses("Look at mine again");
    expect(jo.seesForm()?.fields.find((field) => field.name === "words")?.value).toBe("The ice is thin");
    await jo.fills({});
    await here.settle();
    expect(here.boardPosts("The adults say: not this time")).toHaveLength(1);
  });

  test("the same press twice tells the board once", async () => {
    await here.closes({ text: "Ice skating" });
    await saysYes();
    await sam.repeats();
    await here.settle();
    expect(here.boardPosts("You said")).toHaveLength(1);
    expect(await here.db.audit.count()).toBe(1);
  });

  test("young people cannot answer for the adults", async () => {
    const id = await here.closes({ text: "Ice skating" });
    await amina.forges(`outcome.yes?b=${b}&outcome=${id}`);
    expect(amina.sees()?.text).toContain("This one is for workers.");
    await amina.forges(`outcome.giveYes?b=${b}&outcome=${id}&seen=0`);
    expect(await here.db.audit.count()).toBe(0);
  });

  test("an outcome of another board is not found, by staff or by young people", async () => {
    const other = { ...(await here.db.board.findUniqueOrThrow({ where: { id: b } })), id: "board0000002" };
    await here.house.tools.keep((tx) => tx.board.create({ data: other }));
    const id = await here.closes({ text: "A secret of theirs", board: other.id });
    for (const does of ["yes", "change", "giveDone", "known", "told"])
      await sam.forges(`outcome.${does}?b=${b}&outcome=${id}&seen=0`, here.world.staffChannel);
    expect(sam.sees()?.text).not.toContain("secret");
    for (const does of ["known", "in", "out", "name"]) {
      await amina.forges(`outcome.${does}?b=${b}&outcome=${id}&give=yes`);
      expect(amina.sees()?.text).toContain("I can't find that here.");
    }
    await amina.forges(`outcome.known?b=${other.id}&outcome=${id}`);
    expect(amina.sees()?.text).not.toContain("secret");
    expect(await here.db.pledge.count()).toBe(0);
    expect((await here.db.outcome.findUniqueOrThrow({ where: { id } })).state).toBe("owed");
  });
});

test("“Ask about this” says what is known, to the one who asks, and passes nothing on", async () => {
  await here.closes({ text: "Ice skating" });
  await saysYes();
  await amina.presses("Ask about this", here.boardPosts("You said")[0]);
  expect(amina.sees()?.text).toContain("Who sees to it: Sam");
  expect(amina.sees()?.text).toContain("You hear more by Sunday 3 January.");
  expect(amina.sees()?.text).toContain("I don't pass on messages.");
  expect(sam.inbox()).toEqual([]);
});
