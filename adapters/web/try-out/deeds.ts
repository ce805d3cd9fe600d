/** What a sent page asks for, done; and where to go from there. One name for each form's address. */
import type { CastPerson } from "./cast.ts";
import { fieldPrefix } from "./fields.tsx";
import type { Values } from "./form-check.ts";
import { type Here, hrefTo, sideOf, sides } from "./here.ts";
import type { Inbox, Landed } from "./inbox.ts";
import type { Room } from "./room.ts";

/** A form of the page as it came in. */
export type Sent = Record<string, string | string[]>;

/** A deed gives the address to go to; `undefined` when what came is not understood. */
export type Deed = (person: CastPerson, sent: Sent) => Promise<string | undefined>;

export const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? "";
const many = (value: string | string[] | undefined): string[] =>
  [value ?? []].flat().filter((it) => it !== "");

export function makeDeeds(room: Room, inbox: Inbox): Record<string, Deed> {
  const goTo = (person: CastPerson, landed: Landed, from: Here["side"]): string => {
    if (landed.at === "nowhere") return hrefTo({ person, side: from });
    if (landed.at === "post") return hrefTo({ person, side: from }, `post-${landed.id}`);
    return hrefTo({ person, side: "you" }, `${landed.at}-${landed.id}`);
  };
  /** Where something stands: in a channel, or in front of one person. */
  const sideOfThing = (id: string): Here["side"] => {
    const post = room.state.posts.find((it) => it.id === id);
    return post ? sideOf(post.channel) : "you";
  };
  const seated = (person: CastPerson, channel: string): boolean => {
    const found = room.state.channels.find((it) => it.id === channel);
    return found !== undefined && (!found.staff || person.staff === true);
  };

  return {
    async press(person, sent) {
      const [key, on, does] = [one(sent.key), one(sent.on), one(sent.does)];
      if (!does) return undefined;
      return goTo(person, await inbox.press(person, { key, does, on }), sideOfThing(on));
    },
    async choose(person, sent) {
      const [key, on, does] = [one(sent.key), one(sent.on), one(sent.does)];
      if (!does) return undefined;
      return goTo(person, await inbox.choose(person, { key, does, on }, many(sent.chosen)), sideOfThing(on));
    },
    async write(person, sent) {
      const [key, channel, text] = [one(sent.key), one(sent.channel), one(sent.text).trim()];
      if (!seated(person, channel)) return undefined;
      const side = sideOf(channel);
      if (text === "") return hrefTo({ person, side }, `line-${side}`);
      const command = text.startsWith("/");
      const landed = command
        ? await inbox.command(person, { key, typed: text, channel })
        : await inbox.write(person, { key, text, channel, replyTo: one(sent.replyTo) || undefined });
      return goTo(person, landed, side);
    },
    async send(person, sent) {
      const values: Values = Object.fromEntries(
        Object.entries(sent)
          .filter(([name]) => name.startsWith(fieldPrefix))
          .map(([name, value]) => [name.slice(fieldPrefix.length), value]),
      );
      return goTo(
        person,
        await inbox.send(person, { key: one(sent.key), form: one(sent.form), values }),
        "you",
      );
    },
    async erase(person, sent) {
      const side = sideOfThing(one(sent.on));
      return (await inbox.erase(person, one(sent.on))) ? hrefTo({ person, side }, side) : undefined;
    },
    async "put-away"(person, sent) {
      await inbox.putAway(person, one(sent.on));
      return hrefTo({ person, side: "you" }, "you");
    },
    async messages(person, sent) {
      await inbox.takeMessages(person, one(sent.open) === "yes");
      return hrefTo({ person, side: "you" }, "take-messages");
    },
  };
}

/** The side that a page was on when it was sent. */
export const sideIn = (sent: Sent): Here["side"] => sides.find((side) => side === one(sent.show)) ?? "chat";
