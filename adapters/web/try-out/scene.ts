/** All that a page is drawn from. */
import type { Bot, View } from "../../../src/bot/index.ts";
import type { Here } from "./here.ts";
import type { Room } from "./room.ts";
import type { Times } from "./times.ts";

export type Scene = {
  room: Room;
  here: Here;
  times: Times;
  now: Date;
  next: { known: boolean; at: Date | undefined };
  /** A poll is open, so the clock can be pushed to its close. */
  closes: boolean;
  commands: Bot["commands"];
  previews: { discord(view: View): unknown; slack(view: View): unknown } | undefined;
  canRestart: boolean;
  /** What the last push of the clock did, or another word of the door's own. */
  word: string | undefined;
};

/** Who wrote a post. */
export function nameOf(by: string, room: Room): string {
  return by === "sayso" ? "Sayso" : (room.people.find((person) => person.id === by)?.name ?? by);
}
