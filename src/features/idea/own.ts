/** A person's own ideas: adding by form or command, changing, taking back, bringing back what rests. */

import { z } from "zod";
import { action, address, type Hands } from "../../bot/action.ts";
import { openDraft } from "../../bot/drafts.ts";
import { card, kindNo, type View } from "../../bot/view.ts";
import { add, type Wish } from "./add.ts";
import { inkFor, sayWhatCame } from "./came.ts";
import { openStates } from "./rules.ts";
import { ideaById, offBallot, ontoBallot, pollForIdeas } from "./store.ts";
import { ideaForm, ownCard } from "./views.ts";

const id = z.string().max(40);
const typed = z.object({
  text: z.string().max(8_000),
  named: z.enum(["yes", "no"]).default("no"),
  instead: id.optional(),
});

/** "Add my idea": the form, filled with a draft where there is one. */
export const addForm = action({
  input: z.object({ d: id.optional() }),
  may: "member",
  answers: "form",
  async run({ d }, hands) {
    const kept = await openDraft(hands, d);
    const filled = {
      text: typeof kept.text === "string" ? kept.text : undefined,
      named: kept.named === "yes",
      instead: typeof kept.instead === "string" ? kept.instead : undefined,
    };
    return ideaForm(filled, hands.board, hands.standing.staff, inkFor(hands).say);
  },
});

async function keepIdea(wish: Wish, hands: Hands): Promise<View> {
  const came = await hands.keep((tx) => add(tx, wish, hands));
  return sayWhatCame(came, hands);
}

export const save = action({
  input: typed,
  may: "member",
  answers: "view",
  again: "idea.add",
  run: ({ text, named, instead }, hands) => keepIdea({ text, named: named === "yes", instead }, hands),
});

/** `/idea Film night`: the words behind the command; without words, the way to the form. */
export const command = action({
  input: z.object({ text: z.string().max(8_000).optional() }),
  may: "member",
  answers: "view",
  again: "idea.add",
  async run({ text }, hands) {
    const { say } = inkFor(hands);
    if (text) return keepIdea({ text, named: false }, hands);
    return card(say.command(), [
      { label: say.buttons.add(), tone: "main", does: address("idea.add", { b: hands.board.id }) },
    ]);
  },
});

/** "No, mine is different": the kept words become an idea of their own. */
export const different = action({
  input: z.object({ d: id }),
  may: "member",
  answers: "view",
  async run({ d }, hands) {
    const kept = typed.safeParse(await openDraft(hands, d));
    if (!kept.success) return lost(hands);
    const { text, named, instead } = kept.data;
    const came = await hands.keep(async (tx) => {
      const { count } = await tx.draft.deleteMany({
        where: { id: d, boardId: hands.board.id, personId: hands.person.id },
      });
      return count === 0
        ? undefined
        : add(tx, { text, named: named === "yes", instead, isDifferent: true }, hands);
    });
    return came ? sayWhatCame(came, hands) : lost(hands);
  },
});

const lost = (hands: Hands): View => {
  const { say } = inkFor(hands);
  const add = { label: say.buttons.add(), does: address("idea.add", { b: hands.board.id }) };
  return kindNo("lost", card(say.no.lost(), [add]));
};

const gone = (hands: Hands): View => kindNo("gone", card(inkFor(hands).say.no.gone()));

/** Changing an idea makes a new one in its place: whoever picked the old words did not pick the new. */
export const change = action({
  input: z.object({ idea: id }),
  may: "member",
  answers: "form",
  async run({ idea: ideaId }, hands) {
    const { say } = inkFor(hands);
    const idea = await ideaById(hands.db, hands.board.id, ideaId);
    if (idea?.authorId !== hands.person.id || !openStates.includes(idea.state)) return gone(hands);
    return ideaForm(
      { text: idea.text, named: idea.named, instead: idea.id },
      hands.board,
      hands.standing.staff,
      say,
    );
  },
});

/** Takes one's own idea back. `d`: words that wait for the place that is free now. */
export const takeback = action({
  input: z.object({ idea: id, d: id.optional() }),
  may: "member",
  answers: "view",
  async run({ idea: ideaId, d }, hands) {
    const { say } = inkFor(hands);
    const idea = await hands.keep(async (tx) => {
      const own = await ideaById(tx, hands.board.id, ideaId);
      if (own?.authorId !== hands.person.id || !["open", "waiting", "resting"].includes(own.state))
        return undefined;
      await offBallot(tx, own, "withdrawn", hands);
      return own;
    });
    const to = { b: hands.board.id, ...(d ? { d } : {}) };
    const again = { label: say.buttons.add(), does: address("idea.add", to) };
    return idea ? card(say.withdrawn({ idea: idea.text }), [again]) : gone(hands);
  },
});

/** Ideas that rest, to bring one back. Anyone on the board may. */
export const older = action({
  input: z.object({}),
  may: "member",
  answers: "view",
  async run(_input, hands) {
    const { say } = inkFor(hands);
    const resting = await hands.db.idea.findMany({
      where: { boardId: hands.board.id, state: "resting" },
      orderBy: { createdAt: "desc" },
      take: 25,
    });
    if (resting.length === 0) return card(say.noneOlder());
    return {
      body: [
        { kind: "text", text: say.older() },
        {
          kind: "menu",
          prompt: say.olderPrompt(),
          choose: { min: 1, max: 1 },
          choices: resting.map((idea) => ({ label: idea.text, value: idea.id })),
          does: address("idea.revive", { b: hands.board.id }),
        },
      ],
    };
  },
});

export const revive = action({
  input: z.object({ chosen: z.preprocess((value) => [value].flat()[0], id) }),
  may: "member",
  answers: "view",
  async run({ chosen }, hands) {
    const ink = inkFor(hands);
    const idea = await hands.keep(async (tx) => {
      const resting = await ideaById(tx, hands.board.id, chosen);
      if (resting?.state !== "resting") return undefined;
      const poll = await pollForIdeas(tx, hands.board.id, hands.now);
      await tx.idea.update({ where: { id: resting.id }, data: { state: "open", timesAsked: poll ? 1 : 0 } });
      if (poll) await ontoBallot(tx, resting, poll, hands);
      return resting;
    });
    if (!idea) return gone(hands);
    const text = ink.say.revived({ idea: idea.text });
    if (idea.authorId === hands.person.id) return ownCard(text, idea, ink);
    return card(text, [
      { label: ink.say.buttons.choose(), does: address("poll.choose", { b: hands.board.id }) },
    ]);
  },
});
