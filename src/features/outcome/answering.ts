/** How adults answer: the form, what it must hold, and what is kept and told in one transaction. */

import { z } from "zod";
import { type Action, action, type Hands } from "../../bot/action.ts";
import { keepDraft, openDraft } from "../../bot/drafts.ts";
import type { Language } from "../../bot/say.ts";
import { card, type Form, type View } from "../../bot/view.ts";
import { audit } from "../../people/audit.ts";
import { afterQuiet } from "../../schedule/quiet.ts";
import { speaking } from "../../schedule/speaking.ts";
import { atHour, dateIn } from "../../schedule/wall-clock.ts";
import { answerForm, type Filled, gives } from "./forms.ts";
import { askNames, redrawAll, tellAll } from "./letters.ts";
import {
  type Change,
  decide,
  type Kind,
  kinds,
  latestTime,
  mayBeSaid,
  type Refusal,
  type Typed,
} from "./rules.ts";
import { changeView, givenView } from "./staff-views.ts";
import { askPledgers, type Found, findOutcome, settleIdea, timesAnswered } from "./store.ts";
import { telling } from "./telling.ts";
import { facts, on, standing } from "./views.ts";
import { voiceOf } from "./voice.ts";

const field = z.string().trim().default("");
const typed = { who: field, what: field, notThis: field, by: field, reason: field, words: field };

const opening = (kind: Kind) =>
  action({
    input: z.object({ outcome: z.string(), d: z.string().optional() }),
    may: "staff",
    answers: "form",
    run: ({ outcome, d }, hands) => openForm(kind, outcome, d, hands),
  });

const receiving = (kind: Kind) =>
  action({
    input: z.object({ outcome: z.string(), seen: z.coerce.number().int(), ...typed }),
    may: "staff",
    answers: "view",
    again: `outcome.${kind}`,
    run: ({ outcome, seen, ...said }, hands) => receive(kind, { outcome, seen }, said, hands),
  });

/** A form for each kind of answer, the actions that receive them, and the card for changing an answer. */
export const answering: Record<string, Action> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, opening(kind)])),
  ...Object.fromEntries(kinds.map((kind) => [gives[kind], receiving(kind)])),
  change: action({
    input: z.object({ outcome: z.string() }),
    may: "staff",
    answers: "view",
    run: async ({ outcome: id }, { board, db, now }) => {
      const say = voiceOf(board);
      const outcome = await findOutcome(db, board.id, id);
      return outcome ? changeView(telling(outcome, board, now, say), say) : card(say.no["not-found"]());
    },
  }),
};

async function openForm(kind: Kind, id: string, d: string | undefined, hands: Hands): Promise<Form | View> {
  const { board, db } = hands;
  const say = voiceOf(board);
  const outcome = await findOutcome(db, board.id, id);
  if (!outcome) return card(say.no["not-found"]());
  const may = mayBeSaid(kind, outcome.state);
  if (!may.ok) return refused(may.reason, outcome, hands);
  const draft = (await openDraft(hands, d)) as Filled;
  const filled = d ? draft : standsNow(kind, outcome, hands);
  const seen = await timesAnswered(db, board.id, id);
  return answerForm(kind, { id, board: board.id }, seen, { say, filled, latest: latestDay(outcome, hands) });
}

/** Changing an answer starts from what was said before. */
function standsNow(kind: Kind, outcome: Found, { board, now }: Hands): Filled {
  const { owner, plan, reason, byDate, state } = outcome;
  const by = byDate && byDate >= dateIn(board.timeZone, now) ? byDate : undefined;
  const known: Filled = { who: owner ?? undefined };
  if (state === "under-way" && (kind === "yes" || kind === "part"))
    return { ...known, what: plan ?? undefined, by, notThis: reason ?? undefined };
  if (state === "declined" && kind === "no")
    return { ...known, reason: reason ?? undefined, words: plan ?? undefined };
  return kind === "news" ? { by } : known;
}

async function receive(
  kind: Kind,
  form: { outcome: string; seen: number },
  said: Typed,
  hands: Hands,
): Promise<View> {
  const { board, db, now } = hands;
  const say = voiceOf(board);
  const outcome = await findOutcome(db, board.id, form.outcome);
  if (!outcome) return card(say.no["not-found"]());
  const decided = decide(kind, said, outcome, { now, timeZone: board.timeZone });
  if (!decided.ok) return refused(decided.reason, outcome, hands, { kind, said });
  const kept = await keepAnswer(kind, form, decided.value, hands);
  if (!kept) return meanwhile(kind, form.outcome, said, hands);
  const told = telling(kept, board, now, say);
  const until = afterQuiet(board, now);
  const speaks = speaking(board.language as Language, board.timeZone);
  return givenView(told, say, until > now ? speaks.moment(until, now) : undefined);
}

/** Keeps the answer with all that follows from it. Gives nothing when somebody else answered since the form opened. */
const keepAnswer = (
  kind: Kind,
  form: { outcome: string; seen: number },
  change: Change,
  hands: Hands,
): Promise<Found | undefined> =>
  hands.keep(async (tx) => {
    const { board } = hands;
    const before = await timesAnswered(tx, board.id, form.outcome);
    if (before !== form.seen) return undefined;
    await tx.outcome.update({ where: { id: form.outcome }, data: change });
    const outcome = await findOutcome(tx, board.id, form.outcome);
    if (!outcome) return undefined;
    await audit(tx, hands, `outcome.${kind}`, outcome.id, kind === "no" ? change.reason : null);
    await settleIdea(tx, outcome.idea, change.state);
    await tellAll(tx, outcome, { number: before + 1, news: kind === "news" }, hands);
    if (kind === "yes" || kind === "part")
      await askNames(tx, outcome, await askPledgers(tx, outcome.ideaId), hands);
    await redrawAll(tx, outcome, hands);
    return outcome;
  });

/** A kind no. What was typed is kept for an hour, behind "Try again". */
async function refused(
  reason: Refusal,
  outcome: Found,
  hands: Hands,
  typed?: { kind: Kind; said: Typed },
): Promise<View> {
  const say = voiceOf(hands.board);
  const line =
    reason === "time-too-long" ? say.no[reason]({ when: latestDay(outcome, hands) }) : say.no[reason]();
  const at = { id: outcome.id, board: hands.board.id };
  if (!typed) return card(line, [{ label: say.buttons.change(), does: on(at, "change") }]);
  if (reason === "answered-already" || reason === "not-under-way")
    return meanwhile(typed.kind, outcome.id, typed.said, hands, line);
  const d = await keepDraft(hands, typed.said);
  return card(
    [line, say.no.kept()],
    [{ label: say.buttons.tryAgain(), tone: "main", does: on(at, typed.kind, { d }) }],
  );
}

/** Somebody else was quicker: what stands now, and the own words kept. */
async function meanwhile(kind: Kind, id: string, said: Typed, hands: Hands, line?: string): Promise<View> {
  const { board, db, now } = hands;
  const say = voiceOf(board);
  const d = await keepDraft(hands, said);
  const outcome = await findOutcome(db, board.id, id);
  if (!outcome) return card(say.no["not-found"]());
  const told = telling(outcome, board, now, say);
  const again = mayBeSaid(kind, outcome.state).ok
    ? [{ label: say.buttons.sendAnyway(), does: on(told, kind, { d }) }]
    : [];
  const change = { label: say.buttons.change(), does: on(told, "change") };
  const head = card([line ?? say.no.meanwhile(), standing(told, say)]).body;
  return {
    body: [...head, ...facts(told, say), ...card(say.no.kept(), [...again, change]).body],
  };
}

function latestDay(outcome: Found, { board, now }: Hands): string {
  const day = latestTime(outcome.owedSince, { now, timeZone: board.timeZone });
  const speaks = speaking(board.language as Language, board.timeZone);
  return speaks.date(atHour(board.timeZone, day, 12), now);
}
