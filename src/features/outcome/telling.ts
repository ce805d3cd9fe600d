/** An outcome, made ready to be told: days in words, whether the adults are late. Pure: the time is handed in. */
import type { Language } from "../../bot/say.ts";
import type { Board } from "../../people/people.ts";
import { speaking } from "../../schedule/speaking.ts";
import { atHour, daysLater } from "../../schedule/wall-clock.ts";
import { daysToNews, dueAt } from "./rules.ts";
import type { Found } from "./store.ts";
import type { Say } from "./voice.ts";

/** All that may be told of an outcome. Nothing in it comes from a young person but the idea itself. */
export type Told = {
  id: string;
  board: string;
  practice: boolean;
  idea: string;
  state: string;
  answer: string | null;
  owner: string | null;
  plan: string | null;
  reason: string | null;
  /** The day by which it happens, or until which more time was asked for. */
  by: string | undefined;
  /** When the first answer is, or was, due. */
  due: string;
  overdue: boolean;
  /** When more is heard at the latest. */
  next: string | undefined;
  /** News was due and did not come: the day of the last. */
  silentSince: string | undefined;
};

/** Makes an outcome ready to be told on its board. */
export function telling(outcome: Found, board: Board, now: Date, say: Say): Told {
  const speaks = speaking(board.language as Language, board.timeZone);
  const { timeZone } = board;
  const due = dueAt(timeZone, outcome.owedSince);
  const { state, answeredAt, nextAskAt } = outcome;
  const silent =
    state === "under-way" && answeredAt !== null && daysLater(timeZone, answeredAt, daysToNews) < now;
  return {
    id: outcome.id,
    board: board.id,
    practice: board.stage === "practice",
    idea: outcome.idea.state === "hidden" ? say.hiddenIdea() : outcome.idea.text,
    state,
    answer: outcome.answer,
    owner: outcome.owner,
    plan: outcome.plan,
    reason: outcome.reason,
    by: outcome.byDate ? speaks.date(atHour(timeZone, outcome.byDate, 12), now) : undefined,
    due: speaks.date(due, now),
    overdue: state === "owed" && due <= now,
    next: state === "under-way" && !silent && nextAskAt ? speaks.date(nextAskAt, now) : undefined,
    silentSince: silent ? speaks.date(answeredAt, now) : undefined,
  };
}
