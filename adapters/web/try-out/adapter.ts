/** The try-out's door: the verbs that every platform knows, done in a room of this process. */
import {
  type Adapter,
  type Bot,
  type Clock,
  DeliveryError,
  DoorError,
  type View,
} from "../../../src/bot/index.ts";
import { type Cast, placeOf, privatePlaceOf, cast as theCast } from "./cast.ts";
import { type Inbox, makeInbox } from "./inbox.ts";
import { makeRoom, newId, type Post, type Room, type RoomMemory } from "./room.ts";
import { openSite, type Site } from "./site.tsx";

/** A clock that can be pushed forward, through each due moment in order. */
export type PushableClock = Clock & {
  push(to: { hours: number } | { next: true }): Promise<{ from: Date; to: Date; steps: number }>;
  /** The next instant at which something falls due, where it is known: shown on the clock. */
  next?(): Promise<Date | undefined>;
  /** When the poll that is open closes, if one is. */
  closes?(): Promise<Date | undefined>;
};

/** Structured log lines: never what people wrote, never names. */
export type Log = { info(about: object, line: string): void; error(about: object, line: string): void };

export type TryOutOptions = {
  /** Only 127.0.0.1: anyone here can be anyone. */
  host: string;
  /** 0 takes any free port. Left out: the room works without pages (for stories). */
  port?: number;
  clock: PushableClock;
  cast?: Cast;
  /** The board's time zone, for the clock and for when things were said. Default: Europe/London. */
  zone?: () => string | Promise<string>;
  memory?: RoomMemory;
  /** How a view would look elsewhere: the payloads that the real doors would send. */
  previews?: { discord(view: View): unknown; slack(view: View): unknown };
  /** Empties the database for "Start again". Left out: the button is not shown. */
  restart?: () => Promise<void>;
  log: Log;
};

export type TryOutDoor = Adapter & {
  room: Room;
  /** What people do, for tests that need no browser. Throws before `start`. */
  inbox(): Inbox;
  /** Where the pages are, such as "http://127.0.0.1:3000". `undefined` while they are not. */
  address(): string | undefined;
};

export function tryOutDoor(options: TryOutOptions): TryOutDoor {
  const room = makeRoom(options.cast ?? theCast, options.clock, options.memory);
  let inbox: Inbox | undefined;
  let site: Site | undefined;

  const channelOf = (id: string) => room.state.channels.find((channel) => channel.id === id);
  const personOf = (id: string) => room.people.find((person) => person.id === id);
  const earlier = (posts: Post[], key: string) => posts.find((post) => post.letter === key);
  const newPost = (channel: string, letter: string, view: View): Post => ({
    id: newId(),
    channel,
    by: "sayso",
    at: room.now(),
    letter,
    view,
  });

  return {
    name: "web",
    answersRepliesPrivately: true,
    room,
    inbox() {
      if (!inbox) throw new Error("The try-out has not started yet. Call start(bot) first.");
      return inbox;
    },
    address: () => site?.address,
    async start(bot: Bot) {
      if (options.host !== "127.0.0.1")
        throw new DoorError(
          "The try-out only runs on 127.0.0.1, for anyone there can be anyone. Leave TRY_OUT_HOST out.",
        );
      await room.load();
      inbox = makeInbox(room, bot);
      if (options.port !== undefined)
        site = await openSite({ ...options, port: options.port, room, bot, inbox });
    },
    async stop() {
      await site?.close();
      site = undefined;
      await room.changed();
    },
    async post(place, view, { key, replyTo }) {
      if (!channelOf(place.channel))
        throw new DeliveryError("gone", "The channel is not in the try-out any more.");
      const there = earlier(room.state.posts, key);
      if (there) return { ...placeOf(place.channel), message: there.id };
      const post = { ...newPost(place.channel, key, view), ...(replyTo ? { replyTo } : {}) };
      room.state.posts.push(post);
      await room.changed();
      return { ...placeOf(place.channel), message: post.id };
    },
    async tell(person, view, { key }) {
      if (!personOf(person.id))
        throw new DeliveryError("gone", "This person is not in the try-out any more.");
      const desk = room.desk(person.id);
      const place = privatePlaceOf(person.id);
      const there = earlier(desk.messages, key);
      if (there) return { ...place, message: there.id };
      if (desk.shut) throw new DeliveryError("shut", "This person takes no private messages.");
      const post = newPost(place.channel, key, view);
      desk.messages.push(post);
      await room.changed();
      return { ...place, message: post.id };
    },
    async redraw(at, view) {
      const post = room.find(at.message);
      if (!post) throw new DeliveryError("gone", "The post is not there any more.");
      post.view = view;
      await room.changed();
    },
    async remove(at) {
      room.state.posts = room.state.posts.filter((post) => post.id !== at.message);
      for (const desk of Object.values(room.state.desks))
        desk.messages = desk.messages.filter((post) => post.id !== at.message);
      await room.changed();
    },
    async checkPlace(place) {
      return { reachable: channelOf(place.channel) !== undefined || place.isPrivate === true, missing: [] };
    },
    async checkPerson(person, staffChannel) {
      const found = personOf(person.id);
      const seat = found?.staff === true && channelOf(staffChannel ?? "")?.staff === true;
      return { here: found !== undefined, name: found?.name ?? "", roles: [], inStaffChannel: seat };
    },
    health: () => (inbox ? { state: "up" } : { state: "starting", hint: "The try-out has not started yet." }),
  };
}
