/** Words that were refused are kept for an hour, for their author alone, so that nobody types twice. */
import type { Hands, Tools } from "./action.ts";

/** How long a draft is kept, in hours. */
const hoursKept = 1;

/** Keeps fields (already screened) and gives the draft's id. */
export async function keepDraft(
  hands: Pick<Hands, "keep" | "newId" | "board" | "person" | "now">,
  fields: Record<string, string | string[]>,
): Promise<string> {
  const id = hands.newId();
  await hands.keep((tx) =>
    tx.draft.create({
      data: {
        id,
        boardId: hands.board.id,
        personId: hands.person.id,
        fields: JSON.stringify(fields),
        expiresAt: new Date(hands.now.getTime() + hoursKept * 3_600_000),
      },
    }),
  );
  return id;
}

/** The fields of a draft of this person, as long as it is kept. */
export async function openDraft(
  hands: Pick<Hands, "db" | "board" | "person" | "now">,
  id: string | undefined,
): Promise<Record<string, string | string[]>> {
  if (!id) return {};
  const draft = await hands.db.draft.findFirst({
    where: { id, boardId: hands.board.id, personId: hands.person.id, expiresAt: { gt: hands.now } },
  });
  return draft ? JSON.parse(draft.fields) : {};
}

/** Deletes drafts, pressed presses, receipts and letters whose time is over. A duty of the house. */
export async function sweepOld(tools: Tools, now: Date): Promise<void> {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  await tools.keep(async (tx) => {
    await tx.draft.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.press.deleteMany({ where: { at: { lt: ago(24) } } });
    await tx.receipt.deleteMany({ where: { createdAt: { lt: ago(7 * 24) } } });
    await tx.letter.deleteMany({ where: { state: { not: "waiting" }, sentAt: { lt: ago(30 * 24) } } });
  });
}
