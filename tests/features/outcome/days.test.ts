import { expect, test } from "vitest";
import { readDay } from "../../../src/features/outcome/days.ts";

const today = "2026-12-04";

test.each([
  ["2026-12-19", "2026-12-19"],
  ["19 December", "2026-12-19"],
  ["19th of December", "2026-12-19"],
  ["Saturday 19 December", "2026-12-19"],
  ["sat 19 dec", "2026-12-19"],
  ["Sat, 19 Dec 2026", "2026-12-19"],
  ["December 19", "2026-12-19"],
  ["19/12/2026", "2026-12-19"],
  ["19.12.26", "2026-12-19"],
  ["19/12", "2026-12-19"],
  ["05/01/2027", "2027-01-05"],
  ["4 December", "2026-12-04"],
  ["3 January", "2027-01-03"],
  ["29 February 2028", "2028-02-29"],
  ["3 Sept 2027", "2027-09-03"],
])("an adult who types “%s” means %s", (typed, day) => {
  expect(readDay(typed, today)).toEqual({ ok: true, value: day });
});

test.each([
  ["soon", "not-a-day"],
  ["", "not-a-day"],
  ["next Saturday", "not-a-day"],
  ["12/19/2026", "not-a-day"],
  ["31 November", "not-a-day"],
  ["29 February 2027", "not-a-day"],
  ["19", "not-a-day"],
  ["2026-12-03", "past"],
  ["3 December", "past"],
  ["1 October", "past"],
  ["19/12/2062", "too-far"],
  ["Friday 19 December", "other-weekday"],
])("“%s” is not taken as a day: %s", (typed, reason) => {
  expect(readDay(typed, today)).toEqual({ ok: false, reason });
});
