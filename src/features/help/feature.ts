/** The room of questions: what can I do here, and who helps me. Nothing in here makes anybody a member. */
import { z } from "zod";
import { action, drawing, type Feature } from "../../bot/action.ts";
import type { Language } from "../../bot/say.ts";
import type { Board } from "../../people/people.ts";
import { boardsOfPlace } from "../../people/store.ts";
import { helpCard } from "../../safety/help.ts";
import { boardHelp, helloView, noBoardHelp } from "./views.ts";

const show = action({
  input: z.object({}),
  may: "anyone",
  answers: "view",
  board: "maybe",
  seats: false,
  async run(_, { db, board, member, standing, person, place }) {
    if (board) return boardHelp(board, standing.staff ? "staff" : member ? "young" : "other", place.platform);
    const boards = await boardsOfPlace(db, place);
    return noBoardHelp({ boards, manages: person.manages, platform: place.platform });
  },
});

/** Without a board: the helplines of the whole United Kingdom, in English. */
const cardFor = (board: Board | undefined) =>
  helpCard(board?.nation ?? "none", { language: (board?.language ?? "en") as Language });

/** The help card: for anyone, anywhere, with or without a board, and without a word typed. */
const now = action({
  input: z.object({}),
  may: "anyone",
  answers: "view",
  board: "maybe",
  seats: false,
  run: async (_, { board }) => cardFor(board),
});

/** Somebody mentioned the bot, or replied and the platform kept their words back. What they wrote is never repeated. */
const mentioned = action({
  input: z.object({ text: z.string().optional(), concern: z.string().optional() }),
  may: "anyone",
  answers: "view",
  board: "maybe",
  seats: false,
  async run({ concern }, hands) {
    const { board, place, reply } = hands;
    const view = concern
      ? cardFor(board)
      : board
        ? helloView(board)
        : noBoardHelp({ boards: [], manages: false, platform: place.platform });
    if (hands.answersPrivately || !reply) return view;
    // Without a board there is no outbox to answer from; a public word would also be the bot's first in a channel that nobody gave it.
    if (!board) return undefined;
    const at = { ...place, message: reply.message };
    const key = `hello:${place.channel}:${reply.message}`;
    return { view, orPublicly: { to: "message", at, key, board: board.id, draws: "help.hello" } };
  },
});

export const help: Feature = {
  name: "help",
  commands: [
    { words: ["help"], about: "What you can do here", does: "help.show" },
    { words: ["sayso"], about: "What you can do here", does: "help.show" },
    { words: ["get", "help"], about: "Somebody to talk to, right now", does: "help.now" },
  ],
  actions: { show, now, mentioned },
  drawings: { hello: drawing({ input: z.object({}), draw: async (_, { board }) => helloView(board) }) },
  duties: [],
  about: async () => [],
  forget: async () => {},
};
