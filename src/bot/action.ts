/** Action, Duty, Drawing, Feature: the furniture that every room has. And the writing and reading of addresses. */
import type { ZodType } from "zod";
import type { Database, Transaction } from "../database.ts";
import type { Letter } from "../outbox/letter.ts";
import type { Board, Member, Permission, Person, Standing } from "../people/people.ts";
import type { Clock } from "./clock.ts";
import type { Place, Platform } from "./incoming.ts";
import { limits } from "./limits.ts";
import type { Form, Part, View } from "./view.ts";

/** What a duty or a drawing has in its hands. */
export type Tools = {
  db: Database;
  clock: Clock;
  /** A new id: 12 random URL-safe characters. */
  newId(): string;
  /** Writes what follows in one transaction; letters written in it leave right after the commit. */
  keep<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
  /** Puts a letter into the outbox, inside a transaction. */
  send(tx: Transaction, letter: Letter): Promise<void>;
  /** Leaves no trace of what was deleted (the log of the database file is emptied). */
  scrub(): Promise<void>;
  /** Asks a door about a person or a place; `undefined` when that door is not open or does not answer. */
  doors: Doors;
  /** Seals what must not be readable in the database or a backup, with the key that lives outside of it. */
  vault: Vault;
};

/** Authenticated encryption (AES-256-GCM). `open` throws when the key is another one. */
export type Vault = {
  seal(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  open(sealed: Uint8Array): Uint8Array;
};

/** What rooms may ask of the doors. */
export type Doors = {
  open(): Platform[];
  checkPerson(identity: {
    platform: Platform;
    workspace: string;
    id: string;
    staffChannel?: string;
  }): Promise<{ here: boolean; name: string; roles: string[]; inStaffChannel: boolean } | undefined>;
  checkPlace(place: Place): Promise<{ reachable: boolean; missing: string[] } | undefined>;
};

/** What an action has in its hands: the tools, who acted, for which board, and when. */
export type Hands = Tools & {
  person: Person;
  board: Board;
  member: Member | undefined;
  /** What the person is on this board, found out for this act. */
  standing: Standing;
  /** The instant of this press. */
  now: Date;
  place: Place;
  /** How the action was reached. After a written reply, `reply` holds the message. */
  from: "command" | "button" | "menu" | "form" | "reply";
  reply?: { message: string };
  /** The platform can answer this act so that only the person sees it. False after a written reply on Discord. */
  answersPrivately: boolean;
  /** The action's own address with its input, for "try again" buttons. */
  address: string;
};

/**
 * One thing that a person can do. `input` is checked by the heart before `run`; what does not fit is answered with the
 * field's name, and nothing typed is lost. `answers: "form"` only reads.
 * `run` returns the private answer; a `View` from a form action is shown in place of the form (a kind no).
 */
// biome-ignore lint/suspicious/noExplicitAny: a list of actions holds many inputs; `action()` below ties each to its own
export type Action<Input = any> = {
  input: ZodType<Input>;
  may: Permission;
  answers: "view" | "form";
  /** The form action that opens again, filled in with the draft `d`, when what was typed does not fit. */
  again?: string;
  /** `hands.board` may be undefined. "none": no board is looked for unless the address names one. "maybe": the board of
   *  the channel, or the person's only one, is there when it is clear which. */
  board?: "none" | "maybe";
  /** false: doing this in the board's channel makes nobody a member (help, leaving, set-up). */
  seats?: false;
  run(input: Input, hands: Hands): Promise<View | Form | AfterReply | undefined>;
};

/** After a written reply: what to say privately, or, where that cannot be, the letter for everyone. */
export type AfterReply = { view: View; orPublicly: Letter };

/** Ties `run`'s input to the schema. */
export const action = <Input>(it: Action<Input>): Action<Input> => it;

/** A drawing makes the view of a letter when it is delivered, from what is true then. `undefined`: no longer wanted. */
// biome-ignore lint/suspicious/noExplicitAny: as for Action
export type Drawing<Input = any> = {
  input: ZodType<Input>;
  draw(input: Input, hands: Tools & { board: Board; now: Date }): Promise<View | undefined>;
};

export const drawing = <Input>(it: Drawing<Input>): Drawing<Input> => it;

/** Work by the clock. Asks "what is due by now?", writes letters with telling keys. Running it twice is harmless. */
export type Duty = {
  name: string;
  run(tools: Tools & { now: Date }): Promise<void>;
  /** The next instant at which something of this duty falls due, for the try-out's clock. */
  next?(tools: Tools & { now: Date }): Promise<Date | undefined>;
};

/** A command in the chat. Discord: `/poll now`. Slack: `/sayso poll now`. `option` takes the words behind it. */
export type Command = {
  words: [string] | [string, string];
  about: string;
  does: string;
  option?: { name: string; about: string; required: boolean; max: number };
  /** Only shown to those who may manage the server, where the platform can (Discord's default permission). */
  forManagers?: boolean;
};

/** One room. */
export type Feature = {
  name: string;
  commands: Command[];
  actions: Record<string, Action>;
  drawings: Record<string, Drawing>;
  duties: Duty[];
  /** Called when a person deletes a message that this room took in. */
  removed?(message: { platform: Platform; channel: string; message: string }, tools: Tools): Promise<void>;
  /** Called when a channel of a board was deleted, or the bot removed from it: staff are told another way. */
  unreachable?(board: Board, platform: Platform, tools: Tools): Promise<void>;
  /** Called when a board's channel can be reached again: what should stand there is posted. */
  returned?(board: Board, tools: Tools): Promise<void>;
  /** Everything this room knows of a person, in plain words. */
  about(person: Person, tools: Tools): Promise<Part[]>;
  /** Deletes it, except totals that name nobody. */
  forget(person: Person, tools: Tools): Promise<void>;
};

/**
 * Writes an address: `address("poll.choose", { b: board.id, poll: "…" })`. `b` names the board wherever there is one.
 * Throws when it would not fit on a Discord button (100 characters).
 */
export function address(does: string, input: Record<string, string | number | boolean> = {}): string {
  const query = new URLSearchParams(
    Object.entries(input).map(([name, value]) => [name, String(value)]),
  ).toString();
  const text = query ? `${does}?${query}` : does;
  if (text.length > limits.address)
    throw new Error(`The address of ${does} has ${text.length} characters; shorten its input.`);
  return text;
}

/** Reads an address. Never throws: a forged one gives a name that no room has. */
export function readAddress(text: string): { does: string; input: Record<string, string> } {
  const [does = "", query = ""] = text.split("?", 2);
  return { does, input: Object.fromEntries(new URLSearchParams(query)) };
}

/** Runs a duty's work for each of its items, whatever becomes of the others: one board's trouble is not another's.
 *  Throws the first trouble at the end, so that it is logged. */
export async function forEachOne<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const troubles: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => troubles.push(error));
  if (troubles.length > 0) throw troubles[0];
}
