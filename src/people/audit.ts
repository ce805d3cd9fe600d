/** Who did what that others must be able to ask about later: noted in the same transaction. Never a ballot, and never a
 *  young person's words. */
import type { Transaction } from "../database.ts";

/** Who acts, for which board, and when: every action's hands are this. */
type Acting = { newId(): string; board: { id: string }; person: { id: string }; now: Date };

/** Notes a deed. `what`: room and deed, such as `poll.close`. `subject`: the id of what it was done to. */
export const audit = (
  tx: Transaction,
  { newId, board, person, now }: Acting,
  what: string,
  subject: string,
  why: string | null = null,
) =>
  tx.audit.create({
    data: { id: newId(), boardId: board.id, personId: person.id, what, subject, why, at: now },
  });
