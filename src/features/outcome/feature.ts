/** The outcome room: the adults answer what the board chose, say how it goes on, and everyone can see the plan. */
import { z } from "zod";
import { action, type Feature } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import { answering } from "./answering.ts";
import { drawings } from "./drawings.ts";
import { asking } from "./duties.ts";
import { about, forget } from "./person.ts";
import { planView } from "./plan-view.ts";
import { planOf } from "./planning.ts";
import { pledging } from "./pledging.ts";
import { findOutcome } from "./store.ts";
import { telling } from "./telling.ts";
import { knownView } from "./views.ts";
import { voiceOf } from "./voice.ts";
import { words } from "./words.ts";

export const outcome: Feature = {
  name: "outcome",
  commands: [{ words: ["plan"], about: words.command.about.icu, does: "outcome.plan" }],
  actions: {
    ...answering,
    ...pledging,
    /** "Ask about this": what is known, never a message to pass on. */
    known: action({
      input: z.object({ outcome: z.string() }),
      may: "member",
      answers: "view",
      run: async ({ outcome: id }, { board, db, now }) => {
        const say = voiceOf(board);
        const found = await findOutcome(db, board.id, id);
        return found ? knownView(telling(found, board, now, say), say) : card(say.no["not-found"]());
      },
    }),
    plan: action({
      input: z.object({}),
      may: "member",
      answers: "view",
      run: async (_, hands) => planView(await planOf(hands), hands.board.id, voiceOf(hands.board)),
    }),
  },
  drawings,
  duties: [asking],
  about,
  forget,
};
