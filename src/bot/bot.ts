/** The heart: one dispatcher for everything that a person does, and one tick for everything that the clock does. */
import type { Command } from "./action.ts";
import type { Answer, Incoming, Place, PostedAt, Reply } from "./incoming.ts";

/** What a door sees of the heart. */
export type Bot = {
  /** Every command, in the order in which help shows them. */
  commands: Command[];
  /** How an address will be answered, so that the door can give its first sign in time. Unknown ones: "view". */
  answers(does: string): "view" | "form";
  /** Answers the person who acted. Never throws: trouble becomes a kind sentence and a log line. */
  answer(incoming: Incoming): Promise<Answer>;
  /** A written reply to one of our posts, or a mention of the bot. "nothing" when it is none of ours. */
  replied(reply: Reply): Promise<Answer>;
  /** Somebody deleted a message: theirs (an idea is withdrawn) or ours (it is not drawn again). Never throws. */
  removed(message: PostedAt): Promise<void>;
  /** A channel was deleted, or the bot was removed from or (again) added to a workspace. Never throws. */
  placeChanged(change: { what: "channel-gone" | "bot-removed" | "bot-added"; place: Place }): Promise<void>;
  /** Sentences that a door must say by itself, in English: it does not know the board. */
  sorry: { tooSlow: string; broken: string };
};
