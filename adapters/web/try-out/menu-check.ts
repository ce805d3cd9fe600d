/** A menu's choice, looked at before the heart does: too many or too few ticks are said kindly, and the ticks stay. */
import type { Part, View } from "../../../src/bot/index.ts";
import { say } from "./words.ts";

type Menu = Extract<Part, { kind: "menu" }>;

const isMenu = (part: Part, does: string): part is Menu => part.kind === "menu" && part.does === does;

/** What to say about the ticks; `undefined` when they can be saved. */
export function checkMenu(view: View | undefined, does: string, chosen: string[]): string | undefined {
  const menu = view?.body.find((part): part is Menu => isMenu(part, does));
  if (!menu) return undefined;
  if (chosen.length > menu.choose.max) return say.tooMany({ max: menu.choose.max });
  if (chosen.length < menu.choose.min) return say.tooFew({ min: menu.choose.min });
  return undefined;
}

/** The card with these ticks in its menu. */
export const withChosen = (view: View, does: string, chosen: string[]): View => ({
  ...view,
  body: view.body.map((part) =>
    isMenu(part, does)
      ? {
          ...part,
          choices: part.choices.map((choice) => ({ ...choice, chosen: chosen.includes(choice.value) })),
        }
      : part,
  ),
});
