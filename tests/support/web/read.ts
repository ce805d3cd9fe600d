/** How a person reads what stands in the try-out's room. */

import { placeOf } from "../../../adapters/web/try-out/cast.ts";
import { openedWith } from "../../../adapters/web/try-out/form-check.ts";
import type { Card, OpenForm, Post } from "../../../adapters/web/try-out/room.ts";
import { type Part, plain, unreachable, type View } from "../../../src/bot/index.ts";
import type { Shown, ShownForm } from "../world.ts";

const wordsOf = (part: Part): string[] => {
  switch (part.kind) {
    case "text":
    case "small":
      return [part.text];
    case "facts":
      return part.facts.map((fact) => `${fact.label}: ${fact.value}`);
    case "table":
      return [part.columns, ...part.rows].map((row) => row.join(" · "));
    case "bars":
      return part.bars.map((bar) => (bar.count === undefined ? bar.label : `${bar.label} ${bar.count}`));
    case "picture":
      return [part.alt];
    case "file":
      return [`${part.name}: ${part.what}`];
    case "menu":
      return [part.prompt];
    case "buttons":
    case "line":
      return [];
    default:
      return unreachable(part);
  }
};

const textOf = (view: View): string =>
  plain([view.title ?? "", ...view.body.flatMap(wordsOf)].filter(Boolean).join("\n"));

const drawn = (view: View): Omit<Shown, "id" | "place"> => ({
  text: textOf(view),
  buttons: view.body.flatMap((part) =>
    part.kind === "buttons" ? part.buttons.map((button) => button.label) : [],
  ),
  menus: view.body.flatMap((part) =>
    part.kind === "menu"
      ? [
          {
            prompt: part.prompt,
            choices: part.choices.map((choice) => choice.label),
            chosen: part.choices.filter((choice) => choice.chosen).map((choice) => choice.label),
          },
        ]
      : [],
  ),
  raw: view,
});

export const shownPost = (post: Post): Shown => ({
  ...drawn(post.view ?? { body: [{ kind: "text", text: post.text ?? "" }] }),
  id: post.id,
  place: placeOf(post.channel),
  ...(post.replyTo ? { replyTo: post.replyTo } : {}),
});

export const shownCard = (card: Card): Shown => {
  const it = drawn(card.view);
  return { ...it, text: [card.notice, it.text].filter(Boolean).join("\n"), id: card.id, place: card.place };
};

export const shownForm = (open: OpenForm): ShownForm => {
  const values = openedWith(open.form);
  return {
    title: open.form.title,
    notes: [
      ...open.form.fields.flatMap((field) => (field.kind === "note" ? [plain(field.text)] : [])),
      ...Object.values(open.troubles),
    ],
    fields: open.form.fields.flatMap((field) =>
      field.kind === "note"
        ? []
        : [{ name: field.name, label: field.label, value: values[field.name] ?? "" }],
    ),
    raw: open.form,
  };
};
