/** `/poll skip`: leaves the next week out. It can be undone until that week would open. */
import { z } from "zod";
import { action, address } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import { audit } from "../../people/audit.ts";
import { nextAhead } from "./ahead.ts";
import { skipWeek } from "./open.ts";
import { inkFor } from "./vote.ts";

const none = z.object({});

export const skip = action({
  input: none,
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const { say, when } = inkFor(hands);
    const next = await nextAhead(hands);
    if (!next) return card(say.staff.nothingAhead());
    return card(say.staff.skipIntro({ when: when.moment(next.opensAt, hands.now) }), [
      {
        label: say.buttons.skipIt(),
        does: address("poll.skipweek", { b: hands.board.id, week: next.occurrence }),
      },
      { label: say.buttons.notNow(), does: address("poll.status", { b: hands.board.id }) },
    ]);
  },
});

const ofWeek = z.object({ week: z.iso.date() });

export const skipweek = action({
  input: ofWeek,
  may: "staff",
  answers: "view",
  async run({ week }, hands) {
    const { say, when } = inkFor(hands);
    const next = await nextAhead(hands);
    if (next?.occurrence !== week) return next ? skip.run({}, hands) : card(say.staff.nothingAhead());
    await hands.keep(async (tx) => {
      await skipWeek(tx, hands.board, { occurrence: week, why: "staff", opensAt: next.opensAt }, hands);
      await audit(tx, hands, "poll.skip", week);
    });
    return card(say.staff.skipped({ when: when.moment(next.opensAt, hands.now) }), [
      { label: say.buttons.undo(), does: address("poll.unskip", { b: hands.board.id, week }) },
    ]);
  },
});

export const unskip = action({
  input: ofWeek,
  may: "staff",
  answers: "view",
  async run({ week }, hands) {
    const { say, when } = inkFor(hands);
    const undone = await hands.keep(async (tx) => {
      const skipped = await tx.poll.findFirst({
        where: {
          boardId: hands.board.id,
          occurrence: week,
          state: "skipped",
          skippedFor: "staff",
          opensAt: { gt: hands.now },
        },
      });
      if (!skipped) return undefined;
      await tx.poll.delete({ where: { id: skipped.id } });
      await audit(tx, hands, "poll.skip.undone", week);
      return skipped.opensAt;
    });
    return card(
      undone ? say.staff.skipUndone({ when: when.moment(undone, hands.now) }) : say.staff.tooLateToUndo(),
    );
  },
});
