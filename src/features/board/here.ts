/** Where set-up stands: the board's hanging in the workspace of this act, whatever its state. */
import type { Hanging } from "../../../prisma/generated/sqlite/client.ts";
import type { Hands } from "../../bot/action.ts";
import { address } from "../../bot/action.ts";
import { keepDraft } from "../../bot/drafts.ts";
import { card, type View } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { mostDates } from "./dates.ts";
import type { Typed } from "./forms.ts";
import { longestName } from "./rules.ts";
import { sayIn } from "./said.ts";
import { refusedView } from "./views.ts";
import type { words } from "./words.ts";

export type Refusal = keyof typeof words.refused;

export const hangingAt = (board: Board | undefined, place: Hands["place"]): Hanging | undefined =>
  board?.hangings.find((it) => it.platform === place.platform && it.workspace === place.workspace);

/** Only Discord has roles that mark staff. */
export const hasRoles = (hands: Pick<Hands, "place">): boolean => hands.place.platform === "discord";

/** A kind no in words. */
export function noLine(reason: Refusal): string {
  const { refused } = sayIn(undefined);
  if (reason === "long-name") return refused["long-name"]({ most: longestName });
  if (reason === "too-many-dates") return refused["too-many-dates"]({ most: mostDates });
  return refused[reason]();
}

/** A kind no to a sent form: what was typed is kept for an hour, and the form opens again with it. */
export async function refused(hands: Hands, reason: Refusal, form: string, typed: Typed): Promise<View> {
  const d = await keepDraft(hands, typed);
  return refusedView(noLine(reason), address(form, { b: hands.board.id, d }));
}

/** The same where no board is there yet to keep a draft with: `kept` goes back into the form by its address. */
export function refusedWithoutBoard(reason: Refusal, form: string, kept: Record<string, string>): View {
  const [typed = ""] = Object.values(kept);
  try {
    return refusedView(noLine(reason), address(form, kept));
  } catch {
    return refusedView(noLine(reason), address(form), [typed]);
  }
}

/** This board does not hang in the place of this act. */
export const notHere = (): View => card(noLine("not-here"));
