/** Draws a form's fields. A field that gives a list and one that gives a string must be told apart when it comes back. */
import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from "discord.js";
import { type Choice, type Field, limits, unreachable } from "../../src/bot/index.ts";
import { cut } from "./cut.ts";
import { markdown, unmarked } from "./markdown.ts";
import { drawOptions } from "./parts.ts";
import { words } from "./words.ts";

/** Behind the name of a field whose select gives a list. */
export const listMark = "[]";
/** The value of a scale's "I don't know". */
const unsureValue = "unsure";
/** Discord: text input, `max_length` at most 4,000. */
const longest = 4000;

export function drawField(field: Field): APILabelComponent | APITextDisplayComponent {
  if (field.kind === "note")
    return { type: ComponentType.TextDisplay, content: cut(markdown(field.text), 4000) || "…" };
  const description = cut(unmarked(field.hint ?? ""), limits.fieldHint);
  const label = cut(unmarked(field.label), limits.fieldLabel).trim() || "…";
  const component = drawControl(field);
  if (!component)
    return {
      type: ComponentType.TextDisplay,
      content: `${markdown(field.label)}\n-# ${words.nothingToChoose}`,
    };
  return { type: ComponentType.Label, label, ...(description && { description }), component };
}

/** `undefined`: there is nothing to choose from. */
function drawControl(field: Exclude<Field, { kind: "note" }>): APIComponentInLabel | undefined {
  const required = !field.optional;
  switch (field.kind) {
    case "short":
    case "long": {
      // Discord cuts what is pasted at max_length without a word. With some slack the heart can tell, and offer it back.
      const most = Math.min(longest, field.max * 3 + 100);
      return {
        type: ComponentType.TextInput,
        style: field.kind === "short" ? TextInputStyle.Short : TextInputStyle.Paragraph,
        custom_id: field.name,
        required,
        max_length: most,
        ...(field.value && { value: field.value.slice(0, most) }),
        ...(field.example && { placeholder: cut(unmarked(field.example), 100) }),
      };
    }
    case "choice":
      return drawChoice(field.name, field.choices, required);
    case "several":
      return drawSeveral(field, required);
    case "scale": {
      const numbers = Array.from({ length: field.to - field.from + 1 }, (_, step) =>
        String(field.from + step),
      );
      const choices: Choice[] = numbers.map((value) => ({
        label: value,
        value,
        chosen: field.value === value,
      }));
      if (field.unsure)
        choices.push({ label: field.unsure, value: unsureValue, chosen: field.value === unsureValue });
      return select(field.name, choices, { min: required ? 1 : 0, max: 1 }, required);
    }
    case "people":
      return picker({
        type: ComponentType.UserSelect,
        kind: SelectMenuDefaultValueType.User,
        field,
        prompt: words.pickers.person,
      });
    case "role":
      return picker({
        type: ComponentType.RoleSelect,
        kind: SelectMenuDefaultValueType.Role,
        field,
        prompt: words.pickers.role,
      });
    case "channel":
      return {
        type: ComponentType.ChannelSelect,
        custom_id: field.name,
        placeholder: words.pickers.channel,
        channel_types: [ChannelType.GuildText],
        required,
        min_values: required ? 1 : 0,
        max_values: 1,
        ...(field.value && {
          default_values: [{ id: field.value, type: SelectMenuDefaultValueType.Channel }],
        }),
      };
    default:
      return unreachable(field);
  }
}

/** 2 to 10 choices: all in sight as radio buttons. Else a menu. */
function drawChoice(name: string, choices: Choice[], required: boolean): APIComponentInLabel | undefined {
  if (choices.length < 2 || choices.length > limits.radioChoices)
    return select(name, choices, { min: required ? 1 : 0, max: 1 }, required);
  return { type: ComponentType.RadioGroup, custom_id: name, required, options: drawOptions(choices, 1) };
}

function drawSeveral(
  field: Extract<Field, { kind: "several" }>,
  required: boolean,
): APIComponentInLabel | undefined {
  const min = Math.min(required ? Math.max(1, field.choose.min) : 0, field.choices.length);
  const max = Math.max(1, Math.min(field.choose.max, field.choices.length));
  if (field.choices.length === 0 || field.choices.length > limits.radioChoices)
    return select(`${field.name}${listMark}`, field.choices, { min, max }, required);
  return {
    type: ComponentType.CheckboxGroup,
    custom_id: field.name,
    required,
    min_values: min,
    max_values: max,
    options: drawOptions(field.choices, max),
  };
}

function select(
  custom_id: string,
  all: Choice[],
  choose: { min: number; max: number },
  required: boolean,
): APIStringSelectComponent | undefined {
  const choices = all.slice(0, limits.menuChoices);
  if (choices.length === 0) return undefined;
  const max_values = Math.min(choose.max, choices.length);
  const options = drawOptions(choices, max_values);
  return {
    type: ComponentType.StringSelect,
    custom_id,
    required,
    min_values: choose.min,
    max_values,
    options,
  };
}

function picker<Type extends ComponentType.UserSelect | ComponentType.RoleSelect>(draw: {
  type: Type;
  kind: Type extends ComponentType.UserSelect
    ? SelectMenuDefaultValueType.User
    : SelectMenuDefaultValueType.Role;
  field: Extract<Field, { kind: "people" | "role" }>;
  prompt: string;
}): APIComponentInLabel {
  const { field } = draw;
  const most = Math.min(25, Math.max(1, field.most));
  const chosen = (field.value ?? []).slice(0, most).map((id) => ({ id, type: draw.kind }));
  return {
    type: draw.type,
    custom_id: field.name,
    placeholder: draw.prompt,
    required: !field.optional,
    min_values: field.optional ? 0 : 1,
    max_values: most,
    ...(chosen.length > 0 && { default_values: chosen }),
  } as APIComponentInLabel;
}
