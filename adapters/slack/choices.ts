/** Choices on Slack: options of menus, radio buttons and checkboxes. */
import type { types } from "@slack/bolt";
import { type Choice, limits } from "../../src/bot/index.ts";
import { plainText, unescaped } from "./text.ts";

/** Slack refuses an empty option value. */
const emptyValue = "\u2205";

/** Slack: option value 75 characters. Longer ones are a mistake of ours and must be seen at once. */
const longestValue = 75;

/** An option's value as the heart knows it. */
export const choiceValue = (value: string | undefined): string =>
  value === emptyValue ? "" : unescaped(value ?? "");

/** Slack's option for a choice. Throws when its value is too long for Slack. */
export function option(choice: Choice): types.PlainTextOption {
  if (choice.value.length > longestValue)
    throw new Error(`A choice's value has ${choice.value.length} characters; Slack takes ${longestValue}.`);
  return {
    text: plainText(choice.label, limits.choiceLabel),
    value: choice.value || emptyValue,
    ...(choice.hint ? { description: plainText(choice.hint, limits.choiceLabel) } : {}),
  };
}

/** The options of a list and those that are chosen now, `most` at the highest. */
export function options(
  choices: Choice[],
  most: number,
): { all: types.PlainTextOption[]; chosen: types.PlainTextOption[] } {
  const all = choices.map(option);
  return { all, chosen: all.filter((_, at) => choices[at]?.chosen).slice(0, most) };
}

/** A menu that takes one choice that cannot be cleared, or one that takes none to `max`. */
export function menu(
  id: string,
  choices: Choice[],
  choose: { min: number; max: number },
  prompt: string,
): types.StaticSelect | types.MultiStaticSelect {
  const most = Math.max(1, Math.min(choose.max, choices.length));
  const { all, chosen } = options(choices.slice(0, 100), most);
  const placeholder = plainText(prompt, 150);
  if (choose.max === 1 && choose.min >= 1) {
    const [initial] = chosen;
    return {
      type: "static_select",
      action_id: id,
      placeholder,
      options: all,
      ...(initial ? { initial_option: initial } : {}),
    };
  }
  return {
    type: "multi_static_select",
    action_id: id,
    placeholder,
    options: all,
    max_selected_items: most,
    ...(chosen.length > 0 ? { initial_options: chosen } : {}),
  };
}
