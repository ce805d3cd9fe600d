/** `/poll now`: the weekly question, asked by hand. It can be undone until it has gone out. */
import { z } from "zod";
import { action, address } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import { audit } from "../../people/audit.ts";
import { afterQuiet, isQuiet } from "../../schedule/quiet.ts";
import { rhythmAhead } from "./ahead.ts";
import { cardKey, openWeekly } from "./open.ts";
import { byHand } from "./rules.ts";
import { weekly } from "./staff.ts";
import { pollById } from "./store.ts";
import { inkFor } from "./vote.ts";

const none = z.object({});
const ofPoll = z.object({ poll: z.string().max(40) });

export const now = action({
  input: none,
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const { say, when } = inkFor(hands);
    const open = await weekly(hands);
    if (open) return card(say.staff.nowOpen({ when: when.moment(open.closesAt, hands.now) }));
    const plan = byHand(await rhythmAhead(hands), afterQuiet(hands.board, hands.now));
    const lines = [
      say.staff.nowIntro({ channel: hands.board.name, when: when.moment(plan.closesAt, hands.now) }),
    ];
    if (plan.insteadOf)
      lines.push(say.staff.nowInstead({ when: when.moment(plan.insteadOf.opensAt, hands.now) }));
    if (isQuiet(hands.board, hands.now))
      lines.push(say.staff.nowQuiet({ when: when.moment(afterQuiet(hands.board, hands.now), hands.now) }));
    return card(lines, [
      { label: say.buttons.postIt(), tone: "main", does: address("poll.opennow", { b: hands.board.id }) },
      { label: say.buttons.notNow(), does: address("poll.status", { b: hands.board.id }) },
    ]);
  },
});

export const opennow = action({
  input: none,
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const { say, when } = inkFor(hands);
    const plan = byHand(await rhythmAhead(hands), afterQuiet(hands.board, hands.now));
    const id = await hands.keep(async (tx) => {
      const open = await tx.poll.findFirst({
        where: { boardId: hands.board.id, kind: "weekly", state: "open" },
      });
      if (open) return undefined;
      const taken = plan.insteadOf
        ? await tx.poll.findFirst({
            where: { boardId: hands.board.id, occurrence: plan.insteadOf.occurrence },
          })
        : null;
      const poll = await openWeekly(
        tx,
        hands.board,
        {
          closesAt: plan.closesAt,
          ideasCloseAt: plan.ideasCloseAt,
          occurrence: taken ? undefined : plan.insteadOf?.occurrence,
        },
        hands,
      );
      await audit(tx, hands, "poll.now", poll);
      return poll;
    });
    if (!id) return card(say.staff.nowOpen({ when: when.moment(plan.closesAt, hands.now) }));
    if (!isQuiet(hands.board, hands.now)) return card(say.staff.nowDone());
    return card(say.staff.nowWaits({ when: when.moment(afterQuiet(hands.board, hands.now), hands.now) }), [
      { label: say.buttons.undo(), does: address("poll.undonow", { b: hands.board.id, poll: id }) },
    ]);
  },
});

/** Takes back a poll whose card has not gone out anywhere yet. */
export const undonow = action({
  input: ofPoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say } = inkFor(hands);
    const undone = await hands.keep(async (tx) => {
      const poll = await pollById(tx, hands.board.id, id);
      const letters = await tx.letter.findMany({
        where: { boardId: hands.board.id, key: { startsWith: `${cardKey(id)}@` } },
      });
      const still =
        letters.length > 0 && letters.every((letter) => letter.state === "waiting" && letter.attempts === 0);
      if (poll?.state !== "open" || !still) return false;
      const ideas = poll.options.map((line) => line.ideaId).filter((it): it is string => it !== null);
      await tx.letter.deleteMany({ where: { id: { in: letters.map((letter) => letter.id) } } });
      await tx.idea.updateMany({
        where: { boardId: hands.board.id, id: { in: ideas } },
        data: { timesAsked: { decrement: 1 } },
      });
      await tx.poll.delete({ where: { id: poll.id } });
      await audit(tx, hands, "poll.now.undone", poll.id);
      return true;
    });
    return card(undone ? say.staff.undone() : say.staff.tooLateToUndo());
  },
});
