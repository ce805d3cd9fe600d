/** A letter: the wish that others see something. It names what to draw, never the words, so that nothing is kept twice. */
import type { PostedAt } from "../bot/incoming.ts";

export type Letter = LetterTo & {
  /** Telling and unique, such as `poll:7:closed`. Sent again with the same key it is the same letter. */
  key: string;
  board: string;
  /** The address of the drawing: `poll.card?poll=…`. Drawn when delivered; a drawing that gives nothing is not sent. */
  draws: string;
  /** What a written reply to the post does. */
  replies?: string;
  /** Leaves in quiet time, too. */
  urgent?: boolean;
  /** Not before this instant. */
  notBefore?: Date;
  /** Hours until it is given up and staff are told. Default 24. */
  hoursToLive?: number;
};

type LetterTo =
  /** A new post in every board channel, or every staff channel, of the board; `only`: at this one of its hangings. */
  | { to: "board" | "staff"; only?: string }
  /** A new post that answers somebody's message. */
  | { to: "message"; at: PostedAt }
  /** A private message to a member. */
  | { to: "person"; person: string }
  /** Draw the posts of `post` (a letter's key) anew; several wishes become one. */
  | { to: "redraw"; post: string }
  /** Take the posts of `post` away. */
  | { to: "remove"; post: string };
