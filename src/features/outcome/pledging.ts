/** "I'm in", and the question whether staff may know the name. Answers are private; staff read names after a yes alone. */
import { z } from "zod";
import { type Action, action, type Hands } from "../../bot/action.ts";
import { card, type View } from "../../bot/view.ts";
import { redrawStaffCard } from "./letters.ts";
import { findOutcome, pledgesOf } from "./store.ts";
import { telling } from "./telling.ts";
import { helpButton, nameView, on, pledgedView } from "./views.ts";
import { voiceOf } from "./voice.ts";

const outcome = z.string();

export const pledging: Record<string, Action> = {
  in: action({
    input: z.object({ outcome }),
    may: "young",
    answers: "view",
    run: ({ outcome: id }, hands) => joinIn(id, hands),
  }),
  name: action({
    input: z.object({ outcome, give: z.enum(["yes", "no"]) }),
    may: "member",
    answers: "view",
    run: ({ outcome: id, give }, hands) => giveName(id, give, hands),
  }),
  out: action({
    input: z.object({ outcome }),
    may: "member",
    answers: "view",
    run: ({ outcome: id }, hands) => goOut(id, hands),
  }),
};

/** Reads the outcome inside the transaction: between a press and its keeping it may have ended. */
async function underWay(id: string, hands: Hands, tx: Parameters<Parameters<Hands["keep"]>[0]>[0]) {
  const found = await findOutcome(tx, hands.board.id, id);
  return { found, open: found?.state === "under-way" };
}

async function joinIn(id: string, hands: Hands): Promise<View> {
  const { board, person, now } = hands;
  const say = voiceOf(board);
  return hands.keep(async (tx) => {
    const { found, open } = await underWay(id, hands, tx);
    if (!found) return card(say.no["not-found"]());
    const told = telling(found, board, now, say);
    if (!open) return card(say.pledge.over({ idea: told.idea }), [helpButton(board.id, say)]);
    const mine = await pledgesOf(tx, found.ideaId, person.id);
    const giveName = mine.find((pledge) => pledge.giveName !== null)?.giveName ?? "asked";
    const key = { ideaId: found.ideaId, personId: person.id, kind: "help" };
    await tx.pledge.upsert({
      where: { ideaId_personId_kind: key },
      update: { giveName },
      create: { ...key, giveName },
    });
    await redrawStaffCard(tx, found, hands);
    return giveName === "asked"
      ? nameView(told, say, person.name, true)
      : pledgedView(told, say, giveName === "yes");
  });
}

async function giveName(id: string, give: "yes" | "no", hands: Hands): Promise<View> {
  const { board, person, now } = hands;
  const say = voiceOf(board);
  return hands.keep(async (tx) => {
    const { found, open } = await underWay(id, hands, tx);
    if (!found) return card(say.no["not-found"]());
    const told = telling(found, board, now, say);
    if (!open) return card(say.pledge.over({ idea: told.idea }), [helpButton(board.id, say)]);
    const { count } = await tx.pledge.updateMany({
      where: { ideaId: found.ideaId, personId: person.id },
      data: { giveName: give },
    });
    if (count === 0)
      return card(say.pledge.notPledged(), [{ label: say.buttons.in(), does: on(told, "in") }]);
    await redrawStaffCard(tx, found, hands);
    return pledgedView(told, say, give === "yes");
  });
}

async function goOut(id: string, hands: Hands): Promise<View> {
  const { board, person } = hands;
  const say = voiceOf(board);
  return hands.keep(async (tx) => {
    const { found } = await underWay(id, hands, tx);
    if (!found) return card(say.no["not-found"]());
    await tx.pledge.deleteMany({ where: { ideaId: found.ideaId, personId: person.id } });
    await redrawStaffCard(tx, found, hands);
    return card(say.pledge.out(), [helpButton(board.id, say)]);
  });
}
