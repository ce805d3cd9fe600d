/** What a person sees of a message or a form: words without mark-up, buttons, menus, fields. */
import type { types } from "@slack/bolt";
import type { Place } from "../../../src/bot/index.ts";
import type { Shown, ShownForm } from "../world.ts";
import { type SlackEphemeral, type SlackMessage, type SlackModal, type SlackState, team } from "./state.ts";

/** A button or a menu of a message, as it stands in its block. */
export type Control = {
  block_id: string;
  element: types.Button | types.StaticSelect | types.MultiStaticSelect;
  prompt: string;
};

const decode = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What Slack shows of a text object. */
export const shownText = (text: { type: string; text: string } | undefined): string =>
  text === undefined
    ? ""
    : decode(text.type === "mrkdwn" ? text.text.replace(/\*([^*\n]+)\*/g, "$1") : text.text);

/** Every button and menu of a message, in reading order. */
export function controls(blocks: types.KnownBlock[]): Control[] {
  return blocks.flatMap((block, at): Control[] => {
    const block_id = block.block_id ?? `made-${at}`;
    if (block.type === "actions") {
      return block.elements.map((element) => ({
        block_id,
        element: element as Control["element"],
        prompt: "",
      }));
    }
    if (block.type !== "section" || !block.accessory) return [];
    return [{ block_id, element: block.accessory as Control["element"], prompt: shownText(block.text) }];
  });
}

const words = (block: types.KnownBlock): string[] => {
  if (block.type === "section" || block.type === "header") return [shownText(block.text)];
  if (block.type === "context")
    return block.elements.map((one) => (one.type === "image" ? one.alt_text : shownText(one)));
  return [];
};

/** The place of a channel in the test workspace. */
export const placeOf = (state: SlackState, channel: string): Place => ({
  platform: "slack",
  workspace: team,
  channel,
  ...(state.channels.get(channel)?.kind === "im" ? { isPrivate: true } : {}),
});

/** A message or a private card as a person sees it. */
export function shown(state: SlackState, message: SlackMessage | SlackEphemeral): Shown {
  const all = controls(message.blocks);
  return {
    id: message.ts,
    place: placeOf(state, message.channel),
    text: message.blocks.length > 0 ? message.blocks.flatMap(words).join("\n") : decode(message.text),
    buttons: all.flatMap(({ element }) => (element.type === "button" ? [shownText(element.text)] : [])),
    menus: all.flatMap(({ element, prompt }) => {
      if (element.type === "button") return [];
      const chosen =
        element.type === "static_select" ? [element.initial_option] : (element.initial_options ?? []);
      return [
        {
          prompt,
          choices: (element.options ?? []).map((option) => shownText(option.text)),
          chosen: chosen.flatMap((option) => (option ? [shownText(option.text)] : [])),
        },
      ];
    }),
    ...(message.threadTs ? { replyTo: message.threadTs } : {}),
    raw: { text: message.text, blocks: message.blocks },
  };
}

/** What one input element of a form holds before anybody touches it. */
export function startValue(element: types.InputBlock["element"]): string | string[] {
  switch (element.type) {
    case "plain_text_input":
      return element.initial_value ?? "";
    case "radio_buttons":
    case "static_select":
      return element.initial_option?.value ?? "";
    case "checkboxes":
    case "multi_static_select":
      return (element.initial_options ?? []).map((option) => option.value ?? "");
    case "multi_users_select":
      return element.initial_users ?? [];
    case "conversations_select":
      return element.initial_conversation ?? "";
    default:
      throw new Error(`The test form cannot read ${element.type}.`);
  }
}

export const inputs = (view: SlackModal): types.InputBlock[] =>
  (view.blocks as types.KnownBlock[]).filter((block) => block.type === "input");

/** An open form as a person sees it. */
export function shownForm(view: SlackModal): ShownForm {
  return {
    title: shownText(view.title),
    notes: (view.blocks as types.KnownBlock[]).flatMap(words),
    fields: inputs(view).map((block) => ({
      name: "action_id" in block.element ? String(block.element.action_id) : "",
      label: shownText(block.label),
      value: startValue(block.element),
    })),
    raw: view,
  };
}
