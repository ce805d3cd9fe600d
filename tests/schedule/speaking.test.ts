import { describe, expect, it } from "vitest";
import { calendarDay, clockTime, duration, speaking, weekdayName } from "../../src/schedule/speaking.ts";

const now = new Date("2026-11-22T12:00Z");
const at = (text: string) => new Date(text);
const london = speaking("en", "Europe/London");

describe("what people read about time", () => {
  it("is the weekday when it comes within six days, and the date when it is further off or past", () => {
    expect(london.moment(at("2026-11-27T18:00Z"), now)).toBe("Friday at 6pm");
    expect(london.moment(at("2026-11-28T23:59Z"), now)).toBe("Saturday at 11:59pm");
    expect(london.moment(at("2026-11-29T09:00Z"), now)).toBe("Sunday 29 November at 9am");
    expect(london.moment(at("2026-12-11T18:30Z"), now)).toBe("Friday 11 December at 6:30pm");
    expect(london.moment(at("2026-11-20T12:00Z"), now)).toBe("Friday 20 November at midday");
  });

  it("names the day, and the year when it is half a year off", () => {
    expect(london.dayOf(at("2026-11-27T18:00Z"), now)).toBe("Friday");
    expect(london.date(at("2026-12-19T18:00Z"), now)).toBe("Saturday 19 December");
    expect(london.date(at("2027-01-02T18:00Z"), now)).toBe("Saturday 2 January");
    expect(london.date(at("2027-08-01T18:00Z"), now)).toBe("Sunday 1 August 2027");
    expect(calendarDay("en", "2026-12-19")).toBe("Saturday 19 December 2026");
  });

  it("is in the board's own zone", () => {
    expect(speaking("en", "Asia/Kathmandu").moment(at("2026-11-27T18:00Z"), now)).toBe("Friday at 11:45pm");
    expect(london.time(at("2026-07-01T17:00Z"))).toBe("6pm");
  });

  it("is told in plain lengths and hours", () => {
    expect([120, 60, 24, 1, 0].map((hours) => duration("en", hours))).toEqual([
      "5 days",
      "2 days and 12 hours",
      "1 day",
      "1 hour",
      "0 hours",
    ]);
    expect([0, 9, 12, 16].map((hour) => clockTime("en", hour))).toEqual(["12am", "9am", "midday", "4pm"]);
    expect([1, 7].map((weekday) => weekdayName("en", weekday))).toEqual(["Monday", "Sunday"]);
  });

  it("can be Welsh", () => {
    const cymru = speaking("cy", "Europe/London");
    expect(cymru.moment(at("2026-12-11T18:00Z"), now)).toBe("Dydd Gwener 11 Rhagfyr am 18:00");
    expect([24, 48, 60].map((hours) => duration("cy", hours))).toEqual([
      "1 diwrnod",
      "2 ddiwrnod",
      "2 ddiwrnod, 12 awr",
    ]);
  });
});
