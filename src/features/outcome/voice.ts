/** The room's words in a board's language. */
import { type Language, type Saying, speak } from "../../bot/say.ts";
import type { Board } from "../../people/people.ts";
import { words } from "./words.ts";

export type Say = Saying<typeof words>;

/** The words as this board speaks. */
export const voiceOf = (board: Pick<Board, "language">): Say => speak(board.language as Language, words);
