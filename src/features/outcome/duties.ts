/** Adults are asked: for the first answer every 7 days, then for news every 30. After a long sleep once, not many times. */
import { type Duty, forEachOne, type Tools } from "../../bot/action.ts";
import { boardById } from "../../people/store.ts";
import { draws, keyOf, redrawAll } from "./letters.ts";
import { daysToAnswer, daysToNews, nextAsk } from "./rules.ts";
import { askable, findOutcome } from "./store.ts";

/** How many are asked in one beat; the next beat goes on. */
const batch = 200;

export const asking: Duty = {
  name: "outcome.asking",
  async run({ now, ...tools }) {
    const due = await tools.db.outcome.findMany({
      where: { ...askable, nextAskAt: { lte: now } },
      orderBy: { nextAskAt: "asc" },
      take: batch,
    });
    await forEachOne(due, ({ id, boardId }) => askAgain(id, boardId, now, tools));
  },
  async next({ db }) {
    const soonest = await db.outcome.findFirst({
      where: { ...askable, nextAskAt: { not: null } },
      orderBy: { nextAskAt: "asc" },
    });
    return soonest?.nextAskAt ?? undefined;
  },
};

/** Asks once, if it is still due: looked at again inside the transaction, so that two processes ask once. */
const askAgain = (id: string, boardId: string, now: Date, tools: Pick<Tools, "keep" | "send">) =>
  tools.keep(async (tx) => {
    const outcome = await findOutcome(tx, boardId, id);
    const board = await boardById(tx, boardId);
    if (!board || !outcome?.nextAskAt || outcome.nextAskAt > now) return;
    const owed = outcome.state === "owed";
    if (!owed && outcome.state !== "under-way") return;
    const asked = outcome.asked + 1;
    const days = owed ? daysToAnswer : daysToNews;
    const { count } = await tx.outcome.updateMany({
      where: { id, asked: outcome.asked },
      data: { asked, nextAskAt: nextAsk(board.timeZone, outcome.nextAskAt, days, now) },
    });
    if (count === 0) return;
    const what = owed ? "asked" : "progress";
    await tools.send(tx, {
      to: "staff",
      key: keyOf(id, what, asked),
      board: boardId,
      draws: draws(id, what),
    });
    if (!owed) return;
    // The board hears it once; the letter's key is the same each time, but only the first asking sends it.
    if (outcome.asked === 0)
      await tools.send(tx, {
        to: "board",
        key: keyOf(id, "overdue"),
        board: boardId,
        draws: draws(id, "overdue"),
      });
    await redrawAll(tx, outcome, tools);
  });
