/** Pure: a board's own days off, as people write them and as they are kept ("2026-12-21", "2026-12-21/2027-01-03"). */
import { accept, type Outcome, refuse } from "../../bot/outcome.ts";
import { isSkipDate } from "../../schedule/rhythm.ts";
import { isIsoDate } from "../../schedule/wall-clock.ts";

/** Most lines of days off: three years of holidays. */
export const mostDates = 40;

const day = "(\\d{4}-\\d{1,2}-\\d{1,2})";
const entry = new RegExp(`^[\\s,;]*${day}(?:\\s*(?:/|–|—|to|until|till|-)\\s*${day})?(?=[\\s,;]|$)`, "i");

/**
 * Reads days and spans of days. What is typed on lines comes in as one line, so spaces, commas and line breaks all divide.
 * "2026-1-5" is read as "2026-01-05". The result is sorted and has nothing twice.
 */
export function readDates(text: string): Outcome<string[], "dates" | "backwards" | "too-many-dates"> {
  const found = new Set<string>();
  let rest = text;
  while (/[^\s,;]/.test(rest)) {
    const match = entry.exec(rest);
    if (!match) return refuse("dates");
    const [whole, from, to] = match;
    const first = padded(from ?? "");
    const last = to === undefined ? first : padded(to);
    if (!isIsoDate(first) || !isIsoDate(last)) return refuse("dates");
    const dates = first === last ? first : `${first}/${last}`;
    if (!isSkipDate(dates)) return refuse("backwards");
    found.add(dates);
    rest = rest.slice(whole.length);
  }
  return found.size > mostDates ? refuse("too-many-dates") : accept([...found].sort());
}

const padded = (date: string) =>
  date
    .split("-")
    .map((part) => part.padStart(2, "0"))
    .join("-");

/** As people write them, one on a line: what a form opens with. */
export const writeDates = (dates: readonly string[]): string =>
  [...dates]
    .sort()
    .map((it) => it.replace("/", " to "))
    .join("\n");
