/**
 * The clock on a board's wall: days and hours in its own time zone. Instants are `Date` on both sides.
 * An hour that the clocks jump over in spring is read as the hour after the jump; of an hour that comes twice in autumn the
 * first is meant (`compatible` in Temporal).
 */
import { Temporal } from "temporal-polyfill";

/** A day of the calendar, such as "2026-12-11". */
export type IsoDate = string;

/** Whether this machine knows a time zone by that name (such as "Europe/London"). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Whether a text is a day that exists, written "2026-12-11". */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

/** An instant as the wall of a zone shows it. */
export const onTheWall = (timeZone: string, at: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

/** The instant at which the wall of a zone shows this. */
export const instantOf = (timeZone: string, wall: Temporal.PlainDateTime): Date =>
  new Date(wall.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);

/** The day that a zone's calendar shows at an instant. */
export const dateIn = (timeZone: string, at: Date): IsoDate =>
  onTheWall(timeZone, at).toPlainDate().toString();

/** The instant of a full hour (0 to 23) on a day in a zone. */
export const atHour = (timeZone: string, date: IsoDate, hour: number): Date =>
  instantOf(timeZone, Temporal.PlainDate.from(date).toPlainDateTime({ hour }));

/** The same wall time some calendar days later (or earlier, when negative): "7 days later" for a deadline. */
export const daysLater = (timeZone: string, at: Date, days: number): Date =>
  new Date(onTheWall(timeZone, at).add({ days }).epochMilliseconds);

/** Calendar days from one instant's day to another's, in a zone; negative when the other is earlier. */
export const daysBetween = (timeZone: string, from: Date, to: Date): number =>
  onTheWall(timeZone, from).toPlainDate().until(onTheWall(timeZone, to).toPlainDate()).days;
