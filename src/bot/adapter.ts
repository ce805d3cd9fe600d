/** The few verbs that every platform must know. A door holds no memory: what it must know again is in the database. */
import type { Bot } from "./bot.ts";
import type { Place, Platform, PostedAt, Visitor } from "./incoming.ts";
import type { View } from "./view.ts";

export type Adapter = {
  name: Platform;
  /** Whether a written reply in a channel can be answered so that only its author sees it (Slack, try-out: yes). */
  answersRepliesPrivately: boolean;
  /** Opens the door: connects, registers commands where they changed, begins to hand what comes in to `bot`.
   *  Throws `DoorError` with the sentence that mends it when the token is wrong or missing. */
  start(bot: Bot): Promise<void>;
  /** Takes nothing new in, lets what is in flight finish (at most 8 seconds), and disconnects. */
  stop(): Promise<void>;
  /** Posts to a channel. Throws `DeliveryError`. */
  post(place: Place, view: View, delivery: Delivery): Promise<PostedAt>;
  /** Writes to one person privately, outside any press. Throws `DeliveryError`; kind `shut` when they don't take messages. */
  tell(
    person: Pick<Visitor, "platform" | "workspace" | "id">,
    view: View,
    delivery: Delivery,
  ): Promise<PostedAt>;
  /** Draws a post of ours anew. Throws `DeliveryError`; kind `gone` when it was deleted. */
  redraw(at: PostedAt, view: View): Promise<void>;
  /** Takes a post of ours away. Already gone counts as done. */
  remove(at: PostedAt): Promise<void>;
  /** What the bot may do in a place: what is missing is said in words that tell how to mend it. */
  checkPlace(place: Place): Promise<{ reachable: boolean; missing: string[] }>;
  /** Whether a person is still there, and what marks them as staff: roles (Discord), or being in `staffChannel` (Slack). */
  checkPerson(
    person: Pick<Visitor, "platform" | "workspace" | "id">,
    staffChannel?: string,
  ): Promise<{ here: boolean; name: string; roles: string[]; inStaffChannel: boolean }>;
  /** For `GET /healthz`. `down` with a word on what to do. */
  health(): { state: "up" | "starting" | "down"; hint?: string };
};

export type Delivery = {
  /** The letter's key: doors pass it on so that the same letter is not posted twice (Discord nonce, Slack metadata). */
  key: string;
  /** An earlier try of this letter may have arrived: look in the channel before posting again. */
  mayHaveArrived: boolean;
  /** Our post is an answer to this message of a person. */
  replyTo?: string;
};

/** Why a letter could not be delivered now, so that the outbox knows what to do. */
export type DeliveryTrouble =
  /** The platform asked to wait (`retryAfterSeconds`), is away or has an error: try again. */
  | "later"
  /** Sent, but no answer came: it may have arrived. Try again with `mayHaveArrived`. */
  | "uncertain"
  /** The channel or message is no longer there. */
  | "gone"
  /** The bot may not do this there. */
  | "forbidden"
  /** The person does not take private messages. */
  | "shut"
  /** The platform refuses the content: our own mistake. */
  | "invalid";

/** Thrown by a door during delivery. The message names what happened, never the content. */
export class DeliveryError extends Error {
  readonly trouble: DeliveryTrouble;
  readonly retryAfterSeconds: number | undefined;
  constructor(
    trouble: DeliveryTrouble,
    message: string,
    more: { retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = "DeliveryError";
    this.trouble = trouble;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** Thrown by `start` when a door cannot open. The message is one sentence that says what to mend, with the variable's name. */
export class DoorError extends Error {
  override name = "DoorError";
}
