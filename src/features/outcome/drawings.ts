/** What this room's letters show, drawn from what is true when they arrive. */
import { z } from "zod";
import { type Drawing, drawing, type Tools } from "../../bot/action.ts";
import type { View } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { keyOf } from "./letters.ts";
import { askedView, askView, progressView } from "./staff-views.ts";
import { type Found, findOutcome, placeOf, pledgesFor, pledgesOf, stands, timesAnswered } from "./store.ts";
import { type Told, telling } from "./telling.ts";
import { authorView, nameView, overdueView, toldView } from "./views.ts";
import { type Say, voiceOf } from "./voice.ts";

type Seen = { outcome: Found; told: Told; say: Say };
type Drawn = Tools & { board: Board; now: Date };

/** A drawing of one outcome; nothing when it is not this board's, or no more. */
const ofOutcome = <More extends z.ZodRawShape>(
  more: More,
  draw: (
    seen: Seen,
    hands: Drawn,
    input: z.output<z.ZodObject<More>>,
  ) => Promise<View | undefined> | View | undefined,
): Drawing =>
  drawing({
    input: z.object({ outcome: z.string(), ...more }),
    draw: async (input, hands) => {
      const outcome = await findOutcome(hands.db, hands.board.id, (input as { outcome: string }).outcome);
      if (!outcome) return undefined;
      const say = voiceOf(hands.board);
      const told = telling(outcome, hands.board, hands.now, say);
      return draw({ outcome, told, say }, hands, input as z.output<z.ZodObject<More>>);
    },
  });

/** A reminder that is past is not posted any more; one that stands says that it is past. */
const past = async (key: string, { db, board }: Drawn): Promise<boolean> =>
  !(await stands(db, board.id, key));

/** Something was said since: the newer letter tells of it. */
const outdated = async (id: string, number: number | undefined, { db, board }: Drawn): Promise<boolean> =>
  number !== undefined && (await timesAnswered(db, board.id, id)) > number;

const number = { n: z.coerce.number().int().optional() };

export const drawings: Record<string, Drawing> = {
  ask: ofOutcome({}, async ({ outcome, told, say }, { db, board }) => {
    const pledged = await pledgesFor(db, board.id, outcome.ideaId);
    return askView(told, say, pledged, (await placeOf(db, outcome)) === 1);
  }),
  told: ofOutcome({ ...number, news: z.literal("yes").optional() }, async ({ told, say }, hands, input) => {
    const { n, news } = input;
    if ((await outdated(told.id, n, hands)) && (await past(keyOf(told.id, "told", n), hands)))
      return undefined;
    return toldView(told, say, news === "yes");
  }),
  author: ofOutcome(number, async ({ outcome, told, say }, hands, { n }) =>
    !outcome.idea.authorId || (await outdated(told.id, n, hands)) ? undefined : authorView(told, say),
  ),
  name: ofOutcome({ person: z.string() }, async ({ outcome, told, say }, { db, board }, { person }) => {
    const waits = (await pledgesOf(db, outcome.ideaId, person)).some((it) => it.giveName === "asked");
    const where = { boardId_personId: { boardId: board.id, personId: person } };
    const member = waits ? await db.member.findUnique({ where }) : undefined;
    if (!member || member.leftAt || told.state !== "under-way") return undefined;
    return nameView(told, say, member.calledName, false);
  }),
  asked: ofOutcome({}, async ({ outcome, told, say }, hands) =>
    told.state !== "owed" && (await past(keyOf(told.id, "asked", outcome.asked), hands))
      ? undefined
      : askedView(told, say),
  ),
  overdue: ofOutcome({}, async ({ told, say }, hands) =>
    told.state !== "owed" && (await past(keyOf(told.id, "overdue"), hands))
      ? undefined
      : overdueView(told, say),
  ),
  progress: ofOutcome({}, async ({ outcome, told, say }, hands) =>
    told.state !== "under-way" && (await past(keyOf(told.id, "progress", outcome.asked), hands))
      ? undefined
      : progressView(told, say),
  ),
};
