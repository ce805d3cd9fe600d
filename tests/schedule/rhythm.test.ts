import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closingOf,
  isSkipDate,
  latestClose,
  latestOpening,
  nextOpening,
  type Opening,
  openingIsQuiet,
  openingsBetween,
  type Rhythm,
  skippedOn,
} from "../../src/schedule/rhythm.ts";

const london: Rhythm = {
  timeZone: "Europe/London",
  weekday: 1,
  hour: 16,
  openHours: 120,
  quietFrom: 20,
  quietTo: 8,
  nation: "england",
  skipDates: [],
};
const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
const hour = 3_600_000;
const iso = (opening: Opening | undefined) =>
  opening &&
  [opening.opensAt, opening.ideasCloseAt, opening.closesAt].map((at) => at.toISOString().slice(0, 16));

/** What the wall shows, by `Intl` alone: not by the library that is tested. */
function wallOf(
  timeZone: string,
): (at: Date) => { weekday: string; date: string; hour: number; minute: number } {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return {
      weekday: part.weekday ?? "",
      date: `${part.year}-${part.month}-${part.day}`,
      hour: Number(part.hour),
      minute: Number(part.minute),
    };
  };
}
const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

describe("a board's week", () => {
  it("opens on Monday at 4pm and closes on Saturday at 4pm", () => {
    const next = nextOpening(london, new Date("2026-11-22T04:00Z"));
    expect(next?.occurrence).toBe("2026-11-23");
    expect(iso(next)).toEqual(["2026-11-23T16:00", "2026-11-27T16:00", "2026-11-28T16:00"]);
  });

  it("closes at the same time on the wall when the clocks change in between", () => {
    const spring = { ...london, weekday: 4 };
    expect(iso(nextOpening(spring, new Date("2027-03-20T00:00Z")))).toEqual([
      "2027-03-25T16:00",
      "2027-03-29T15:00",
      "2027-03-30T15:00",
    ]);
    expect(iso(nextOpening(spring, new Date("2027-10-25T00:00Z")))).toEqual([
      "2027-10-28T15:00",
      "2027-11-01T16:00",
      "2027-11-02T16:00",
    ]);
  });

  it("opens an hour later where the clocks jump over the hour, and at the first of two where it comes twice", () => {
    const night = { ...london, weekday: 7, hour: 1, quietFrom: 0, quietTo: 0 };
    expect(nextOpening(night, new Date("2027-03-27T12:00Z"))?.opensAt.toISOString()).toBe(
      "2027-03-28T01:00:00.000Z",
    );
    expect(nextOpening(night, new Date("2027-10-30T12:00Z"))?.opensAt.toISOString()).toBe(
      "2027-10-31T00:00:00.000Z",
    );
    const island = { ...night, timeZone: "Australia/Lord_Howe", hour: 2 };
    const wall = wallOf(island.timeZone)(
      nextOpening(island, new Date("2027-10-02T00:00Z"))?.opensAt ?? new Date(0),
    );
    expect(wall).toMatchObject({ date: "2027-10-03", hour: 2, minute: 30 });
  });

  it("leaves bank holidays and the board's own dates out, and says which week was skipped and why", () => {
    const rhythm = { ...london, skipDates: ["2027-05-10/2027-05-17"] };
    expect(nextOpening(rhythm, new Date("2027-04-27T00:00Z"))?.occurrence).toBe("2027-05-24");
    expect(
      openingsBetween(rhythm, new Date("2027-04-27T00:00Z"), new Date("2027-05-24T15:00Z")),
    ).toMatchObject([
      { occurrence: "2027-05-03", skipped: { why: "bank holiday", name: "Early May bank holiday" } },
      { occurrence: "2027-05-10", skipped: { why: "own date" } },
      { occurrence: "2027-05-17", skipped: { why: "own date" } },
      { occurrence: "2027-05-24" },
    ]);
    expect(latestOpening(rhythm, new Date("2027-05-04T00:00Z"))).toMatchObject({
      occurrence: "2027-05-03",
      skipped: { why: "bank holiday" },
    });
    expect(skippedOn({ ...rhythm, nation: "none" }, "2027-05-03")).toBeUndefined();
  });

  it("counts an opening as opened at its very instant", () => {
    const at = new Date("2026-11-23T16:00Z");
    expect(latestOpening(london, at).occurrence).toBe("2026-11-23");
    expect(latestOpening(london, new Date(at.getTime() - 1)).occurrence).toBe("2026-11-16");
    expect(nextOpening(london, at)?.occurrence).toBe("2026-11-30");
    expect(openingsBetween(london, at, at)).toEqual([]);
  });

  it("lets a poll run until 12 hours before the next opens, also over a skipped week", () => {
    expect(latestClose(london, new Date("2026-11-23T16:00Z"))?.toISOString()).toBe(
      "2026-11-30T04:00:00.000Z",
    );
    const skipping = { ...london, skipDates: ["2026-11-30"] };
    expect(latestClose(skipping, new Date("2026-11-23T16:00Z"))?.toISOString()).toBe(
      "2026-12-07T04:00:00.000Z",
    );
  });

  it("shortens a poll that is opened by hand so that it ends before the weekly one", () => {
    const closing = closingOf(london, new Date("2026-11-27T10:15Z"));
    expect(closing.closesAt.toISOString()).toBe("2026-11-30T04:00:00.000Z");
    expect(closing.ideasCloseAt.toISOString()).toBe("2026-11-29T04:00:00.000Z");
    expect(closingOf(london, new Date("2026-11-24T10:15Z")).closesAt.toISOString()).toBe(
      "2026-11-29T10:15:00.000Z",
    );
  });

  it("ends the search when a board skips everything", () => {
    const never = { ...london, skipDates: ["2020-01-01/2099-12-31"] };
    expect(nextOpening(never, new Date("2026-11-23T16:00Z"))).toBeUndefined();
    expect(latestClose(never, new Date("2026-11-23T16:00Z"))).toBeUndefined();
    expect(closingOf(never, new Date("2026-11-23T16:00Z")).closesAt.toISOString()).toBe(
      "2026-11-28T16:00:00.000Z",
    );
  });

  it("knows an opening in the quiet time, and a badly written date", () => {
    expect(openingIsQuiet(london)).toBe(false);
    expect(openingIsQuiet({ ...london, hour: 20 })).toBe(true);
    expect(openingIsQuiet({ ...london, hour: 8 })).toBe(false);
    expect(["2026-12-21", "2026-12-21/2027-01-03"].map(isSkipDate)).toEqual([true, true]);
    const bad = [
      "",
      "2026-02-30",
      "21/12/2026",
      "2026-12-21/",
      "2027-01-03/2026-12-21",
      "2026-1-1",
      "2026-01-01/x",
    ];
    expect(bad.map(isSkipDate)).toEqual(bad.map(() => false));
  });
});

describe.each(zones)("every week of 2024 to 2033 in %s", (timeZone) => {
  const rhythm: Rhythm = { ...london, timeZone, weekday: 3, openHours: 144, nation: "none" };
  const from = new Date("2024-01-01T00:00Z");
  const to = new Date("2034-01-01T00:00Z");
  const weeks = openingsBetween(rhythm, from, to);
  const wall = wallOf(timeZone);

  it("has one opening for each Wednesday, at 4pm on the wall, and a close six days on at 4pm", () => {
    const wednesdays = new Set<string>();
    for (let at = from.getTime(); at < to.getTime(); at += 24 * hour) {
      const shown = wall(new Date(at));
      if (shown.weekday === "Wed") wednesdays.add(shown.date);
    }
    expect(weeks.map((week) => week.occurrence)).toEqual([...wednesdays]);
    expect(weeks.filter(({ opensAt, occurrence }) => wall(opensAt).date !== occurrence)).toEqual([]);
    expect(weeks.filter(({ opensAt }) => wall(opensAt).hour !== 16 || wall(opensAt).minute !== 0)).toEqual(
      [],
    );
    expect(
      weeks.filter(({ closesAt }) => wall(closesAt).hour !== 16 || wall(closesAt).weekday !== "Tue"),
    ).toEqual([]);
    expect(weeks.filter(({ ideasCloseAt }) => wall(ideasCloseAt).weekday !== "Mon")).toEqual([]);
  });

  it("never has two polls open at once, and comes to the same weeks one after another", () => {
    let at = from;
    for (const week of weeks) {
      const next = nextOpening(rhythm, at);
      expect(next).toEqual(week);
      expect(week.opensAt.getTime()).toBeGreaterThan(at.getTime());
      at = week.opensAt;
      const following = latestClose(rhythm, at);
      expect(following && week.closesAt <= following).toBe(true);
    }
  });
});

describe("any rhythm, at any time", () => {
  const rhythms = fc.record({
    timeZone: fc.constantFrom(...zones),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    openHours: fc.integer({ min: 48, max: 144 }),
    quietFrom: fc.constant(0),
    quietTo: fc.constant(0),
    nation: fc.constantFrom("england", "scotland", "wales", "northern-ireland", "none"),
    skipDates: fc.array(fc.constantFrom("2026-12-21/2027-01-03", "2027-02-15", "2028-08-01/2028-08-31"), {
      maxLength: 2,
    }),
  }) satisfies fc.Arbitrary<Rhythm>;
  const instants = fc.date({ min: new Date("2024-01-01"), max: new Date("2033-12-31"), noInvalidDate: true });
  const walls = new Map(zones.map((zone) => [zone, wallOf(zone)] as const));

  it("opens on the chosen weekday and hour, or within the hour after it where the clocks jump", () => {
    fc.assert(
      fc.property(rhythms, instants, (rhythm, at) => {
        const next = nextOpening(rhythm, at);
        const shown = next && walls.get(rhythm.timeZone)?.(next.opensAt);
        if (!next || !shown) return false;
        const late = shown.hour * 60 + shown.minute - rhythm.hour * 60;
        return (
          next.opensAt > at &&
          days[rhythm.weekday - 1] === shown.weekday &&
          next.occurrence === shown.date &&
          late >= 0 &&
          late <= 60 &&
          !skippedOn(rhythm, shown.date)
        );
      }),
    );
  });

  it("opens, then closes to ideas, then closes, then leaves 12 hours", () => {
    fc.assert(
      fc.property(rhythms, instants, (rhythm, at) => {
        const next = nextOpening(rhythm, at);
        const latest = next && latestClose(rhythm, next.opensAt);
        if (!next || !latest) return false;
        const open = (next.closesAt.getTime() - next.opensAt.getTime()) / hour;
        return (
          next.opensAt < next.ideasCloseAt &&
          next.ideasCloseAt < next.closesAt &&
          next.closesAt <= latest &&
          Math.abs(open - rhythm.openHours) <= 1
        );
      }),
    );
  });

  it("finds the same week from both sides: the newest by its own opening is the next before it", () => {
    fc.assert(
      fc.property(rhythms, instants, (rhythm, at) => {
        const next = nextOpening(rhythm, at);
        if (!next) return false;
        const between = openingsBetween(rhythm, at, next.opensAt);
        expect(latestOpening(rhythm, next.opensAt)).toEqual(next);
        expect(between.at(-1)).toEqual(next);
        return between.slice(0, -1).every((week) => week.skipped !== undefined);
      }),
    );
  });
});
