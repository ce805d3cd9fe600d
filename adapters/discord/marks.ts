/**
 * How a post is recognised again.
 *
 * Discord keeps a nonce for a few minutes only, and a fetched message does not carry it. So each post also has a mark:
 * the `id` of its outermost component, a 31-bit hash of the letter's key. Discord keeps these ids, shows them to nobody
 * and gives them back with the message (developer documentation, "Components", `id`). A redraw drops the mark: a post
 * that is redrawn is known to have arrived. Among 100 messages another has this mark about once in 21 million looks.
 */
import { createHash } from "node:crypto";
import type { APIMessage } from "discord.js";

const hash = (text: string) => createHash("sha256").update(text).digest();

/** The mark of a letter: 1 to 2,147,483,647. Auto-numbered components are far below. */
export const markOf = (key: string): number => (hash(`mark:${key}`).readUInt32BE(0) % 2_147_000_000) + 1000;

/** At most 25 characters. Discord looks at the author alone, so the channel is part of it. */
export const nonceOf = (channel: string, key: string): string =>
  hash(`${channel}:${key}`).toString("base64url").slice(0, 25);

/** The message of ours that carries this mark. */
export const marked = (messages: APIMessage[], author: string, mark: number): APIMessage | undefined =>
  messages.find((message) => message.author.id === author && message.components?.[0]?.id === mark);

/** Discord wants each custom_id only once in a message; two buttons that do the same get a number behind. */
export function distinct(addresses: string[]): string[] {
  const seen = new Map<string, number>();
  return addresses.map((address) => {
    const times = (seen.get(address) ?? 0) + 1;
    seen.set(address, times);
    return times === 1 ? address : `${address}#${times}`;
  });
}

/** The address without such a number. An address itself never holds a bare `#`. */
export const addressOf = (customId: string): string => customId.replace(/#\d+$/, "");
