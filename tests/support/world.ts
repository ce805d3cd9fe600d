/**
 * A platform in a test, with people in it. Stories and the contract speak this; each platform's wire-level server
 * (and the try-out's own room) implements it, so that the same sentences run through every real door.
 */
import type { Adapter, Place, Platform, Visitor } from "../../src/bot/index.ts";

/** One local platform: a workspace with two channels, and the real door pointed at it. */
export type World = {
  platform: Platform;
  workspace: string;
  boardChannel: Place;
  staffChannel: Place;
  /** A further channel, for "a press from elsewhere" and second boards. */
  newChannel(name: string): Promise<Place>;
  /** A real door (discord.js, Bolt, try-out) that talks to this world. Not started yet. */
  openDoor(): Adapter;
  /** Somebody in the workspace. `staffRole` gives the role or the seat in the staff channel that marks staff. */
  person(name: string, more?: { staff?: boolean; manages?: boolean }): Promise<Someone>;
  /** What marks staff here: Discord: the role's id. Slack and try-out: undefined (seat in the staff channel). */
  staffRole: string | undefined;
  /** What stands in a channel now, the oldest first. Deleted posts are gone. */
  posts(place: Place): Shown[];
  /** Request bodies of the bot that broke the platform's published schema or a limit, with the reason. Must stay empty. */
  violations(): string[];
  close(): Promise<void>;
};

/** A person who types, presses and reads. Each act resolves when the platform has its answer (or after its 3 s limit). */
export type Someone = {
  name: string;
  visitor: Visitor;
  /** A command in a channel, as typed without the slash: `"poll now"`, `"idea Film night"`. */
  commands(text: string, place?: Place): Promise<void>;
  /** Presses a button by its label: on `on`, else on the private card in front of them, else on the newest post that has it. */
  presses(label: string, on?: Shown): Promise<void>;
  /** Presses whatever stands behind this address, as somebody who forges it would. */
  forges(address: string, place?: Place): Promise<void>;
  /** Chooses from the menu of the private card by the choices' labels. An empty list clears it. */
  chooses(labels: string[], prompt?: string): Promise<void>;
  /** Fills and sends the open form, by field name. Fields left out keep what they were opened with. */
  fills(values: Record<string, string | string[]>): Promise<void>;
  /** Writes a reply to one of our posts (mentioning the bot, as the platform does). Resolves to the message's id. */
  replies(to: Shown, text: string): Promise<string>;
  /** Deletes a message of their own. */
  deletes(message: string, place?: Place): Promise<void>;
  /** Sends the last press once more, as the platforms do when they are unsure. */
  repeats(): Promise<void>;
  /** The private card in front of them now; `undefined` when there is none. */
  sees(): Shown | undefined;
  /** The form that is open; `undefined` when there is none. */
  seesForm(): ShownForm | undefined;
  /** Private messages from the bot, the oldest first. */
  inbox(): Shown[];
  /** Shuts or opens their private messages. */
  takesMessages(open: boolean): void;
};

/** A card as a person sees it. `raw` is what the bot sent. */
export type Shown = {
  id: string;
  place: Place;
  /** All words, in reading order, line by line, without mark-up. */
  text: string;
  buttons: string[];
  menus: { prompt: string; choices: string[]; chosen: string[] }[];
  replyTo?: string;
  raw: unknown;
};

export type ShownForm = {
  title: string;
  notes: string[];
  fields: { name: string; label: string; value: string | string[] }[];
  raw: unknown;
};
