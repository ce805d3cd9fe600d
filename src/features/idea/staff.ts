/** What staff may do with an idea: let it through, hide it for safety alone, and show it again. */
import { z } from "zod";
import type { Idea } from "../../../prisma/generated/sqlite/client.ts";
import { action, address, drawing, type Hands } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import type { Transaction } from "../../database.ts";
import { audit } from "../../people/audit.ts";
import { findsContact } from "../../safety/contacts.ts";
import { inkFor } from "./came.ts";
import { chosen, id, pickIdea, reasonForm, why } from "./choosing.ts";
import { shownAgainAs } from "./rules.ts";
import { ideaById, offBallot, ontoBallot, openPoll, pollForIdeas, redrawResults } from "./store.ts";

const redrawCheck = (tx: Transaction, hands: Hands, idea: string) =>
  hands.send(tx, {
    to: "redraw",
    post: `idea:${idea}:check`,
    key: `idea:${idea}:check:redraw`,
    board: hands.board.id,
    draws: address("idea.check", { idea }),
  });

const tellAuthor = (tx: Transaction, hands: Hands, idea: Idea) =>
  idea.authorId
    ? hands.send(tx, {
        to: "person",
        person: idea.authorId,
        key: `idea:${idea.id}:hidden`,
        board: hands.board.id,
        draws: address("idea.told", { idea: idea.id }),
      })
    : undefined;

/** The staff card for an idea that may name a member. */
export const checkDrawing = drawing({
  input: z.object({ idea: id }),
  async draw({ idea: ideaId }, hands) {
    const { say } = inkFor(hands);
    const idea = await ideaById(hands.db, hands.board.id, ideaId);
    if (!idea || idea.state === "withdrawn") return undefined;
    if (idea.state === "hidden")
      return card(say.staff.keptBack({ idea: idea.text, why: idea.hiddenWhy ?? "" }));
    if (idea.state !== "waiting") return card(say.staff.checked({ idea: idea.text }));
    const at = { b: hands.board.id, idea: idea.id };
    return card(say.staff.check({ idea: idea.text }), [
      { label: say.buttons.letThrough(), does: address("idea.let", at) },
      { label: say.buttons.keepBack(), does: address("idea.why", at) },
    ]);
  },
});

/** Tells the author, privately, why staff took the idea off the list. */
export const toldDrawing = drawing({
  input: z.object({ idea: id }),
  async draw({ idea: ideaId }, hands) {
    const { say } = inkFor(hands);
    const idea = await ideaById(hands.db, hands.board.id, ideaId);
    if (idea?.state !== "hidden") return undefined;
    return card(say.hiddenToAuthor({ idea: idea.text, why: idea.hiddenWhy ?? "" }), [
      { label: say.buttons.add(), does: address("idea.add", { b: hands.board.id }) },
      { label: say.buttons.help(), does: address("help.now", { b: hands.board.id }) },
    ]);
  },
});

export const letThrough = action({
  input: z.object({ idea: id }),
  may: "staff",
  answers: "view",
  async run({ idea: ideaId }, hands) {
    const { say } = inkFor(hands);
    const idea = await hands.keep(async (tx) => {
      const waiting = await ideaById(tx, hands.board.id, ideaId);
      if (waiting?.state !== "waiting") return undefined;
      const poll = await pollForIdeas(tx, hands.board.id, hands.now);
      await tx.idea.update({ where: { id: waiting.id }, data: { state: "open", timesAsked: poll ? 1 : 0 } });
      if (poll) await ontoBallot(tx, waiting, poll, hands);
      await audit(tx, hands, "idea.let-through", waiting.id);
      await redrawCheck(tx, hands, waiting.id);
      return waiting;
    });
    return card(idea ? say.staff.checked({ idea: idea.text }) : say.no["not-open"]());
  },
});

/** `/hide`: the list to choose from. */
export const hide = action({
  input: z.object({}),
  may: "staff",
  answers: "view",
  run: (_input, hands) =>
    pickIdea(hands, "idea.why", inkFor(hands).say.staff.hidePick(), inkFor(hands).say.staff.hidePrompt()),
});

/** The reason, which stays in sight. */
export const whyForm = action({
  input: z.object({ idea: id.optional(), chosen: chosen.optional() }),
  may: "staff",
  answers: "form",
  async run({ idea, chosen: picked }, hands) {
    const { say } = inkFor(hands);
    const does = address("idea.hidden", { b: hands.board.id, idea: idea ?? picked ?? "" });
    return reasonForm(say.staff.hideTitle(), say.staff.hideWhy(), say.staff.hideHint(), does);
  },
});

export const hidden = action({
  input: z.object({ idea: id, why }),
  may: "staff",
  answers: "view",
  async run({ idea: ideaId, why: reason }, hands) {
    const { say } = inkFor(hands);
    const again = {
      label: say.buttons.change(),
      does: address("idea.why", { b: hands.board.id, idea: ideaId }),
    };
    if (findsContact(reason)) return card(say.no.contact(), [again]);
    const idea = await hands.keep(async (tx) => {
      const shown = await ideaById(tx, hands.board.id, ideaId);
      if (!shown || !["open", "waiting", "resting", "won"].includes(shown.state)) return undefined;
      await offBallot(tx, shown, "hidden", hands, reason);
      await redrawResults(tx, shown, hands);
      await audit(tx, hands, "idea.hidden", shown.id, reason);
      await redrawCheck(tx, hands, shown.id);
      await tellAuthor(tx, hands, shown);
      return shown;
    });
    if (!idea) return card(say.no["not-open"]());
    return card(say.staff.hidden({ idea: idea.text }), [
      {
        label: say.buttons.showAgain(),
        does: address("idea.showagain", { b: hands.board.id, idea: idea.id }),
      },
    ]);
  },
});

/** Undoes hiding. */
export const showAgain = action({
  input: z.object({ idea: id }),
  may: "staff",
  answers: "view",
  async run({ idea: ideaId }, hands) {
    const { say } = inkFor(hands);
    const idea = await hands.keep(async (tx) => {
      const it = await ideaById(tx, hands.board.id, ideaId);
      if (it?.state !== "hidden") return undefined;
      const poll = await openPoll(tx, hands.board.id, hands.now);
      const outcome = await tx.outcome.findFirst({ where: { boardId: hands.board.id, ideaId: it.id } });
      const state = shownAgainAs(outcome ?? undefined);
      await tx.idea.update({ where: { id: it.id }, data: { state, hiddenWhy: null } });
      await redrawResults(tx, it, hands);
      const was = poll?.options.some((option) => option.ideaId === it.id) ?? false;
      if (poll && state === "open" && (was || poll.ideasCloseAt > hands.now))
        await ontoBallot(tx, it, poll, hands);
      await audit(tx, hands, "idea.shown-again", it.id);
      return it;
    });
    return card(idea ? say.staff.shownAgain({ idea: idea.text }) : say.no["not-open"]());
  },
});
