/** Reading a day that an adult typed, in British order and without guessing. Pure: today is handed in. */
import { accept, type Outcome, refuse } from "../../bot/outcome.ts";
import { type IsoDate, isIsoDate } from "../../schedule/wall-clock.ts";

export type NotADay = "not-a-day" | "past" | "too-far" | "other-weekday";

/** The furthest day that is taken, in days from today: two years. Beyond that it is more likely a slip. */
const furthest = 731;
/** A day without its year that lies at most this many days back is taken as past, not as next year's. */
const justPast = 92;

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const months = "january february march april may june july august september october november december".split(
  " ",
);

/** Calendar days from one day to another. */
export const daysApart = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

/**
 * Reads "2026-12-19", "19/12/2026", "19.12.26", "19 December", "Saturday 19th Dec 2026" or "December 19".
 * Numbers alone are day, month, year. Without a year the next such day is meant, unless it has only just passed.
 * A weekday that does not belong to the day is refused, for then one of both is a slip.
 */
export function readDay(text: string, today: IsoDate): Outcome<IsoDate, NotADay> {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/[,\s]+/g, " ");
  const [, named = "", rest = ""] = /^(?:([a-z]{3,9})\.? (?:the )?(?=\d))?(.+)$/.exec(typed) ?? [];
  const weekday = weekdayOf(named);
  const parts = partsOf(weekday === undefined ? typed : rest);
  if (!parts) return refuse("not-a-day");
  const day = inYear(parts, today);
  if (day === undefined) return refuse("not-a-day");
  if (day < today) return refuse("past");
  if (daysApart(today, day) > furthest) return refuse("too-far");
  if (weekday !== undefined && new Date(`${day}T12:00:00Z`).getUTCDay() !== weekday)
    return refuse("other-weekday");
  return accept(day);
}

type Parts = { day: number; month: number; year?: number };

function partsOf(text: string): Parts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const numbers = /^(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?$/.exec(text);
  if (numbers) return { day: Number(numbers[1]), month: Number(numbers[3]), year: yearOf(numbers[4]) };
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)\.?(?: (\d{4}|\d{2}))?$/.exec(text);
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthOf(name ?? "");
  return month === undefined ? undefined : { day: Number(day), month, year: yearOf(year) };
}

const yearOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text) + (text.length === 2 ? 2000 : 0);

const startsOne = (names: string[], text: string): number =>
  text.length < 3 ? -1 : names.findIndex((name) => name.startsWith(text));

const monthOf = (text: string): number | undefined => {
  const found = text === "sept" ? 8 : startsOne(months, text);
  return found === -1 ? undefined : found + 1;
};

const weekdayOf = (text: string): number | undefined => {
  const found = startsOne(weekdays, text);
  return found === -1 ? undefined : found;
};

function inYear({ day, month, year }: Parts, today: IsoDate): IsoDate | undefined {
  const on = (which: number): IsoDate | undefined => {
    const iso = [String(which).padStart(4, "0"), pad(month), pad(day)].join("-");
    return isIsoDate(iso) ? iso : undefined;
  };
  if (year !== undefined) return on(year);
  const thisYear = Number(today.slice(0, 4));
  const near = on(thisYear);
  if (near !== undefined && daysApart(near, today) <= justPast) return near;
  return on(thisYear + 1);
}

const pad = (part: number): string => String(part).padStart(2, "0");
