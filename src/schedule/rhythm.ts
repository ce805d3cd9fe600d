/**
 * When a board's weekly poll opens and closes: pure arithmetic on the board's own wall clock. Instants are `Date`.
 *
 * An occurrence is one week of the rhythm; its identity is the ISO date of its opening day in the board's zone.
 * Lengths are wall time: a poll of 120 hours that opens on Monday at 4pm closes on Saturday at 4pm, even when the clocks
 * change between. Hours that do not exist or come twice: see `wall-clock.ts`.
 */
import type { Temporal } from "temporal-polyfill";
import { bankHoliday, type Nation } from "./holidays.ts";
import { isQuietHour, type QuietTime } from "./quiet.ts";
import { type IsoDate, instantOf, isIsoDate, onTheWall } from "./wall-clock.ts";

/** What a board chose. */
export type Rhythm = QuietTime & {
  /** 1 to 7, Monday is 1. */
  weekday: number;
  /** The full hour of the opening, 0 to 23. */
  hour: number;
  /** How long a poll is open, in hours of the wall: 48 to 144. */
  openHours: number;
  nation: Nation;
  /** Days on which no poll opens: "2026-12-21", or "2026-12-21/2027-01-03" with both ends in it. */
  skipDates: readonly string[];
};

/** One week of the rhythm. */
export type Opening = {
  /** The day of the opening in the board's zone: the identity of that week. */
  occurrence: IsoDate;
  opensAt: Date;
  closesAt: Date;
  /** A day of the wall before the close. */
  ideasCloseAt: Date;
};

/** Why a week has no poll. `name`: that of the bank holiday. */
export type Skipped = { why: "bank holiday"; name: string } | { why: "own date" };

/** A week, skipped or not. */
export type Occurrence = Opening & { skipped?: Skipped };

/** How far ahead an opening is looked for: three years of weeks. */
const weeksAhead = 156;

/** The least time between the close of a poll and the next opening, in hours. Bounds how far a poll can be extended. */
export const hoursBetweenPolls = 12;

/** The first opening after an instant, skipped weeks left out. `undefined`: every week of the next three years is skipped. */
export function nextOpening(rhythm: Rhythm, after: Date): Opening | undefined {
  let date = openingDayBy(rhythm, after);
  for (let week = 0; week <= weeksAhead; week += 1, date = date.add({ days: 7 })) {
    if (opensOn(rhythm, date) > after && !skippedOn(rhythm, date.toString())) return opening(rhythm, date);
  }
  return undefined;
}

/** The newest week that has opened, or would have opened but is skipped, by an instant (that instant included). */
export function latestOpening(rhythm: Rhythm, upTo: Date): Occurrence {
  const date = openingDayBy(rhythm, upTo);
  return occurrence(rhythm, opensOn(rhythm, date) <= upTo ? date : date.subtract({ days: 7 }));
}

/** Every week that opens after `from` and up to `to`, skipped ones marked, the oldest first. */
export function openingsBetween(rhythm: Rhythm, from: Date, to: Date): Occurrence[] {
  const found: Occurrence[] = [];
  for (let date = openingDayBy(rhythm, from); ; date = date.add({ days: 7 })) {
    const opensAt = opensOn(rhythm, date);
    if (opensAt > to) return found;
    if (opensAt > from) found.push(occurrence(rhythm, date));
  }
}

/**
 * When a poll must be closed at the latest: 12 hours before the first opening after `after` that is not skipped.
 * `undefined`: no opening is in sight, so nothing is in the way.
 */
export function latestClose(rhythm: Rhythm, after: Date): Date | undefined {
  const next = nextOpening(rhythm, after);
  return next && new Date(next.opensAt.getTime() - hoursBetweenPolls * 3_600_000);
}

/** When a poll that opens by hand closes: after the board's own length, but never after `latestClose`. */
export function closingOf(rhythm: Rhythm, opensAt: Date): { closesAt: Date; ideasCloseAt: Date } {
  const wanted = onTheWall(rhythm.timeZone, opensAt).toPlainDateTime().add({ hours: rhythm.openHours });
  const latest = latestClose(rhythm, opensAt);
  const whole = instantOf(rhythm.timeZone, wanted);
  const closesAt = latest && latest < whole ? latest : whole;
  return { closesAt, ideasCloseAt: ideasCloseBefore(rhythm, closesAt) };
}

/** When new ideas close: 24 hours of the wall before the poll does. */
export const ideasCloseBefore = ({ timeZone }: Rhythm, closesAt: Date): Date =>
  instantOf(timeZone, onTheWall(timeZone, closesAt).toPlainDateTime().subtract({ hours: 24 }));

/** Whether polls would open in the quiet time, which set-up refuses. */
export const openingIsQuiet = (rhythm: QuietTime & Pick<Rhythm, "hour">): boolean =>
  isQuietHour(rhythm, rhythm.hour);

/** Why no poll opens on a day, if so. */
export function skippedOn(
  { nation, skipDates }: Pick<Rhythm, "nation" | "skipDates">,
  date: IsoDate,
): Skipped | undefined {
  if (skipDates.some((dates) => isWithin(dates, date))) return { why: "own date" };
  const name = bankHoliday(nation, date);
  return name === undefined ? undefined : { why: "bank holiday", name };
}

/** Whether a text is a day, or a range of days that runs forward, as `skipDates` wants it. */
export function isSkipDate(text: string): boolean {
  const [from = "", to = from, more] = text.split("/");
  return more === undefined && isIsoDate(from) && isIsoDate(to) && from <= to;
}

function isWithin(dates: string, date: IsoDate): boolean {
  const [from = "", to = from] = dates.split("/");
  return from <= date && date <= to;
}

/** The day in the week up to an instant's day on which the rhythm opens. */
function openingDayBy({ timeZone, weekday }: Rhythm, at: Date): Temporal.PlainDate {
  const day = onTheWall(timeZone, at).toPlainDate();
  return day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 });
}

/** The nominal opening on a day: what the wall should show, even where the clocks jump over it. */
const wallOn = ({ hour }: Rhythm, date: Temporal.PlainDate): Temporal.PlainDateTime =>
  date.toPlainDateTime({ hour });

const opensOn = (rhythm: Rhythm, date: Temporal.PlainDate): Date =>
  instantOf(rhythm.timeZone, wallOn(rhythm, date));

function opening(rhythm: Rhythm, date: Temporal.PlainDate): Opening {
  const close = wallOn(rhythm, date).add({ hours: rhythm.openHours });
  return {
    occurrence: date.toString(),
    opensAt: opensOn(rhythm, date),
    closesAt: instantOf(rhythm.timeZone, close),
    ideasCloseAt: instantOf(rhythm.timeZone, close.subtract({ hours: 24 })),
  };
}

function occurrence(rhythm: Rhythm, date: Temporal.PlainDate): Occurrence {
  const skipped = skippedOn(rhythm, date.toString());
  return skipped ? { ...opening(rhythm, date), skipped } : opening(rhythm, date);
}
