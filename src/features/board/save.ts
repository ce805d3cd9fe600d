/** Saves changed settings, audited, in one transaction with what follows from them. */
import type { Hands } from "../../bot/action.ts";
import type { View } from "../../bot/view.ts";
import type { Transaction } from "../../database.ts";
import type { Board } from "../../people/people.ts";
import { boardById } from "../../people/store.ts";
import { nextOf } from "./next.ts";
import {
  auditOf,
  type Change,
  changesBetween,
  checkOpening,
  type Settings,
  settingsOf,
  startsAfresh,
} from "./rules.ts";
import { changedFacts, sayIn } from "./said.ts";
import { note, redrawWelcomes } from "./store.ts";
import { nextLine, savedView } from "./views.ts";

export type Saved = { changes: Change[]; board: Board };

/** Changes the board's settings. "quiet-opening": the poll would open in quiet time; nothing is changed then. */
export async function saveSettings(
  tx: Transaction,
  wanted: Partial<Settings>,
  hands: Hands,
): Promise<Saved | "quiet-opening"> {
  const old = (await boardById(tx, hands.board.id)) ?? hands.board;
  const after = { ...settingsOf(old), ...wanted };
  const changes = changesBetween(settingsOf(old), after);
  if (changes.length === 0) return { changes, board: old };
  const opensOrRests = changes.some(({ setting }) => ["hour", "quietFrom", "quietTo"].includes(setting));
  if (opensOrRests && !checkOpening(after.hour, after).ok) return "quiet-opening";
  const { daysOff, ...columns } = wanted;
  await tx.board.update({
    where: { id: old.id },
    data: { ...columns, ...(startsAfresh(changes) ? { pollsFrom: hands.now } : {}) },
  });
  if (daysOff) {
    await tx.skipDate.deleteMany({ where: { boardId: old.id } });
    await tx.skipDate.createMany({ data: daysOff.map((dates) => ({ boardId: old.id, dates })) });
  }
  await note(tx, { board: old.id, what: "board.changed", subject: old.id, why: auditOf(changes) }, hands);
  const board = (await boardById(tx, old.id)) ?? old;
  await redrawWelcomes(tx, board, hands);
  return { changes, board };
}

/** What was saved, shown back; with the next opening where the rhythm is another, and the next poll where counting is. */
export async function savedInWords(
  { changes, board }: Saved,
  { db, now }: Pick<Hands, "db" | "now">,
  more: string[] = [],
): Promise<View> {
  const say = sayIn(board);
  const counting = changes.some(({ setting }) => setting === "winners" || setting === "ballotMode");
  return savedView(board, changedFacts(changes, settingsOf(board)), [
    ...more,
    ...(startsAfresh(changes) ? [nextLine(board, await nextOf(db, board, now), now)] : []),
    ...(counting ? [say.setup.fromNextPoll()] : []),
  ]);
}
