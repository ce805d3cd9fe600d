/** What stands in the try-out: posts in channels, and, in front of each person, cards, messages and a form. */
import { createHash, randomBytes } from "node:crypto";
import type { Clock, Form, Place, View } from "../../../src/bot/index.ts";
import type { Cast, CastPerson, Channel } from "./cast.ts";
import { readState, writeState } from "./memory.ts";

/** `by` is "sayso" or a person's id. `letter` is the key of the letter that the outbox sent. */
export type Post = {
  id: string;
  channel: string;
  by: string;
  at: string;
  replyTo?: string;
  letter?: string;
  view?: View;
  text?: string;
};

/** An answer that one person sees. `turn` orders cards: the highest is in front. `key`: the press that it answers. */
export type Card = {
  id: string;
  at: string;
  turn: number;
  key: string;
  place: Place;
  view: View;
  notice?: string;
};

/** A form in front of somebody. `card`: the private card that it was opened from and that its answer will replace. */
export type OpenForm = {
  id: string;
  form: Form;
  place: Place;
  card?: string;
  troubles: Record<string, string>;
};

/** What one person has in front of them. `shut`: takes no private messages. */
export type Desk = { turn: number; cards: Card[]; messages: Post[]; form?: OpenForm; shut: boolean };

export type State = { channels: Channel[]; posts: Post[]; desks: Record<string, Desk> };

/** Where the room is kept between two starts. `main.ts` backs it with a row in the database. */
export type RoomMemory = { load(): Promise<string | undefined>; save(text: string): Promise<void> };

/** The most that is kept, so that a long try-out stays quick: posts in a channel, messages and cards of a person. */
export const keeps = { posts: 200, messages: 50, cards: 4 } as const;

export type Room = {
  state: State;
  people: CastPerson[];
  /** Reads what was kept. Called once, at the start. */
  load(): Promise<void>;
  /** The demo time. */
  now(): string;
  /** Says that something changed; resolves when it is kept. */
  changed(): Promise<void>;
  /** Calls `listener` after each change; gives the way to stop. */
  watch(listener: () => void): () => void;
  /** Empties the room, as on the first day. */
  clear(): Promise<void>;
  desk(person: string): Desk;
  /** The key that a press of this person on this thing carries, the same until they have done something. */
  keyFor(person: string, thing: string): string;
  /** Finds a post in a channel or a message to somebody. */
  find(message: string): Post | undefined;
};

/** 12 random characters that are safe in an address. */
export const newId = (): string => randomBytes(9).toString("base64url");

/** Makes the room. Without a memory it lasts as long as the process. */
export function makeRoom(cast: Cast, clock: Clock, memory?: RoomMemory): Room {
  const watchers = new Set<() => void>();
  const fresh = (): State => ({ channels: [...cast.channels], posts: [], desks: {} });
  /** New at each start, so that no key of an earlier run comes again. */
  let run = newId();
  let saving: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  /** Changes that come while a save is under way share the next one. */
  const save = (): Promise<void> => {
    if (!memory) return Promise.resolve();
    waiting ??= saving.then(() => {
      waiting = undefined;
      saving = memory.save(writeState(room.state));
      const done = saving;
      saving = done.catch(() => {});
      return done;
    });
    return waiting;
  };

  const room: Room = {
    state: fresh(),
    people: [...cast.people],
    now: () => clock.now().toISOString(),
    async load() {
      const text = await memory?.load();
      if (text) room.state = readState(text) ?? fresh();
    },
    async changed() {
      trim(room.state);
      for (const listener of watchers) listener();
      await save();
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    async clear() {
      room.state = fresh();
      run = newId();
      await room.changed();
    },
    desk(person) {
      room.state.desks[person] ??= { turn: 0, cards: [], messages: [], shut: false };
      return room.state.desks[person];
    },
    keyFor: (person, thing) =>
      createHash("sha256")
        .update(`${run} ${person} ${room.desk(person).turn} ${thing}`)
        .digest("base64url")
        .slice(0, 24),
    find: (message) =>
      [...room.state.posts, ...Object.values(room.state.desks).flatMap((desk) => desk.messages)].find(
        (post) => post.id === message,
      ),
  };
  return room;
}

function trim(state: State): void {
  for (const channel of state.channels) {
    const posts = state.posts.filter((post) => post.channel === channel.id);
    const old = new Set(posts.slice(0, Math.max(0, posts.length - keeps.posts)));
    if (old.size > 0) state.posts = state.posts.filter((post) => !old.has(post));
  }
  for (const desk of Object.values(state.desks)) {
    desk.messages = desk.messages.slice(-keeps.messages);
    desk.cards = [...desk.cards].sort((one, other) => one.turn - other.turn).slice(-keeps.cards);
  }
}
