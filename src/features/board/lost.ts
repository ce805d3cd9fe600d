/** Letters that did not arrive: staff are told what, why and how to mend it, and can have them tried again. */
import { z } from "zod";
import { action, drawing } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import { sayIn } from "./said.ts";
import { note } from "./store.ts";
import { backButton, lostView } from "./views.ts";

/** How long a letter is tried again, in hours: as long as the first time. */
const hoursMore = 24;

export const lost = drawing({
  input: z.object({ letter: z.string() }),
  async draw({ letter: id }, { db, board }) {
    const letter = await db.letter.findFirst({ where: { id, boardId: board.id, state: "given-up" } });
    return letter ? lostView(letter, board) : undefined;
  },
});

export const resend = action({
  input: z.object({ letter: z.string() }),
  may: "staff",
  answers: "view",
  seats: false,
  async run({ letter: id }, hands) {
    const { board, now } = hands;
    const say = sayIn(board);
    const again = await hands.keep(async (tx) => {
      const { count } = await tx.letter.updateMany({
        where: { id, boardId: board.id, state: "given-up", kind: { in: ["post", "tell"] } },
        data: {
          state: "waiting",
          notBefore: now,
          giveUpAt: new Date(now.getTime() + hoursMore * 3_600_000),
          attempts: 0,
          claimedUntil: null,
          sentAt: null,
          trouble: null,
        },
      });
      if (count > 0) await note(tx, { board: board.id, what: "board.resend", subject: id }, hands);
      return count > 0;
    });
    return card(again ? say.lost.sentAgain() : say.lost.onItsWay(), [backButton(board)]);
  },
});
