/** The try-out in a test: the real door and its room, without pages unless a port is given. */
import { randomUUID } from "node:crypto";
import { type TryOutDoor, type TryOutOptions, tryOutDoor } from "../../../adapters/web/try-out/adapter.ts";
import {
  type CastPerson,
  type Channel,
  cast,
  channelIds,
  placeOf,
  workspace,
} from "../../../adapters/web/try-out/cast.ts";
import type { Clock } from "../../../src/bot/index.ts";
import type { World } from "../world.ts";
import { someoneIn } from "./person.ts";
import { shownPost } from "./read.ts";

export type WebWorld = Omit<World, "openDoor"> & {
  openDoor(): TryOutDoor;
  /** The door that was opened last. Throws before `openDoor()`. */
  door(): TryOutDoor;
  /** Deletes a channel with all that stands in it. */
  deleteChannel(channel: string): void;
};

type Options = { clock?: Clock } & Partial<Omit<TryOutOptions, "clock" | "host">>;

const noPush = async (): Promise<never> => {
  throw new Error("This world's clock is pushed by the test, not by the page.");
};

/**
 * Makes a try-out. `clock`: what posts are dated by (default: the real time). Give `port: 0` to have pages as well.
 * The room outlives a door: `openDoor()` a second time is a new start with the same posts, as after a restart.
 */
export function webWorld(options: Options = {}): WebWorld {
  const clock = options.clock ?? { now: () => new Date() };
  const pushable =
    "push" in clock ? (clock as TryOutOptions["clock"]) : { now: () => clock.now(), push: noPush };
  const people: CastPerson[] = [];
  const channels: Channel[] = [...cast.channels];
  const doors: TryOutDoor[] = [];
  let kept: string | undefined;
  const memory = options.memory ?? {
    load: async () => kept,
    save: async (text: string) => {
      kept = text;
    },
  };
  const opened = (): TryOutDoor => {
    const door = doors.at(-1);
    if (!door) throw new Error("No door is open in this world. Call openDoor() first.");
    return door;
  };
  const room = () => opened().room;

  return {
    platform: "web",
    workspace,
    boardChannel: placeOf(channelIds.board),
    staffChannel: placeOf(channelIds.staff),
    staffRole: undefined,
    door: opened,
    async newChannel(name) {
      channels.push({ id: name, name });
      for (const door of doors) {
        door.room.state.channels.push({ id: name, name });
        await door.room.changed();
      }
      return placeOf(name);
    },
    deleteChannel(channel) {
      room().state.channels = room().state.channels.filter((one) => one.id !== channel);
      room().state.posts = room().state.posts.filter((post) => post.channel !== channel);
    },
    openDoor() {
      const log = { info: () => {}, warn: () => {}, error: () => {} };
      const mine = { people: [...cast.people, ...people], channels };
      const door = tryOutDoor({ log, cast: mine, memory, ...options, host: "127.0.0.1", clock: pushable });
      doors.push(door);
      return door;
    },
    async person(name, more = {}) {
      const known = [...cast.people, ...people].find(
        (one) => one.name === name && Boolean(one.staff) === Boolean(more.staff),
      );
      const person = known ?? { id: `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`, name, ...more };
      if (!known) people.push(person);
      for (const door of doors) if (!door.room.people.includes(person)) door.room.people.push(person);
      return someoneIn(opened, person);
    },
    posts: (place) =>
      room()
        .state.posts.filter((post) => post.channel === place.channel && post.by === "sayso")
        .map(shownPost),
    violations: () => [],
    async close() {
      await Promise.all(doors.map((door) => door.stop()));
    },
  };
}
