/** Pure: what a board may be called, where it may hang, who may be its staff, and what a change means. */
import { accept, type Outcome, refuse } from "../../bot/outcome.ts";
import type { Board } from "../../people/people.ts";
import { findsContact } from "../../safety/contacts.ts";
import { isQuietHour, type QuietTime } from "../../schedule/quiet.ts";

/** The longest name of a board, in characters: it must fit on a button. */
export const longestName = 40;

export function checkName(text: string): Outcome<string, "no-name" | "long-name" | "contact-in-name"> {
  const name = text.trim();
  if (name === "") return refuse("no-name");
  if ([...name].length > longestName) return refuse("long-name");
  if (findsContact(name)) return refuse("contact-in-name");
  return accept(name);
}

export type Channels = { boardChannel: string; staffChannel: string };
export type PlaceRefusal = "same-channel" | "taken" | "is-staff-channel" | "is-board-channel";

/** A staff channel may serve several boards; a board channel serves one, and is nobody's staff channel. `others`: all other hangings on the platform. */
export function checkChannels(
  wanted: Channels,
  others: readonly Channels[],
): Outcome<Channels, PlaceRefusal> {
  if (wanted.boardChannel === wanted.staffChannel) return refuse("same-channel");
  if (others.some((it) => it.boardChannel === wanted.boardChannel)) return refuse("taken");
  if (others.some((it) => it.staffChannel === wanted.boardChannel)) return refuse("is-staff-channel");
  if (others.some((it) => it.boardChannel === wanted.staffChannel)) return refuse("is-board-channel");
  return accept(wanted);
}

export type StaffChosen = {
  roles: readonly string[];
  people: readonly string[];
  leads: readonly string[];
  by?: "channel" | "name";
};
export type Staffing = {
  staffRoles: string;
  staffPeople: string;
  staffByChannel: boolean;
  leadPeople: string;
};

const ids = (list: readonly string[]) => [...new Set(list)].join(" ");

/**
 * Who is staff. Where there are roles, by role and name. Elsewhere by name, or everyone in the staff channel: chosen (`by`),
 * or meant by naming nobody. On Discord the role of everyone has the server's own id.
 */
export function decideStaff(
  chosen: StaffChosen,
  at: { hasRoles: boolean; workspace: string },
): Outcome<Staffing, "everyone" | "name-somebody"> {
  const leadPeople = ids(chosen.leads);
  const staffPeople = ids(chosen.people);
  if (at.hasRoles) {
    if (chosen.roles.includes(at.workspace)) return refuse("everyone");
    return accept({ staffRoles: ids(chosen.roles), staffPeople, staffByChannel: false, leadPeople });
  }
  if (chosen.by === "name" && staffPeople === "") return refuse("name-somebody");
  const staffByChannel = chosen.by === "channel" || staffPeople === "";
  return accept({
    staffRoles: "",
    staffPeople: staffByChannel ? "" : staffPeople,
    staffByChannel,
    leadPeople,
  });
}

/** A poll may not open in quiet time: nobody would be told of it. */
export const checkOpening = (hour: number, quiet: QuietTime): Outcome<true, "quiet-opening"> =>
  isQuietHour(quiet, hour) ? refuse("quiet-opening") : accept(true);

/** A time zone as people write it ("london", "europe/london") as the machine's list of zones has it. */
export function readTimeZone(text: string, zones: readonly string[]): Outcome<string, "time-zone"> {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, "_");
  const found =
    zones.find((zone) => zone.toLowerCase() === wanted) ??
    zones.find((zone) => zone.toLowerCase().split("/").at(-1) === wanted);
  return wanted !== "" && found ? accept(found) : refuse("time-zone");
}

/** The settings that say how a board asks and counts; what a change of them is audited by. */
export const settings = [
  "name",
  "timeZone",
  "weekday",
  "hour",
  "openHours",
  "quietFrom",
  "quietTo",
  "nation",
  "daysOff",
  "winners",
  "ballotMode",
  "ideaNaming",
] as const;
export type Settings = Pick<Board, Exclude<(typeof settings)[number], "daysOff">> & {
  daysOff: readonly string[];
};

export const settingsOf = (board: Board): Settings => ({
  ...board,
  daysOff: board.skips.map((it) => it.dates).sort(),
});

export type Change = { setting: (typeof settings)[number]; from: string; to: string };

/** What differs, setting by setting. */
export const changesBetween = (before: Settings, after: Settings): Change[] =>
  settings
    .map((setting) => ({ setting, from: written(before[setting]), to: written(after[setting]) }))
    .filter(({ from, to }) => from !== to);

const written = (value: string | number | readonly string[]) => [value].flat().join(" ");

const rhythmic: readonly string[] = ["timeZone", "weekday", "hour", "nation", "daysOff"];

/** Whether the calendar of openings changes. Polls are then due from now on: a week that the new rhythm already had is not caught up with. */
export const startsAfresh = (changes: readonly Change[]): boolean =>
  changes.some(({ setting }) => rhythmic.includes(setting));

/** What an audit row says of a change. The name of a board and its settings are no young person's words. */
export const auditOf = (changes: readonly Change[]): string =>
  changes.map(({ setting, from, to }) => `${setting}: ${from || "none"} → ${to || "none"}`).join("; ");
