import { describe, expect, test } from "vitest";
import { amount, decide, ideaAfter, nextAsk, type Typed } from "../../../src/features/outcome/rules.ts";

const typed: Typed = {
  who: "Sam",
  what: "Book the rink",
  notThis: "",
  by: "19 December",
  reason: "",
  words: "",
};
const owed = {
  state: "owed",
  owner: null,
  plan: null,
  byDate: null,
  owedSince: new Date("2026-12-04T18:00:00Z"),
};
const underWay = { ...owed, state: "under-way", plan: "Book the rink.", byDate: "2026-12-19" };
const at = { now: new Date("2026-12-05T10:00:00Z"), timeZone: "Europe/London" };
const reasonOf = (...it: Parameters<typeof decide>) => {
  const decided = decide(...it);
  return decided.ok ? "accepted" : decided.reason;
};

describe("what an answer must hold", () => {
  test("a yes names an adult, what happens, and by when; news is due 30 days later", () => {
    expect(decide("yes", typed, owed, at)).toEqual({
      ok: true,
      value: {
        state: "under-way",
        answer: "yes",
        owner: "Sam",
        plan: "Book the rink.",
        reason: null,
        byDate: "2026-12-19",
        answeredAt: at.now,
        nextAskAt: new Date("2027-01-04T10:00:00Z"),
      },
    });
  });
  test("nobody can say yes without an adult, a deed and a day", () => {
    expect(reasonOf("yes", { ...typed, who: "" }, owed, at)).toBe("no-who");
    expect(reasonOf("yes", { ...typed, what: "" }, owed, at)).toBe("no-what");
    expect(reasonOf("yes", { ...typed, by: "some day" }, owed, at)).toBe("not-a-day");
    expect(reasonOf("yes", { ...typed, by: "4 December" }, owed, at)).toBe("past");
  });
  test("part of it says what will not happen", () => {
    expect(reasonOf("part", typed, owed, at)).toBe("no-not-this");
    expect(decide("part", { ...typed, notThis: "No bus" }, owed, at)).toMatchObject({
      value: { answer: "part", reason: "No bus." },
    });
  });
  test("a no has a reason from the honest list, and own words", () => {
    const no = { ...typed, reason: "no-money", words: "The fund is spent" };
    expect(reasonOf("no", { ...no, reason: "because" }, owed, at)).toBe("no-reason");
    expect(reasonOf("no", { ...no, words: "" }, owed, at)).toBe("no-words");
    expect(decide("no", no, owed, at)).toMatchObject({
      value: { state: "declined", reason: "no-money", plan: "The fund is spent.", nextAskAt: null },
    });
  });
  test("more time is at most 7 days more, does not stop the clock, and ends with the first answer", () => {
    expect(reasonOf("time", { ...typed, by: "18 December" }, owed, at)).toBe("accepted");
    expect(reasonOf("time", { ...typed, by: "19 December" }, owed, at)).toBe("time-too-long");
    const decided = decide("time", { ...typed, by: "18 December" }, owed, at);
    expect(decided.ok && "nextAskAt" in decided.value).toBe(false);
    expect(reasonOf("time", { ...typed, by: "18 December" }, underWay, at)).toBe("answered-already");
  });
  test("there is no news of what is not under way", () => {
    for (const kind of ["news", "done", "dropped"] as const)
      expect(reasonOf(kind, { ...typed, words: "Well" }, owed, at)).toBe("not-under-way");
    expect(decide("news", { ...typed, words: "Rink is booked", by: "" }, underWay, at)).toMatchObject({
      value: { plan: "Rink is booked.", byDate: "2026-12-19" },
    });
  });
  test("links, phone numbers and long speeches are refused", () => {
    expect(reasonOf("yes", { ...typed, what: "See www.rink.example.com" }, owed, at)).toBe("contact");
    expect(reasonOf("yes", { ...typed, who: "Sam 07700 900123" }, owed, at)).toBe("contact");
    expect(reasonOf("yes", { ...typed, what: "a".repeat(301) }, owed, at)).toBe("too-long");
  });
});

test("after a long sleep adults are asked once more, on the same wall hour, also over a clock change", () => {
  const first = new Date("2026-03-20T18:00:00Z");
  const next = nextAsk("Europe/London", first, 7, new Date("2026-04-20T12:00:00Z"));
  expect(next).toEqual(new Date("2026-04-24T17:00:00Z"));
});

test("staff read “some” below three, and never a number above", () => {
  expect([0, 1, 2, 3, 40].map(amount)).toEqual(["none", "some", "some", "more", "more"]);
});

test("an idea that staff hid stays hidden, whatever is answered", () => {
  expect(ideaAfter("under-way", "hidden")).toBe("hidden");
  expect(ideaAfter("declined", "won")).toBe("declined");
  expect(ideaAfter("under-way", "declined")).toBe("won");
});
