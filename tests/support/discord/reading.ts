/** A card or a form as a person reads it. */
import type { Place } from "../../../src/bot/index.ts";
import type { Shown, ShownForm } from "../world.ts";
import { withInner } from "./limits.ts";
import { channelOf } from "./paper.ts";
import type { Component, Message, Modal, Records } from "./records.ts";

/** Words without Discord's mark-up. */
export const unmark = (text: string): string =>
  text
    .replace(/^(-# |#{1,3} )/gm, "")
    .replace(/(?<!\\)\*\*/g, "")
    .replace(/\\([^0-9A-Za-z\s])/g, "$1");

export function shownOf(records: Records, message: Message): Shown {
  const all = message.components.flatMap(withInner);
  const lines = all.flatMap((component) => wordsOf(component));
  return {
    id: message.id,
    place: placeOfChannel(records, message.channel),
    text: [...(message.content ? [message.content] : []), ...lines].join("\n"),
    buttons: all.filter((component) => component.type === 2).map((button) => button.label ?? ""),
    menus: all.filter((component) => component.type === 3).map(menuOf),
    ...(message.replyTo && { replyTo: message.replyTo }),
    raw: {
      content: message.content,
      flags: message.flags,
      components: message.components,
      attachments: message.attachments,
    },
  };
}

function wordsOf(component: Component): string[] {
  if (component.type === 10) return [unmark(component.content ?? "")];
  if (component.type === 12) return (component.items ?? []).map((item) => item.description ?? "");
  return [];
}

const menuOf = (menu: Component) => ({
  prompt: menu.placeholder ?? "",
  choices: (menu.options ?? []).map((option) => option.label),
  chosen: (menu.options ?? []).filter((option) => option.default).map((option) => option.label),
});

/** The name of a field without the door's mark for lists. */
export const fieldName = (field: Component): string => (field.custom_id ?? "").replace(/\[\]$/, "");

/** What stands in a field when the form opens. */
export function openedWith(field: Component): string | string[] | null {
  const chosen = (field.options ?? []).filter((option) => option.default).map((option) => option.value);
  if (field.type === 4) return field.value ?? "";
  if (field.type === 21) return chosen[0] ?? null;
  return field.options ? chosen : (field.default_values ?? []).map((value) => value.id);
}

export function formOf(modal: Modal): ShownForm {
  return {
    title: modal.title,
    notes: modal.components.filter((part) => part.type === 10).map((part) => unmark(part.content ?? "")),
    fields: modal.components.flatMap((part) =>
      part.component
        ? [
            {
              name: fieldName(part.component),
              label: part.label ?? "",
              value: openedWith(part.component) ?? "",
            },
          ]
        : [],
    ),
    raw: modal,
  };
}

export function placeOfChannel(records: Records, id: string): Place {
  const { guild } = channelOf(records, id);
  return { platform: "discord", workspace: guild ?? "", channel: id, ...(guild ? {} : { isPrivate: true }) };
}
