/** What people do in the try-out, on its way to the heart; and where the answer lands. */
import {
  type Answer,
  type Bot,
  card as cardWith,
  type Incoming,
  type Place,
  type View,
} from "../../../src/bot/index.ts";
import { type CastPerson, placeOf, privatePlaceOf, visitorOf } from "./cast.ts";
import { readCommand } from "./command.ts";
import { troublesOf, type Values, valuesOf, withValues } from "./form-check.ts";
import { checkMenu, withChosen } from "./menu-check.ts";
import { type Card, newId, type Room } from "./room.ts";
import { say } from "./words.ts";

/** Where an answer landed: a private card, the open form, a written message, or nowhere. */
export type Landed = { at: "card" | "form" | "post"; id: string } | { at: "nowhere" };

/** A press. `on`: the card, post or message that it was made on. */
export type Press = { key: string; does: string; on?: string; channel?: string };

export type Inbox = {
  press(person: CastPerson, press: Press): Promise<Landed>;
  choose(person: CastPerson, press: Press, chosen: string[]): Promise<Landed>;
  command(person: CastPerson, command: { key: string; typed: string; channel: string }): Promise<Landed>;
  send(person: CastPerson, form: { key: string; form: string; values: Values }): Promise<Landed>;
  write(
    person: CastPerson,
    message: { key: string; text: string; channel: string; replyTo?: string },
  ): Promise<Landed>;
  /** Deletes a message; their own, or any for those who manage. False when it is not theirs or is gone. */
  erase(person: CastPerson, message: string): Promise<boolean>;
  putAway(person: CastPerson, cardOrForm: string): Promise<void>;
  takeMessages(person: CastPerson, open: boolean): Promise<void>;
  /** Sends a person's last act to the heart once more, with its key, as platforms do when they are unsure. */
  again(person: CastPerson): Promise<Landed>;
};

type At = { key: string; place: Place; card?: string; notice?: string };

export function makeInbox(room: Room, bot: Bot): Inbox {
  /** Where a press was made, and whether it was on a private card, which the answer then replaces. */
  const standing = (person: CastPerson, press: Press): { place: Place; card?: string } => {
    const card = room.desk(person.id).cards.find((one) => one.id === press.on);
    if (card) return { place: card.place, card: card.id };
    const post = press.on ? room.find(press.on) : undefined;
    const isMessage = post !== undefined && !room.state.posts.includes(post);
    return {
      place: isMessage ? privatePlaceOf(person.id) : placeOf(post?.channel ?? press.channel ?? "board"),
    };
  };

  async function show(person: CastPerson, view: View, at: At) {
    const desk = room.desk(person.id);
    const old = desk.cards.find((one) => one.id === at.card) ?? desk.cards.find((one) => one.key === at.key);
    const card: Card = {
      id: old?.id ?? newId(),
      at: room.now(),
      turn: ++desk.turn,
      key: at.key,
      place: at.place,
      view,
      ...(at.notice ? { notice: at.notice } : {}),
    };
    desk.cards = [...desk.cards.filter((one) => one !== old), card];
    await room.changed();
    return { at: "card", id: card.id } as const;
  }

  async function land(person: CastPerson, answer: Answer, at: At): Promise<Landed> {
    const desk = room.desk(person.id);
    switch (answer.kind) {
      case "view":
        return show(person, answer.view, at);
      case "form":
        desk.form = {
          id: newId(),
          form: answer.form,
          place: at.place,
          troubles: {},
          ...(at.card ? { card: at.card } : {}),
        };
        desk.turn++;
        await room.changed();
        return { at: "form", id: desk.form.id };
      case "nothing":
        desk.turn++;
        await room.changed();
        return { at: "nowhere" };
    }
  }

  const last = new Map<string, () => Promise<Landed>>();

  /** Hands an act to the heart and lets the answer land. */
  function act(
    person: CastPerson,
    at: At,
    what: Pick<Incoming, "from" | "does" | "fields">,
  ): Promise<Landed> {
    const { key, place } = at;
    const ask = async () =>
      land(person, await bot.answer({ ...what, key, place, person: visitorOf(person) }), at);
    last.set(person.id, ask);
    return ask();
  }

  return {
    async press(person, press) {
      const at = { key: press.key, ...standing(person, press) };
      return act(person, at, { from: "button", does: press.does });
    },
    async choose(person, press, chosen) {
      const at = { key: press.key, ...standing(person, press) };
      const card = room.desk(person.id).cards.find((one) => one.id === at.card);
      const view = card?.view ?? room.find(press.on ?? "")?.view;
      const notice = checkMenu(view, press.does, chosen);
      if (notice)
        return show(person, card ? withChosen(card.view, press.does, chosen) : cardWith(notice), {
          ...at,
          ...(card ? { notice } : {}),
        });
      return act(person, at, { from: "menu", does: press.does, fields: { chosen } });
    },
    async command(person, { key, typed, channel }) {
      const at = { key, place: placeOf(channel) };
      const read = readCommand(typed, bot.commands);
      if (!read) return show(person, cardWith(say.unknownCommand()), at);
      const { command, fields } = read;
      return act(person, at, { from: "command", does: command.does, fields });
    },
    async send(person, { key, form: id, values: typed }) {
      const desk = room.desk(person.id);
      const open = desk.form;
      if (open?.id !== id) return show(person, cardWith(say.formGone()), { key, place: placeOf("board") });
      const values = valuesOf(open.form, typed);
      const troubles = troublesOf(open.form, values);
      if (Object.keys(troubles).length > 0) {
        desk.form = { ...open, form: withValues(open.form, values), troubles };
        desk.turn++;
        await room.changed();
        return { at: "form", id };
      }
      const { place, card } = open;
      const landed = await act(
        person,
        { key, place, ...(card ? { card } : {}) },
        { from: "form", does: open.form.does, fields: values },
      );
      if (desk.form?.id === id) delete desk.form;
      await room.changed();
      return landed;
    },
    async write(person, { key, text, channel, replyTo }) {
      const message = newId();
      const desk = room.desk(person.id);
      desk.turn++;
      room.state.posts.push({
        id: message,
        channel,
        by: person.id,
        at: room.now(),
        text,
        ...(replyTo ? { replyTo } : {}),
      });
      await room.changed();
      const to = replyTo && room.find(replyTo)?.by === "sayso" ? replyTo : undefined;
      const mentioned = /@sayso\b/i.test(text);
      if (!to && !mentioned) return { at: "post", id: message };
      const place = placeOf(channel);
      const words = text
        .replace(/@sayso\b/gi, " ")
        .replace(/\s+/g, " ")
        .trim();
      const reply = { key, person: visitorOf(person), place, message, text: words, ...(to ? { to } : {}) };
      const ask = async (): Promise<Landed> => {
        const answer = await bot.replied(reply);
        return answer.kind === "nothing" ? { at: "post", id: message } : land(person, answer, { key, place });
      };
      last.set(person.id, ask);
      return ask();
    },
    async erase(person, message) {
      const post = room.state.posts.find((one) => one.id === message);
      if (!post || (post.by !== person.id && !person.manages)) return false;
      room.state.posts = room.state.posts.filter((one) => one !== post);
      await room.changed();
      await bot.removed({ ...placeOf(post.channel), message });
      return true;
    },
    async putAway(person, id) {
      const desk = room.desk(person.id);
      desk.cards = desk.cards.filter((one) => one.id !== id);
      if (desk.form?.id === id) delete desk.form;
      desk.turn++;
      await room.changed();
    },
    again: (person) => last.get(person.id)?.() ?? Promise.resolve({ at: "nowhere" }),
    async takeMessages(person, open) {
      room.desk(person.id).shut = !open;
      await room.changed();
    },
  };
}
