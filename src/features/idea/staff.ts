/** What staff may do with an idea: let it through, hide it for safety alone; and the lead, audited, may see its author. */
import { z } from "zod";
import type { Idea } from "../../../prisma/generated/sqlite/client.ts";
import { action, address, drawing, type Hands } from "../../bot/action.ts";
import { card, type Form, type View } from "../../bot/view.ts";
import type { Transaction } from "../../database.ts";
import { findsContact } from "../../safety/contacts.ts";
import { inkFor } from "./came.ts";
import { shownAgainAs } from "./rules.ts";
import { ideaById, offBallot, ontoBallot, openPoll, pollForIdeas, redrawResults } from "./store.ts";

const id = z.string().max(40);
const chosen = z.preprocess((value) => [value].flat()[0], id);
const why = z.string().trim().min(3).max(200);

const audit = (tx: Transaction, hands: Hands, what: string, subject: string, reason?: string) =>
  tx.audit.create({
    data: {
      id: hands.newId(),
      boardId: hands.board.id,
      personId: hands.person.id,
      what,
      subject,
      why: reason,
      at: hands.now,
    },
  });

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

/** `/whose`, for the safeguarding lead alone. */
export const whose = action({
  input: z.object({}),
  may: "lead",
  answers: "view",
  run: (_input, hands) =>
    pickIdea(
      hands,
      "idea.whosewhy",
      inkFor(hands).say.staff.whosePick(),
      inkFor(hands).say.staff.whosePrompt(),
    ),
});

async function pickIdea(hands: Hands, does: string, text: string, prompt: string): Promise<View> {
  const ideas = await hands.db.idea.findMany({
    where: { boardId: hands.board.id, state: { in: ["open", "waiting", "won", "resting"] } },
    orderBy: { createdAt: "desc" },
    take: 25,
  });
  if (ideas.length === 0) return card(inkFor(hands).say.staff.hideNone());
  const choices = ideas.map((idea) => ({ label: idea.text, value: idea.id }));
  const menu = {
    kind: "menu" as const,
    prompt,
    choose: { min: 1, max: 1 },
    choices,
    does: address(does, { b: hands.board.id }),
  };
  return { body: [{ kind: "text", text }, menu] };
}

const reasonForm = (title: string, label: string, hint: string, does: string): Form => ({
  title,
  does,
  fields: [{ kind: "short", name: "why", label, hint, max: 100 }],
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

export const whoseWhy = action({
  input: z.object({ chosen }),
  may: "lead",
  answers: "form",
  async run({ chosen: idea }, hands) {
    const { say } = inkFor(hands);
    const does = address("idea.reveal", { b: hands.board.id, idea });
    return reasonForm(say.staff.whoseTitle(), say.staff.whoseWhy(), say.staff.whosePick().slice(0, 99), does);
  },
});

/** Shows the lead who wrote an idea. The audit row stands in the same transaction as the look. */
export const reveal = action({
  input: z.object({ idea: id, why }),
  may: "lead",
  answers: "view",
  async run({ idea: ideaId, why: reason }, hands) {
    const { say } = inkFor(hands);
    const found = await hands.keep(async (tx) => {
      const idea = await ideaById(tx, hands.board.id, ideaId);
      if (!idea) return undefined;
      await audit(tx, hands, "idea.author-revealed", idea.id, reason);
      const author = idea.authorId
        ? await tx.member.findUnique({
            where: { boardId_personId: { boardId: hands.board.id, personId: idea.authorId } },
            include: { identity: true },
          })
        : null;
      return { idea, author };
    });
    if (!found) return card(say.no.gone());
    if (!found.author) return card(say.staff.whoseUnknown());
    const { calledName: name, identity } = found.author;
    return card(
      say.staff.whoseIs({
        idea: found.idea.text,
        name,
        account: identity.account,
        platform: identity.platform,
      }),
    );
  },
});
