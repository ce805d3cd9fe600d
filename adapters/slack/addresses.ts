/**
 * Where an action's address stands on Slack. Buttons: in `value`, with a numbered `action_id`, for two buttons of one
 * block may do the same but not share an id. Menus have no value of their own: their address follows in `action_id`.
 */
import { unescaped } from "./text.ts";

export const buttonId = (number: number): string => `do:${number}`;
export const linkId = (number: number): string => `open:${number}`;
export const menuId = (number: number, does: string): string => `menu:${number}:${does}`;

/** The address of a press; `undefined` for a button that only opens a link. */
export function pressed(action: { action_id?: unknown; value?: unknown }): string | undefined {
  const id = String(action.action_id ?? "");
  if (id.startsWith("open:")) return undefined;
  const menu = /^menu:\d+:(.*)$/s.exec(id);
  return unescaped(menu ? (menu[1] ?? "") : String(action.value ?? ""));
}
