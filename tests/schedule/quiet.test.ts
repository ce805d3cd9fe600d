import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterQuiet, isQuiet } from "../../src/schedule/quiet.ts";
import { atHour, dateIn, daysBetween, daysLater, isTimeZone } from "../../src/schedule/wall-clock.ts";

const night = { timeZone: "Europe/London", quietFrom: 20, quietTo: 8 };
const at = (text: string) => new Date(text);

describe("quiet time", () => {
  it("begins at 8pm and ends at 8am", () => {
    const hours = ["19:59", "20:00", "23:30", "00:00", "07:59", "08:00"];
    expect(hours.map((hour) => isQuiet(night, at(`2026-11-23T${hour}Z`)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it("holds a post back until the morning, and lets one through by day", () => {
    expect(afterQuiet(night, at("2026-11-23T21:15Z"))).toEqual(at("2026-11-24T08:00Z"));
    expect(afterQuiet(night, at("2026-11-24T03:00Z"))).toEqual(at("2026-11-24T08:00Z"));
    expect(afterQuiet(night, at("2026-11-24T12:34Z"))).toEqual(at("2026-11-24T12:34Z"));
  });

  it("follows the wall through the night of a clock change", () => {
    expect(afterQuiet(night, at("2027-03-27T22:00Z"))).toEqual(at("2027-03-28T07:00Z"));
    expect(afterQuiet(night, at("2027-10-30T20:00Z"))).toEqual(at("2027-10-31T08:00Z"));
  });

  it("can be by day, and can be left out", () => {
    expect(isQuiet({ ...night, quietFrom: 9, quietTo: 15 }, at("2026-11-23T12:00Z"))).toBe(true);
    expect(isQuiet({ ...night, quietFrom: 9, quietTo: 15 }, at("2026-11-23T20:00Z"))).toBe(false);
    expect(isQuiet({ ...night, quietFrom: 9, quietTo: 9 }, at("2026-11-23T09:00Z"))).toBe(false);
  });

  it("ends at the first moment that is not quiet, whatever the hours and the zone", () => {
    const quietTimes = fc.record({
      timeZone: fc.constantFrom("Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"),
      quietFrom: fc.integer({ min: 0, max: 23 }),
      quietTo: fc.integer({ min: 0, max: 23 }),
    });
    const clockChanges = ["2027-03-27T12:00Z", "2027-10-30T12:00Z", "2027-10-02T06:00Z", "2027-04-03T06:00Z"];
    const instants = fc
      .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: 0, max: 2 * 24 * 60 }))
      .map(([day, minutes]) => new Date(at(day).getTime() + minutes * 60_000));
    fc.assert(
      fc.property(quietTimes, instants, (quiet, now) => {
        const end = afterQuiet(quiet, now);
        expect(isQuiet(quiet, end)).toBe(false);
        for (let time = now.getTime(); time < end.getTime(); time += 30 * 60_000) {
          expect(isQuiet(quiet, new Date(time))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("days of the wall", () => {
  it("are counted by the board's own calendar", () => {
    expect(dateIn("Pacific/Apia", at("2026-11-22T12:00Z"))).toBe("2026-11-23");
    expect(daysBetween("Europe/London", at("2026-11-22T23:59Z"), at("2026-11-23T00:01Z"))).toBe(1);
    expect(daysBetween("Europe/London", at("2026-11-23T00:01Z"), at("2026-11-16T00:01Z"))).toBe(-7);
    expect(daysLater("Europe/London", at("2027-03-25T16:00Z"), 7)).toEqual(at("2027-04-01T15:00Z"));
    expect(atHour("Asia/Kathmandu", "2026-11-22", 9)).toEqual(at("2026-11-22T03:15Z"));
  });

  it("need a time zone that exists", () => {
    const names = ["Europe/London", "Asia/Kathmandu", "Europe/Narnia", "", "+01:00", "London"];
    expect(names.map(isTimeZone)).toEqual([true, true, false, false, false, false]);
  });
});
