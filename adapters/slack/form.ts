/** Out: a `Form` as a Slack modal. In: what was filled in, by field name. Pure. */
import type { types } from "@slack/bolt";
import { type Choice, type Field, type Form, unreachable } from "../../src/bot/index.ts";
import { choiceValue, menu, options } from "./choices.ts";
import { plainText, textObjects, unescaped } from "./text.ts";
import { words } from "./words.ts";

/** Slack: title, submit and close 24; label and hint 2,000; input 3,000; radio buttons and checkboxes 10 options. */
const longest = { title: 24, label: 2000, placeholder: 150, input: 3000, section: 3000, group: 10 };

/** What `scale` sends for "I don't know yet". */
export const unsureValue = "unsure";

type Input = Exclude<Field, { kind: "note" }>;

const choiceField = (name: string, choices: Choice[]): types.InputBlockElement => {
  if (choices.length > longest.group) return menu(name, choices, { min: 1, max: 1 }, words.choose);
  const { all, chosen } = options(choices, 1);
  const [initial] = chosen;
  return {
    type: "radio_buttons",
    action_id: name,
    options: all,
    ...(initial ? { initial_option: initial } : {}),
  };
};

/** The input of one field; `undefined` where Slack has none (roles). */
function element(field: Input): types.InputBlockElement | undefined {
  switch (field.kind) {
    case "short":
    case "long":
      return {
        type: "plain_text_input",
        action_id: field.name,
        multiline: field.kind === "long",
        // What was typed before is never cut, even where it is too long: the heart says so on arrival.
        max_length: Math.min(longest.input, Math.max(1, field.max, field.value?.length ?? 0)),
        ...(field.value ? { initial_value: field.value.slice(0, longest.input) } : {}),
        ...(field.example ? { placeholder: plainText(field.example, longest.placeholder) } : {}),
      };
    case "choice":
      return choiceField(field.name, field.choices);
    case "several": {
      const most = Math.max(1, field.choose.max);
      // Checkboxes know no highest number, so they stand only where everything may be ticked.
      if (field.choices.length > longest.group || most < field.choices.length) {
        return menu(field.name, field.choices, { min: 0, max: most }, words.choose);
      }
      const { all, chosen } = options(field.choices, most);
      return {
        type: "checkboxes",
        action_id: field.name,
        options: all,
        ...(chosen.length > 0 ? { initial_options: chosen } : {}),
      };
    }
    case "scale": {
      const numbers = Array.from({ length: field.to - field.from + 1 }, (_, at) => String(field.from + at));
      const choices = numbers.map(
        (value): Choice => ({ label: value, value, chosen: value === field.value }),
      );
      if (field.unsure)
        choices.push({ label: field.unsure, value: unsureValue, chosen: field.value === unsureValue });
      return menu(field.name, choices, { min: 1, max: 1 }, words.choose);
    }
    case "people":
      return {
        type: "multi_users_select",
        action_id: field.name,
        max_selected_items: Math.max(1, field.most),
        ...(field.value && field.value.length > 0 ? { initial_users: field.value } : {}),
      };
    case "channel":
      return {
        type: "conversations_select",
        action_id: field.name,
        filter: { include: ["public", "private"], exclude_bot_users: true },
        ...(field.value ? { initial_conversation: field.value } : {}),
      };
    case "role":
      return undefined;
    default:
      return unreachable(field);
  }
}

function fieldBlocks(field: Field): types.KnownBlock[] {
  if (field.kind === "note") {
    return textObjects(field.text, longest.section).map((text) => ({ type: "section", text }));
  }
  const offersNothing = (field.kind === "choice" || field.kind === "several") && field.choices.length === 0;
  const input = offersNothing ? undefined : element(field);
  if (!input) return [];
  return [
    {
      type: "input",
      block_id: `field:${field.name}`,
      label: plainText(field.label, longest.label),
      element: input,
      optional: (field.optional ?? false) || (field.kind === "several" && field.choose.min === 0),
      ...(field.hint ? { hint: plainText(field.hint, longest.label) } : {}),
    },
  ];
}

/** Draws a form. `metadata` comes back with what was sent (Slack: at most 3,000 characters). */
export const drawForm = (form: Form, metadata: string): types.ModalView => ({
  type: "modal",
  callback_id: "sayso_form",
  private_metadata: metadata,
  title: plainText(form.title, longest.title),
  submit: plainText(form.submit ?? words.send, longest.title),
  close: plainText(words.cancel, longest.title),
  blocks: form.fields.flatMap(fieldBlocks),
});

/** One input's state as Slack sends it with a form. */
type InputState = {
  type: string;
  value?: string | null;
  selected_option?: { value?: string } | null;
  selected_options?: { value?: string }[] | null;
  selected_users?: string[] | null;
  selected_conversation?: string | null;
};

function filled(state: InputState): string | string[] {
  if (state.selected_options !== undefined)
    return (state.selected_options ?? []).map((one) => choiceValue(one.value));
  if (state.selected_users !== undefined) return state.selected_users ?? [];
  if (state.selected_conversation !== undefined) return state.selected_conversation ?? "";
  if (state.selected_option !== undefined) return choiceValue(state.selected_option?.value);
  return unescaped(state.value ?? "");
}

/** What was filled in, by field name. A channel is one id, as in `Field`; people are a list. */
export function fieldsOf(values: Record<string, Record<string, unknown>>): Record<string, string | string[]> {
  const entries = Object.values(values).flatMap((block) => Object.entries(block));
  return Object.fromEntries(entries.map(([name, state]) => [name, filled(state as InputState)]));
}
