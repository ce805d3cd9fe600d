import { afterEach, beforeEach, expect, test } from "vitest";
import { runs } from "../../../src/bot/view.ts";
import type { Someone } from "../../support/world.ts";
import { b, type Household, household } from "./household.ts";

let here: Household;
let amina: Someone;
let ben: Someone;
let sam: Someone;

beforeEach(async () => {
  here = await household();
  amina = await here.member("Amina");
  ben = await here.member("Ben");
  sam = await here.member("Sam", true);
});
afterEach(() => here.close());

const plan = async (who: Someone = amina) => {
  await who.commands("plan");
  return who.sees()?.text ?? "";
};

async function answers(idea: string, kind: string, fields: Record<string, string>) {
  await sam.presses(kind, here.staffPosts(`${idea} came first`)[0]);
  await sam.fills({ who: "Sam", ...fields });
  await here.settle();
}

test("a new board reads that nothing is on yet, and when the next question comes", async () => {
  expect(await plan()).toBe(
    "The next four weeks\nThe next question comes on Monday at 4pm.\nWhat is on\nNothing is on yet. What you choose next can be.",
  );
  expect(amina.sees()?.buttons).toEqual(["Add my idea", "Get help"]);
});

test("the plan shows what is on, what is owed and what is over, with the author's name only if they chose so", async () => {
  await here.closes({ text: "Ice skating", author: amina, named: true });
  await here.closes({ text: "Film night", author: ben });
  await here.closes({ text: "A private jet", author: ben });
  await here.closes({ text: "Paint the waiting room", author: ben });
  await answers("Ice skating", "We'll do it", { what: "Book the rink", by: "19 December" });
  await answers("Film night", "We'll do part of it", {
    what: "Show it",
    notThis: "No pizza",
    by: "9 January",
  });
  await answers("A private jet", "We can't, and here is why", { reason: "no-money", words: "Sorry" });
  const text = await plan(ben);
  expect(text).toContain("Ice skating: yes. Sam sees to it, by Saturday 19 December.");
  expect(text).toContain("Amina's idea.");
  expect(text).toContain("Film night: part of it. Sam sees to it, by Saturday 9 January.");
  expect(text).not.toContain("Ben");
  expect(text).toContain("A private jet: not this time. There is no money for it.");
  expect(text).toContain("Paint the waiting room: the adults answer by Friday 11 December.");
  await here.waits({ days: 8 });
  expect(await plan()).toContain("Paint the waiting room: waiting for the adults since Friday 11 December.");
  await here.waits({ days: 28 });
  const later = await plan();
  expect(later).not.toContain("A private jet");
  expect(later).toContain("Ice skating");
});

test("a week that staff skipped is not promised, and an open poll can be chosen from", async () => {
  const poll = {
    boardId: b,
    kind: "weekly",
    question: "What shall we do?",
    mode: "secret",
    picks: 3,
    winners: 1,
  };
  const day = (text: string) => new Date(`${text}T16:00:00Z`);
  const times = { opensAt: day("2026-12-07"), ideasCloseAt: day("2026-12-10"), closesAt: day("2026-12-11") };
  await here.house.tools.keep(async (tx) => {
    await tx.poll.create({
      data: {
        ...poll,
        ...times,
        id: "skipped",
        number: 901,
        occurrence: "2026-12-07",
        state: "skipped",
        ballotMost: 25,
      },
    });
    await tx.poll.create({
      data: {
        ...poll,
        ...times,
        id: "open",
        number: 902,
        opensAt: day("2026-12-03"),
        closesAt: day("2026-12-08"),
        state: "open",
        ballotMost: 25,
      },
    });
  });
  const text = await plan();
  expect(text).toContain("What shall we do? Open until Tuesday at 4pm.");
  expect(text).toContain("The next question comes on Monday 14 December at 4pm.");
  expect(amina.sees()?.buttons).toEqual(["Choose", "Add my idea", "Get help"]);
});

test("a very full plan still fits on every platform", async () => {
  const long = "y".repeat(80);
  for (let count = 0; count < 12; count += 1)
    await here.closes({ text: `${count} ${long}`, author: amina, named: true });
  await here.house.tools.keep(async (tx) => {
    const going = {
      state: "under-way",
      answer: "part",
      owner: "z".repeat(60),
      byDate: "2026-12-19",
      answeredAt: here.now(),
    };
    const ids = (await tx.outcome.findMany({ take: 6 })).map(({ id }) => id);
    await tx.outcome.updateMany({ where: { id: { in: ids } }, data: going });
  });
  const text = await plan();
  expect(
    runs(text)
      .map((run) => run.text)
      .join("").length,
  ).toBeLessThan(4000);
  expect(text).toContain("And 1 more.");
});

test("a hidden idea stands in no plan, and nobody is asked about it again", async () => {
  const id = await here.closes({ text: "Go to Ben's house" });
  await here.house.tools.keep((tx) =>
    tx.idea.update({ where: { id: `idea-${id}` }, data: { state: "hidden" } }),
  );
  expect(await plan()).not.toContain("Ben's house");
  await here.waits({ days: 15 });
  expect(here.staffPosts("still waits")).toEqual([]);
  await sam.presses("Change the answer", here.staffPosts("came first")[0]).catch(() => undefined);
  await amina.forges(`outcome.known?b=${b}&outcome=${id}`);
  expect(amina.sees()?.text).toContain("An idea that is hidden now");
});
