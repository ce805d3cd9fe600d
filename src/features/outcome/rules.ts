/** What the adults' answers must hold, and what follows from each. Pure: the time and the board's zone are handed in. */
import { accept, type Outcome, refuse } from "../../bot/outcome.ts";
import { findsContact } from "../../safety/contacts.ts";
import { dateIn, daysLater, type IsoDate } from "../../schedule/wall-clock.ts";
import { type NotADay, readDay } from "./days.ts";

/** A first answer is due this many days after the close, and staff are asked again as often (IM-2, PO-4). */
export const daysToAnswer = 7;
/** After a yes, news is due this often, in days (IM-2). */
export const daysToNews = 30;
/** "We need more time" may take at most this many days more: from the day the answer is due, or from today if that is past. */
export const mostMoreDays = 7;
/** From this many pledges on, staff read "3 or more"; below it only "some" (PO-3). */
export const leastForMore = 3;
/** How long a text may be, in characters. */
export const most = { who: 60, what: 300, notThis: 200, words: 300 } as const;

/** The honest reasons for a no (IM-1). */
export const reasons = ["not-our-power", "no-money", "not-safe", "does-not-work", "later"] as const;
export type Reason = (typeof reasons)[number];

/** What an adult can say: a first answer (yes, part, no, time), or how it went on (news, done, dropped). */
export const kinds = ["yes", "part", "no", "time", "news", "done", "dropped"] as const;
export type Kind = (typeof kinds)[number];

export type State = "owed" | "under-way" | "done" | "declined" | "dropped";

/** An outcome as the rules see it. */
export type Was = {
  state: string;
  owner: string | null;
  plan: string | null;
  byDate: string | null;
  owedSince: Date;
};

/** What was typed: who sees to it, what, what not, by when, which reason, and own words. */
export type Typed = { who: string; what: string; notThis: string; by: string; reason: string; words: string };

/** What follows for the outcome's row. What is left out stays as it was. */
export type Change = {
  state: State;
  answer?: "yes" | "part" | "no" | "time";
  owner?: string;
  plan?: string | null;
  reason?: string | null;
  byDate?: IsoDate | null;
  answeredAt?: Date;
  nextAskAt?: Date | null;
};

export type Refusal =
  | NotADay
  | "no-who"
  | "no-what"
  | "no-not-this"
  | "no-reason"
  | "no-words"
  | "too-long"
  | "contact"
  | "time-too-long"
  | "answered-already"
  | "not-under-way";

type At = { now: Date; timeZone: string };

/** When the first answer is due: "waiting since" counts from here. */
export const dueAt = (timeZone: string, owedSince: Date): Date =>
  daysLater(timeZone, owedSince, daysToAnswer);

/** The last day until which more time can be asked for. */
export function latestTime(owedSince: Date, { now, timeZone }: At): IsoDate {
  const due = dueAt(timeZone, owedSince);
  return dateIn(timeZone, daysLater(timeZone, due > now ? due : now, mostMoreDays));
}

/** The next asking after `now`, in steps of `days` on the wall: after a long sleep there is one, not many. */
export function nextAsk(timeZone: string, asked: Date, days: number, now: Date): Date {
  let next = daysLater(timeZone, asked, days);
  while (next <= now) next = daysLater(timeZone, next, days);
  return next;
}

/** Whether a thing can be said in this state at all: more time only before a first answer, news only under way. */
export function mayBeSaid(kind: Kind, state: string): Outcome<true, "answered-already" | "not-under-way"> {
  if (kind === "time" && state !== "owed") return refuse("answered-already");
  if (["news", "done", "dropped"].includes(kind) && state !== "under-way") return refuse("not-under-way");
  return accept(true);
}

/** What follows when an adult says this now. */
export function decide(kind: Kind, typed: Typed, was: Was, at: At): Outcome<Change, Refusal> {
  const may = mayBeSaid(kind, was.state);
  if (!may.ok) return may;
  const tooLong = (Object.keys(most) as (keyof typeof most)[]).some(
    (field) => [...typed[field]].length > most[field],
  );
  if (tooLong) return refuse("too-long");
  if ([typed.who, typed.what, typed.notThis, typed.words].some((text) => findsContact(text)))
    return refuse("contact");
  return deciding[kind](typed, was, at);
}

const deciding: Record<Kind, (typed: Typed, was: Was, at: At) => Outcome<Change, Refusal>> = {
  yes: (typed, _, at) => going("yes", typed, at),
  part: (typed, _, at) => (typed.notThis === "" ? refuse("no-not-this") : going("part", typed, at)),
  no: ({ who, reason, words }, _, { now }) => {
    if (who === "") return refuse("no-who");
    if (!reasons.includes(reason as Reason)) return refuse("no-reason");
    if (words === "") return refuse("no-words");
    const told = { owner: who, plan: sentence(words), reason, byDate: null };
    return accept({ state: "declined", answer: "no", ...told, answeredAt: now, nextAskAt: null });
  },
  time: ({ who, by, words }, was, { now, timeZone }) => {
    if (who === "") return refuse("no-who");
    const day = readDay(by, dateIn(timeZone, now));
    if (!day.ok) return day;
    if (day.value > latestTime(was.owedSince, { now, timeZone })) return refuse("time-too-long");
    const told = { owner: who, plan: words === "" ? null : sentence(words), reason: null };
    return accept({ state: "owed", answer: "time", ...told, byDate: day.value });
  },
  news: ({ words, by }, was, { now, timeZone }) => {
    if (words === "") return refuse("no-words");
    const day = by === "" ? accept(was.byDate) : readDay(by, dateIn(timeZone, now));
    if (!day.ok) return day;
    const nextAskAt = daysLater(timeZone, now, daysToNews);
    return accept({
      state: "under-way",
      plan: sentence(words),
      byDate: day.value,
      answeredAt: now,
      nextAskAt,
    });
  },
  done: ({ words }, _, { now }) =>
    accept({
      state: "done",
      plan: words === "" ? null : sentence(words),
      answeredAt: now,
      nextAskAt: null,
    }),
  dropped: ({ words }, _, { now }) =>
    words === ""
      ? refuse("no-words")
      : accept({ state: "dropped", plan: sentence(words), answeredAt: now, nextAskAt: null }),
};

function going(answer: "yes" | "part", typed: Typed, { now, timeZone }: At): Outcome<Change, Refusal> {
  if (typed.who === "") return refuse("no-who");
  if (typed.what === "") return refuse("no-what");
  const day = readDay(typed.by, dateIn(timeZone, now));
  if (!day.ok) return day;
  return accept({
    state: "under-way",
    answer,
    owner: typed.who,
    plan: sentence(typed.what),
    reason: answer === "part" ? sentence(typed.notThis) : null,
    byDate: day.value,
    answeredAt: now,
    nextAskAt: daysLater(timeZone, now, daysToNews),
  });
}

/** Ends like a sentence, so that other words can follow. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Where the idea stands then. A hidden or withdrawn one stays what it is. */
export function ideaAfter(state: State, idea: string): string {
  if (!["won", "done", "declined", "dropped"].includes(idea)) return idea;
  return state === "owed" || state === "under-way" ? "won" : state;
}

/** What staff may know of pledges: nothing, "some", or that there are 3 or more. */
export const amount = (people: number): "none" | "some" | "more" =>
  people === 0 ? "none" : people < leastForMore ? "some" : "more";
