import { expect, it } from "vitest";
import { bankHoliday, type Nation } from "../../src/schedule/holidays.ts";

/** Bank holidays that fall on Monday to Friday, written down by hand from what the governments announced. */
const announced: [Nation, number, string][] = [
  ["england", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
  ["england", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
  ["wales", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
  ["scotland", 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"],
  ["scotland", 2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"],
  ["northern-ireland", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"],
];

it.each(announced)("knows the bank holidays of %s in %i", (nation, year, days) => {
  const found: string[] = [];
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const isWeekend = [0, 6].includes(new Date(time).getUTCDay());
    if (!isWeekend && bankHoliday(nation, date)) found.push(date.slice(5));
  }
  expect(found.join(" ")).toBe(days);
});

it("does not take Mother's Day or an ordinary day for a bank holiday, and none where a board has no nation", () => {
  expect(bankHoliday("england", "2027-03-07")).toBeUndefined();
  expect(bankHoliday("england", "2027-03-10")).toBeUndefined();
  expect(bankHoliday("none", "2027-12-25")).toBeUndefined();
  expect(bankHoliday("scotland", "2027-12-25")).toBe("Christmas Day");
});
