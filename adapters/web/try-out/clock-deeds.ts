/** Pushing the clock on, and beginning anew. */
import type { TryOutOptions } from "./adapter.ts";
import { type Deed, one, sideIn } from "./deeds.ts";
import { hrefTo } from "./here.ts";
import type { Room } from "./room.ts";
import { timesIn } from "./times.ts";
import { say } from "./words.ts";

const pushes: Record<string, { hours: number } | { next: true }> = {
  hour: { hours: 1 },
  day: { hours: 24 },
  next: { next: true },
};

type Needs = Pick<TryOutOptions, "clock" | "restart" | "log"> & {
  room: Room;
  zone(): Promise<string>;
  /** What the clock's card says of the last push. */
  board: { word: string | undefined };
};

export function addClock({ clock, restart, log, room, zone, board }: Needs): Record<string, Deed> {
  return {
    async clock(person, sent) {
      const close = one(sent.to) === "close" ? await clock.closes?.() : undefined;
      const hours = close && (close.getTime() - clock.now().getTime()) / 3_600_000;
      const to = hours === undefined ? pushes[one(sent.to)] : { hours: Math.max(0, hours) };
      if (!to) return undefined;
      try {
        const { from, to: now, steps } = await clock.push(to);
        const times = timesIn(await zone(), now);
        board.word = say.pushed({ from: times.full(from), to: times.full(now), steps });
      } catch (error) {
        log.error({ err: error }, "The demo clock could not be pushed.");
        board.word = say.notPushed();
      }
      room.desk(person.id).turn++;
      await room.changed();
      return hrefTo({ person, side: sideIn(sent) }, "clock");
    },
    async "start-again"(person, sent) {
      if (!restart) return undefined;
      await room.clear();
      await restart();
      board.word = say.startedAgain();
      await room.changed();
      return hrefTo({ person, side: sideIn(sent) }, "top");
    },
  };
}
