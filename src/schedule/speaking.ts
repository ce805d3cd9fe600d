/**
 * Plain words for days and hours, in a board's zone and language. Relative words ("tomorrow") are avoided: a post is read
 * on other days than it was written. Welsh is ready in form; a named person must read it before it is used.
 */
import { type Language, localeOf } from "../bot/say.ts";
import { daysBetween, type IsoDate } from "./wall-clock.ts";

export type Speaking = {
  /** "Friday at 6pm" when it comes within six days; else "Friday 11 December at 6pm". */
  moment(at: Date, now: Date): string;
  /** "Friday" when it comes within six days; else "Friday 11 December", with the year when it is half a year or more away. */
  dayOf(at: Date, now: Date): string;
  /** A whole date: "Saturday 19 December", with the year when it is half a year or more away. */
  date(at: Date, now: Date): string;
  /** "6pm", "6:30pm", "midday". */
  time(at: Date): string;
};

const made = new Map<string, Speaking>();

/** How to speak of instants on a board. Made once for each language and zone. */
export function speaking(language: Language, timeZone: string): Speaking {
  const key = `${language} ${timeZone}`;
  const found = made.get(key) ?? speaker(language, timeZone);
  made.set(key, found);
  return found;
}

function speaker(language: Language, timeZone: string): Speaking {
  const locale = localeOf(language);
  const at = language === "cy" ? "am" : "at";
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: "long" });
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric" });
  const month = new Intl.DateTimeFormat(locale, { timeZone, month: "long" });
  const year = new Intl.DateTimeFormat(locale, { timeZone, year: "numeric" });
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

  const time = (when: Date) => {
    const [hour = 0, minute = 0] = clock.format(when).split(":").map(Number);
    return clockTime(language, hour, minute);
  };
  const date = (when: Date, now: Date) => {
    const far = Math.abs(daysBetween(timeZone, now, when)) >= 183;
    const parts = [weekday, day, month, ...(far ? [year] : [])];
    return parts.map((part) => part.format(when)).join(" ");
  };
  const dayOf = (when: Date, now: Date) => {
    const away = daysBetween(timeZone, now, when);
    return away >= 0 && away <= 6 ? weekday.format(when) : date(when, now);
  };
  return { time, date, dayOf, moment: (when, now) => `${dayOf(when, now)} ${at} ${time(when)}` };
}

/** An hour of the wall: "4pm", "12am", "midday"; in Welsh by the 24 hours, "16:00". */
export function clockTime(language: Language, hour: number, minute = 0): string {
  const minutes = String(minute).padStart(2, "0");
  if (language === "cy") return `${String(hour).padStart(2, "0")}:${minutes}`;
  if (hour === 12 && minute === 0) return "midday";
  return `${hour % 12 || 12}${minute === 0 ? "" : `:${minutes}`}${hour < 12 ? "am" : "pm"}`;
}

/** The name of a weekday, 1 to 7, Monday is 1. */
export const weekdayName = (language: Language, weekday: number): string =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(localeOf(language), { timeZone: "UTC", weekday: "long" }).format(
    Date.UTC(2024, 0, weekday),
  );

/** A day of the calendar that stands for itself, whatever the zone: "Saturday 19 December 2026". */
export const calendarDay = (language: Language, date: IsoDate): string =>
  speaking(language, "UTC").date(new Date(`${date}T12:00:00Z`), new Date(0));

/** How long something lasts, from full hours: "5 days", "2 days and 12 hours", "1 hour". */
export function duration(language: Language, hours: number): string {
  const parts = [amount(language, Math.floor(hours / 24), "day"), amount(language, hours % 24, "hour")];
  const said = parts.filter((part) => part !== undefined);
  if (said.length === 0) return amount(language, 0, "hour", true) ?? "";
  return new Intl.ListFormat(localeOf(language), { type: language === "cy" ? "unit" : "conjunction" }).format(
    said,
  );
}

function amount(
  language: Language,
  count: number,
  unit: "day" | "hour",
  evenNone = false,
): string | undefined {
  if (count === 0 && !evenNone) return undefined;
  return new Intl.NumberFormat(localeOf(language), { style: "unit", unit, unitDisplay: "long" }).format(
    count,
  );
}
