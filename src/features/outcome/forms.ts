/** The short forms in which adults answer. Pure: what was typed before, or stands now, is handed in. */
import { address } from "../../bot/action.ts";
import { limits } from "../../bot/limits.ts";
import type { Field, Form } from "../../bot/view.ts";
import { type Kind, most, reasons } from "./rules.ts";
import type { Told } from "./telling.ts";
import type { Say } from "./voice.ts";

/** The action that receives each form. */
export const gives = {
  yes: "giveYes",
  part: "givePart",
  no: "giveNo",
  time: "giveTime",
  news: "giveNews",
  done: "giveDone",
  dropped: "giveDropped",
} as const satisfies Record<Kind, string>;

/** What stands in the fields when a form opens. */
export type Filled = Partial<Record<"who" | "what" | "notThis" | "by" | "reason" | "words", string>>;

type Making = { say: Say; filled: Filled; latest: string };

/** Texts may be typed a little over their length: the room says kindly that they are too long, and loses nothing. */
const room = (length: number): number => Math.min(limits.longField, length * 2);

const who = ({ say, filled }: Making, label = say.forms.who()): Field => ({
  kind: "short",
  name: "who",
  label,
  value: filled.who,
  example: say.forms.whoExample(),
  max: room(most.who),
});

const by = ({ say, filled }: Making, label = say.forms.by(), hint = say.forms.byHint()): Field => ({
  kind: "short",
  name: "by",
  label,
  hint,
  value: filled.by,
  max: 40,
});

const words = ({ filled }: Making, label: string): Field => ({
  kind: "long",
  name: "words",
  label,
  value: filled.words,
  max: room(most.words),
});

const what = ({ say, filled }: Making): Field => ({
  kind: "long",
  name: "what",
  label: say.forms.what(),
  value: filled.what,
  example: say.forms.whatExample(),
  max: room(most.what),
});

const note = ({ say }: Making): Field => ({ kind: "note", text: say.forms.note() });

const optional = (field: Field): Field => (field.kind === "note" ? field : { ...field, optional: true });

const fieldsOf: Record<Kind, (making: Making) => Field[]> = {
  yes: (it) => [who(it), what(it), by(it), note(it)],
  part: (it) => [
    who(it),
    what(it),
    {
      kind: "long",
      name: "notThis",
      label: it.say.forms.notThis(),
      value: it.filled.notThis,
      max: room(most.notThis),
    },
    by(it),
    note(it),
  ],
  no: (it) => [
    who(it, it.say.forms.whoSays()),
    {
      kind: "choice",
      name: "reason",
      label: it.say.forms.reason(),
      choices: reasons.map((value) => ({
        value,
        label: it.say.reasons[value](),
        chosen: value === it.filled.reason,
      })),
    },
    words(it, it.say.forms.ownWords()),
    note(it),
  ],
  time: (it) => [
    who(it, it.say.forms.whoSays()),
    by(it, it.say.forms.until(), it.say.forms.untilHint({ when: it.latest })),
    optional(words(it, it.say.forms.why())),
    note(it),
  ],
  news: (it) => [words(it, it.say.forms.news()), optional(by(it, it.say.forms.newBy())), note(it)],
  done: (it) => [optional(words(it, it.say.forms.done())), note(it)],
  dropped: (it) => [words(it, it.say.forms.why()), note(it)],
};

/** The form of one kind of answer. `seen`: how often it was answered when the form opened. */
export function answerForm(kind: Kind, told: Pick<Told, "id" | "board">, seen: number, making: Making): Form {
  const { say } = making;
  return {
    title: say.forms.titles[kind](),
    does: address(`outcome.${gives[kind]}`, { b: told.board, outcome: told.id, seen }),
    submit: say.forms.send(),
    fields: fieldsOf[kind](making),
  };
}
