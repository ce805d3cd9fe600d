/** When the next weekly poll really opens: not in a week that has its poll already, and not while one is open. */
import type { Database, Transaction } from "../../database.ts";
import type { Board } from "../../people/people.ts";
import { nextOpening, type Rhythm } from "../../schedule/rhythm.ts";
import { dateIn } from "../../schedule/wall-clock.ts";
import { settingsOf } from "./rules.ts";
import { rhythmOf } from "./said.ts";

/** How many weeks are looked through. More than a poll or two are never in the way. */
const mostWeeks = 10;

/** Pure. `had`: days of openings whose week has its poll; `openUntil`: the close of the weekly poll that is open. */
export function nextFree(
  rhythm: Rhythm,
  it: { had: readonly string[]; openUntil: Date | undefined; now: Date },
): Date | undefined {
  let after = it.now;
  for (let week = 0; week < mostWeeks; week += 1) {
    const next = nextOpening(rhythm, after);
    if (!next) return undefined;
    const isBusy = it.openUntil !== undefined && next.opensAt < it.openUntil;
    if (!isBusy && !it.had.includes(next.occurrence)) return next.opensAt;
    after = next.opensAt;
  }
  return undefined;
}

/** When the board's next poll opens. `undefined`: no opening is in sight. */
export async function nextOf(db: Database | Transaction, board: Board, now: Date): Promise<Date | undefined> {
  const polls = await db.poll.findMany({
    where: {
      boardId: board.id,
      kind: "weekly",
      OR: [{ state: "open" }, { occurrence: { gte: dateIn(board.timeZone, now) } }],
    },
    select: { occurrence: true, state: true, closesAt: true },
  });
  const open = polls.find((poll) => poll.state === "open");
  return nextFree(rhythmOf(settingsOf(board)), {
    had: polls.flatMap((poll) => poll.occurrence ?? []),
    openUntil: open?.closesAt,
    now,
  });
}
