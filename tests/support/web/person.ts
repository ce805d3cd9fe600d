/** Somebody in the try-out who types, presses and reads, straight on the room: no browser. */
import { randomUUID } from "node:crypto";
import type { TryOutDoor } from "../../../adapters/web/try-out/adapter.ts";
import { type CastPerson, channelIds, visitorOf } from "../../../adapters/web/try-out/cast.ts";
import { openedWith } from "../../../adapters/web/try-out/form-check.ts";
import type { Part, View } from "../../../src/bot/index.ts";
import type { Someone } from "../world.ts";
import { shownCard, shownForm, shownPost } from "./read.ts";

type Menu = Extract<Part, { kind: "menu" }>;
type Seen = { id: string; view: View };

export function someoneIn(door: () => TryOutDoor, person: CastPerson): Someone {
  const desk = () => door().room.desk(person.id);
  const key = () => randomUUID();
  /** Private cards, the one in front first; then posts and private messages, the newest first. */
  const inSight = (): Seen[] => [
    ...[...desk().cards].sort((one, other) => other.turn - one.turn),
    ...[...door().room.state.posts, ...desk().messages]
      .flatMap(({ id, view, at }) => (view ? [{ id, view, at }] : []))
      .reverse(),
  ];
  const named = (id: string): Seen[] => inSight().filter((one) => one.id === id);
  const front = () => [...desk().cards].sort((one, other) => other.turn - one.turn)[0];

  return {
    name: person.name,
    visitor: visitorOf(person),
    async commands(text, place) {
      const channel = place?.channel ?? channelIds.board;
      await door()
        .inbox()
        .command(person, { key: key(), typed: `/${text}`, channel });
    },
    async presses(label, on) {
      for (const { id, view } of on ? named(on.id) : inSight()) {
        const buttons = view.body.flatMap((part) => (part.kind === "buttons" ? part.buttons : []));
        const button = buttons.find((one) => one.label === label);
        if (!button || !("does" in button)) continue;
        await door().inbox().press(person, { key: key(), does: button.does, on: id });
        return;
      }
      throw new Error(`${person.name} sees no button "${label}". In front of them: ${sight(inSight())}`);
    },
    async forges(address, place) {
      const channel = place?.channel ?? channelIds.board;
      await door().inbox().press(person, { key: key(), does: address, channel });
    },
    async chooses(labels, prompt) {
      for (const { id, view } of inSight()) {
        const menus = view.body.filter((part): part is Menu => part.kind === "menu");
        const menu = menus.find((one) => prompt === undefined || one.prompt === prompt);
        if (!menu) continue;
        const chosen = labels.map((label) => {
          const choice = menu.choices.find((one) => one.label === label);
          if (!choice)
            throw new Error(
              `The menu has no "${label}", but: ${menu.choices.map((one) => one.label).join(", ")}`,
            );
          return choice.value;
        });
        await door().inbox().choose(person, { key: key(), does: menu.does, on: id }, chosen);
        return;
      }
      throw new Error(
        `${person.name} sees no menu${prompt ? ` "${prompt}"` : ""}. In front of them: ${sight(inSight())}`,
      );
    },
    async fills(values) {
      const open = desk().form;
      if (!open) throw new Error(`${person.name} has no form open.`);
      const all = { ...openedWith(open.form), ...values };
      await door().inbox().send(person, { key: key(), form: open.id, values: all });
    },
    async replies(to, text) {
      const before = new Set(door().room.state.posts.map((post) => post.id));
      await door().inbox().write(person, { key: key(), text, channel: to.place.channel, replyTo: to.id });
      const mine = door().room.state.posts.find((post) => post.by === person.id && !before.has(post.id));
      if (!mine) throw new Error(`The reply of ${person.name} does not stand in the channel.`);
      return mine.id;
    },
    async deletes(message) {
      if (!(await door().inbox().erase(person, message)))
        throw new Error(`${person.name} cannot delete this message.`);
    },
    async repeats() {
      await door().inbox().again(person);
    },
    sees: () => {
      const card = front();
      return card ? shownCard(card) : undefined;
    },
    seesForm: () => {
      const { form } = desk();
      return form ? shownForm(form) : undefined;
    },
    inbox: () => desk().messages.map(shownPost),
    takesMessages(open) {
      desk().shut = !open;
    },
  };
}

const sight = (seen: Seen[]): string =>
  seen
    .map(({ view }) =>
      JSON.stringify(
        view.body.flatMap((part) => (part.kind === "buttons" ? part.buttons.map((one) => one.label) : [])),
      ),
    )
    .join(" ") || "nothing";
