/** Where somebody is on the page. It all stands in the address, so that it works without scripts and in several tabs. */
import { type CastPerson, channelIds } from "./cast.ts";
import type { Room } from "./room.ts";

export const sides = ["chat", "you", "staff"] as const;
/** The three sides of the page. On a phone one is in sight. */
export type Side = (typeof sides)[number];
export type Where = "discord" | "slack";

export type Here = {
  person: CastPerson;
  side: Side;
  /** The post that the message line answers. */
  reply?: string;
  /** The post that is shown as it would look elsewhere. */
  look?: { post: string; where: Where };
  /** Words put into the message line by a press on a command. */
  line?: string;
};

/** Reads the address; whatever is not understood is left out. The first of the cast is who you are at first. */
export function readHere(query: Record<string, string>, room: Room): Here {
  const person = room.people.find((one) => one.id === query.as) ?? room.people[0];
  if (!person) throw new Error("The try-out has nobody in it. Hand in a cast with at least one person.");
  const side = sides.find((one) => one === query.show) ?? "chat";
  const [post, where] = (query.look ?? "").split("~");
  const look = post && (where === "discord" || where === "slack") ? { post, where } : undefined;
  const reply = room.state.posts.some((one) => one.id === query.reply) ? query.reply : undefined;
  return {
    person,
    side,
    ...(reply ? { reply } : {}),
    ...(look ? { look: look as NonNullable<Here["look"]> } : {}),
    ...(query.line ? { line: query.line.slice(0, 300) } : {}),
  };
}

/** The address of somewhere on the page. `id` is what comes into sight. */
export function hrefTo(here: Here, id = ""): string {
  const query = new URLSearchParams({ as: here.person.id, show: here.side });
  if (here.reply) query.set("reply", here.reply);
  if (here.look) query.set("look", `${here.look.post}~${here.look.where}`);
  if (here.line) query.set("line", here.line);
  return `/?${query}${id ? `#${id}` : ""}`;
}

/** On which side a channel is shown. */
export const sideOf = (channel: string): Side => (channel === channelIds.staff ? "staff" : "chat");
