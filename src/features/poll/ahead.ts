/** The weeks ahead that are still to come: not those that staff skipped, or asked before their time. */
import type { Database } from "../../database.ts";
import type { Board } from "../../people/people.ts";
import { rhythmOf } from "../../people/rules.ts";
import { nextOpening, type Opening, type Rhythm } from "../../schedule/rhythm.ts";
import { dateIn } from "../../schedule/wall-clock.ts";

type Looking = { db: Database; board: Board; now: Date };

/** The board's rhythm, with each week that has its row already left out. */
export async function rhythmAhead({ db, board, now }: Looking): Promise<Rhythm> {
  const decided = await db.poll.findMany({
    where: { boardId: board.id, occurrence: { gte: dateIn(board.timeZone, now) } },
    select: { occurrence: true },
  });
  const rhythm = rhythmOf(board);
  return { ...rhythm, skipDates: [...rhythm.skipDates, ...decided.flatMap((poll) => poll.occurrence ?? [])] };
}

/** The next week that will be asked by itself. `undefined`: none in the next three years. */
export const nextAhead = async (looking: Looking): Promise<Opening | undefined> =>
  nextOpening(await rhythmAhead(looking), looking.now);
