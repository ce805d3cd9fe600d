/** Pure decisions of the poll room: what opens, what goes on the ballot, who may do what to a poll, and when. */
import { accept, type Outcome, refuse } from "../../bot/outcome.ts";
import {
  closingOf,
  latestClose,
  nextOpening,
  type Occurrence,
  openingsBetween,
  type Rhythm,
} from "../../schedule/rhythm.ts";
import { daysLater } from "../../schedule/wall-clock.ts";

/** The ballot's length: what one menu holds on both platforms (Discord: 25 options). */
export const ballotMost = 25;
/** Ideas that did not win stay for this many weekly polls, then rest. */
export const pollsOnTheTable = 4;
/** How many ideas a person may pick. */
export const picksEach = 3;
/** No poll is open for less than this, in hours (AC-10 of the requirements: no time limits under 48 h). */
export const leastHours = 48;

const hours = (count: number) => count * 3_600_000;
const later = (from: Date, by: number) => new Date(from.getTime() + by);

export type WeekSkipped = "holiday" | "own-date" | "missed" | "still-open";
export type Due = {
  opens?: { occurrence: string; closesAt: Date; ideasCloseAt: Date };
  skips: { occurrence: string; why: WeekSkipped }[];
};

const reasonOf = (week: Occurrence): WeekSkipped | undefined =>
  week.skipped && (week.skipped.why === "bank holiday" ? "holiday" : "own-date");

/**
 * What is due of a board's weekly rhythm. After a long sleep the latest week opens, and the older ones are missed. A
 * week whose poll could not be open for 48 hours any more is missed, too: a late poll closes as planned or after 48
 * hours, whichever is later, and never less than 12 hours before the next one.
 */
export function whatIsDue(rhythm: Rhythm, from: Date, now: Date, pollIsOpen: boolean): Due {
  const weeks = openingsBetween(rhythm, later(from, -1), now);
  const latest = weeks.at(-1);
  const skips = weeks
    .slice(0, -1)
    .map((week) => ({ occurrence: week.occurrence, why: reasonOf(week) ?? ("missed" as const) }));
  if (!latest) return { skips };
  const why = reasonOf(latest) ?? (pollIsOpen ? "still-open" : undefined);
  if (why) return { skips: [...skips, { occurrence: latest.occurrence, why }] };
  const close = closeOfLate(rhythm, latest, now);
  if (!close) return { skips: [...skips, { occurrence: latest.occurrence, why: "missed" }] };
  return { skips, opens: { occurrence: latest.occurrence, ...close } };
}

function closeOfLate(rhythm: Rhythm, week: Occurrence, now: Date) {
  const least = later(now, hours(leastHours));
  if (week.closesAt >= least || now.getTime() - week.opensAt.getTime() < hours(1))
    return { closesAt: week.closesAt, ideasCloseAt: week.ideasCloseAt };
  const latest = latestClose(rhythm, now);
  if (latest && latest < least) return undefined;
  return { closesAt: least, ideasCloseAt: later(least, -hours(24)) };
}

export type ByHand = {
  closesAt: Date;
  ideasCloseAt: Date;
  insteadOf?: { occurrence: string; opensAt: Date };
};

/** How a weekly poll opened by hand would go: until the board's own length is over, but 12 hours before the next one;
 *  where that leaves less than 48 hours it takes the next one's place. */
export function byHand(rhythm: Rhythm, now: Date): ByHand {
  const own = closingOf(rhythm, now);
  if (own.closesAt.getTime() - now.getTime() >= hours(leastHours)) return own;
  const next = nextOpening(rhythm, now);
  if (!next) return own;
  const instead = closingOf(rhythm, next.opensAt);
  const whole = closingOf(rhythm, later(next.opensAt, 1_000));
  const length = whole.closesAt.getTime() - next.opensAt.getTime();
  const closesAt = new Date(Math.min(now.getTime() + length, instead.closesAt.getTime()));
  return { closesAt, ideasCloseAt: later(closesAt, -hours(24)), insteadOf: next };
}

/** Which ideas go on a new ballot, the newest kept where there are too many; the others rest. */
export function carryOver(ideas: readonly { id: string; timesAsked: number; createdAt: Date }[]): {
  stay: string[];
  rest: string[];
} {
  const oldestFirst = [...ideas].sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  const fresh = oldestFirst.filter((idea) => idea.timesAsked < pollsOnTheTable);
  const stay = fresh.slice(-ballotMost).map((idea) => idea.id);
  return { stay, rest: oldestFirst.filter((idea) => !stay.includes(idea.id)).map((idea) => idea.id) };
}

export type PollTimes = { state: string; closesAt: Date; ideasCloseAt: Date };

/** Whether a poll takes votes at an instant: it counts to the hour of its close, whatever the tick has got to. */
export const takesVotes = (poll: PollTimes, now: Date): boolean =>
  poll.state === "open" && now < poll.closesAt;

/** Whether a poll takes new ideas. */
export const takesIdeas = (poll: PollTimes & { kind: string }, now: Date): boolean =>
  poll.kind === "weekly" && takesVotes(poll, now) && now < poll.ideasCloseAt;

export type VoteNo = "closed" | "too-many" | "not-on-ballot";

/** A vote: open, at most so many picks, each of them on the ballot. The same pick twice counts once. */
export function vote(
  poll: PollTimes & { picks: number },
  onBallot: readonly string[],
  picks: readonly string[],
  now: Date,
): Outcome<string[], VoteNo> {
  const wanted = [...new Set(picks)];
  if (!takesVotes(poll, now)) return refuse("closed");
  if (wanted.length > poll.picks) return refuse("too-many");
  if (wanted.some((pick) => !onBallot.includes(pick))) return refuse("not-on-ballot");
  return accept(wanted);
}

/** The instants to which an open poll can be extended: a day at a time, at most a week, 12 hours before the next weekly one. */
export function extensions(poll: { kind: string; closesAt: Date }, rhythm: Rhythm, now: Date): Date[] {
  const bound = poll.kind === "weekly" ? latestClose(rhythm, now) : undefined;
  return [1, 2, 3, 4, 5, 6, 7]
    .map((days) => daysLater(rhythm.timeZone, poll.closesAt, days))
    .filter((close) => !bound || close <= bound);
}

export type QuestionNo =
  | "no-question"
  | "question-too-long"
  | "few-options"
  | "many-options"
  | "option-too-long"
  | "same-options"
  | "contact";

/** Staff's own question, checked. `holdsContact` tells of phone numbers, links and mentions, which the bot never repeats. */
export function ownQuestion(
  typed: { question: string; options: string },
  holdsContact: (text: string) => boolean,
): Outcome<{ question: string; options: string[] }, QuestionNo> {
  const question = typed.question.trim();
  const options = typed.options
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (!question) return refuse("no-question");
  if (question.length > 150) return refuse("question-too-long");
  if (options.length < 2) return refuse("few-options");
  if (options.length > 10) return refuse("many-options");
  if (options.some((option) => option.length > 70)) return refuse("option-too-long");
  if (new Set(options.map((option) => option.toLowerCase())).size < options.length)
    return refuse("same-options");
  if ([question, ...options].some(holdsContact)) return refuse("contact");
  return accept({ question, options });
}
