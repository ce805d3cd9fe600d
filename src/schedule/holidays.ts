/**
 * Bank holidays of the nations of the United Kingdom, from the `date-holidays` library. Pure: the year is an argument.
 * A day that is proclaimed for one year alone (a coronation, say) is known once the library is: a board can skip it by hand.
 */
import Holidays from "date-holidays";
import type { IsoDate } from "./wall-clock.ts";

/** Where a board lives, for its bank holidays and its helplines. "none": no bank holidays are skipped. */
export const nations = ["england", "scotland", "wales", "northern-ireland", "none"] as const;
export type Nation = (typeof nations)[number];

/** ISO 3166-2 codes, as the library knows them. */
const codes = { england: "ENG", scotland: "SCT", wales: "WLS", "northern-ireland": "NIR" } as const;

/** The name of the bank holiday on a day, if it is one there. Weekend days and their substitute days both count. */
export const bankHoliday = (nation: Nation, date: IsoDate): string | undefined =>
  nation === "none" ? undefined : holidaysIn(nation, Number(date.slice(0, 4))).get(date);

const known = new Map<string, Map<IsoDate, string>>();

function holidaysIn(nation: Exclude<Nation, "none">, year: number): Map<IsoDate, string> {
  const key = `${nation} ${year}`;
  const found = known.get(key) ?? lookUp(nation, year);
  known.set(key, found);
  return found;
}

function lookUp(nation: Exclude<Nation, "none">, year: number): Map<IsoDate, string> {
  const calendar = new Holidays("GB", codes[nation], { types: ["public", "bank"], languages: ["en"] });
  return new Map(calendar.getHolidays(year).map((day) => [day.date.slice(0, 10), day.name]));
}
