/** A channel that can be reached again: what should stand there is posted. The same letter twice is one letter. */
import { address, type Tools } from "../../bot/action.ts";
import type { Board } from "../../people/people.ts";
import { postResult } from "./close.ts";
import { cardKey, postCard } from "./open.ts";

/** A result older than this, in days, is not caught up with: /plan shows what the adults answered. */
const resultDays = 28;

/** Posts the card of each open poll, and the newest result, where they do not stand yet. */
export async function returned(board: Board, tools: Tools): Promise<void> {
  const since = new Date(tools.clock.now().getTime() - resultDays * 86_400_000);
  await tools.keep(async (tx) => {
    const open = await tx.poll.findMany({
      where: { boardId: board.id, state: "open" },
      select: { id: true },
    });
    for (const { id } of open) await postCard(tx, board, id, tools);
    // Cards that stand there still show what was true when the bot left.
    const stale = await tx.poll.findMany({
      where: { boardId: board.id, state: { in: ["open", "closed"] }, closesAt: { gt: since } },
      select: { id: true },
    });
    for (const { id } of stale)
      await tools.send(tx, {
        to: "redraw",
        post: cardKey(id),
        key: `${cardKey(id)}:returned`,
        board: board.id,
        draws: address("poll.card", { poll: id }),
      });
    const closed = await tx.poll.findFirst({
      where: { boardId: board.id, state: "closed", closedAt: { gt: since } },
      orderBy: { closedAt: "desc" },
      select: { id: true },
    });
    if (closed) await postResult(tx, board, closed.id, tools);
  });
}
