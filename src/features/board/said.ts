/** Pure: a board's settings in words, for the status, for what changed, and for forms. */
import type { Language } from "../../bot/say.ts";
import { speak } from "../../bot/say.ts";
import type { Fact } from "../../bot/view.ts";
import type { Nation } from "../../schedule/holidays.ts";
import type { Rhythm } from "../../schedule/rhythm.ts";
import { calendarDay, clockTime, duration, weekdayName } from "../../schedule/speaking.ts";
import type { Change, Settings } from "./rules.ts";
import { words } from "./words.ts";

export const sayIn = (board: { language: string } | undefined) =>
  speak((board?.language ?? "en") as Language, words);
export type Say = ReturnType<typeof sayIn>;

export const rhythmOf = (settings: Settings): Rhythm => ({
  ...settings,
  nation: settings.nation as Nation,
  skipDates: settings.daysOff,
});

const language = (settings: { language?: string }) => (settings.language ?? "en") as Language;

/** More days off than this are counted: a message holds 4,000 characters on Discord. */
const mostDaysShown = 12;

/** "Monday 21 December 2026 to Sunday 3 January 2027". */
export function spanInWords(say: Say, inLanguage: Language, dates: string): string {
  const [from = "", to] = dates.split("/");
  const first = calendarDay(inLanguage, from);
  return to === undefined ? first : say.values.fromTo({ from: first, to: calendarDay(inLanguage, to) });
}

/** Every setting as a fact. `weekday` and `hour` are one, and so are both ends of quiet time. */
export function factsOf(settings: Settings & { language?: string }): Record<FactName, Fact> {
  const say = sayIn({ language: language(settings) });
  const hour = (at: number) => clockTime(language(settings), at);
  const { facts, values } = say;
  const all = settings.daysOff.map((dates) => spanInWords(say, language(settings), dates));
  const more = all.length - mostDaysShown;
  const days = [...all.slice(0, mostDaysShown), ...(more > 0 ? [values.more({ count: more })] : [])];
  return {
    name: { label: facts.name(), value: settings.name },
    asks: {
      label: facts.asks(),
      value: values.weekly({
        weekday: weekdayName(language(settings), settings.weekday),
        time: hour(settings.hour),
      }),
    },
    openFor: { label: facts.openFor(), value: duration(language(settings), settings.openHours) },
    timeZone: { label: facts.timeZone(), value: settings.timeZone },
    quiet: {
      label: facts.quiet(),
      value:
        settings.quietFrom === settings.quietTo
          ? values.none()
          : values.fromTo({ from: hour(settings.quietFrom), to: hour(settings.quietTo) }),
    },
    nation: { label: facts.nation(), value: values.nations[settings.nation as Nation]() },
    daysOff: { label: facts.daysOff(), value: days.length > 0 ? days.join("; ") : values.none() },
    winners: { label: facts.winners(), value: String(settings.winners) },
    ballots: {
      label: facts.ballots(),
      value: settings.ballotMode === "named" ? values.named() : values.secret(),
    },
    naming: {
      label: facts.naming(),
      value: settings.ideaNaming === "named" ? values.namedIdeas() : values.unnamedIdeas(),
    },
  };
}

type FactName =
  | "name"
  | "asks"
  | "openFor"
  | "timeZone"
  | "quiet"
  | "nation"
  | "daysOff"
  | "winners"
  | "ballots"
  | "naming";

const factOf: Record<Change["setting"], FactName> = {
  name: "name",
  timeZone: "timeZone",
  weekday: "asks",
  hour: "asks",
  openHours: "openFor",
  quietFrom: "quiet",
  quietTo: "quiet",
  nation: "nation",
  daysOff: "daysOff",
  winners: "winners",
  ballotMode: "ballots",
  ideaNaming: "naming",
};

/** What is new, each thing once. */
export function changedFacts(changes: readonly Change[], after: Settings): Fact[] {
  const facts = factsOf(after);
  return [...new Set(changes.map(({ setting }) => factOf[setting]))].map((name) => facts[name]);
}
