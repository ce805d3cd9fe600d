/**
 * Helplines as dated data. Source: the table in the project's requirements, compared on `checkedOn` with stored public pages of
 * the services and of health bodies (`source`). Nobody has rung them yet: ring each before a release, and set its date anew.
 */
import type { Nation } from "../schedule/holidays.ts";

export type Helpline = {
  name: string;
  /** What to do, in few words. */
  contact: string;
  /** For whom and when. */
  about: string;
  nations: readonly Exclude<Nation, "none">[];
  /** ISO date. */
  checkedOn: string;
  source: string;
};

const checkedOn = "2026-11-22";
const everywhere = ["england", "scotland", "wales", "northern-ireland"] as const;

/** In the order in which they are shown. All are free to call or text. */
export const helplines: readonly Helpline[] = [
  {
    name: "Childline",
    contact: "Call 0800 1111",
    about: "under 19, day and night",
    nations: everywhere,
    checkedOn,
    source: "childline.org.uk, NSPCC Learning",
  },
  {
    name: "Shout",
    contact: "Text SHOUT to 85258",
    about: "any age, day and night",
    nations: everywhere,
    checkedOn,
    source: "giveusashout.org",
  },
  {
    name: "Samaritans",
    contact: "Call 116 123",
    about: "any age, day and night",
    nations: everywhere,
    checkedOn,
    source: "samaritans.org",
  },
  {
    name: "NHS",
    contact: "Call 111 and choose option 2",
    about: "any age, day and night",
    nations: ["england", "wales"],
    checkedOn,
    source: "NHS trusts and integrated care boards; for Wales from press reports alone",
  },
  {
    name: "NHS 24",
    contact: "Call 111",
    about: "any age, day and night",
    nations: ["scotland"],
    checkedOn,
    source: "Scottish Government and NHS 24 news",
  },
  {
    name: "Meic",
    contact: "Call 080880 23456 or text 84001",
    about: "up to 25, in Welsh or English",
    nations: ["wales"],
    checkedOn,
    source: "eryica.org",
  },
  {
    name: "Lifeline",
    contact: "Call 0808 808 8000",
    about: "any age, day and night",
    nations: ["northern-ireland"],
    checkedOn,
    source: "lifelinehelpline.info, publichealth.hscni.net",
  },
  {
    name: "Papyrus",
    contact: "Call 0800 068 4141",
    about: "under 35, day and night",
    nations: everywhere,
    checkedOn,
    source: "papyrus-uk.org",
  },
];

/** The helplines of a nation; for "none", those of the whole United Kingdom. */
export const helplinesFor = (nation: Nation): Helpline[] =>
  helplines.filter((line) =>
    nation === "none" ? line.nations.length === everywhere.length : line.nations.includes(nation),
  );

/** Helplines that nobody has looked at for more than 90 days (SG-22). */
export const staleHelplines = (now: Date): Helpline[] =>
  helplines.filter((line) => now.getTime() - Date.parse(line.checkedOn) > 90 * 86_400_000);
