/** Pure decisions about ideas: what may be added, and what becomes of it. */
import { accept, type Outcome, refuse } from "../../bot/outcome.ts";

/** An idea's length in characters as people see them. */
export const longest = 80;
/** How many open ideas a person may have. */
export const openEach = 3;

export type IdeaNo = "empty" | "too-long" | "contact" | "three-open";
export type Typed = { text: string; length: number; holdsContact: boolean };

/** Whether what was typed can be an idea of somebody with so many open ones. Staff are not limited in number. */
export function asIdea(typed: Typed, openOnes: number, isStaff: boolean): Outcome<string, IdeaNo> {
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(typed.text)) return refuse("empty");
  if (typed.holdsContact) return refuse("contact");
  if (typed.length > longest) return refuse("too-long");
  if (!isStaff && openOnes >= openEach) return refuse("three-open");
  return accept(typed.text);
}

/** States in which an idea counts among a person's open ones. */
export const openStates = ["open", "waiting"];
/** States in which a new idea can turn out to be the same. */
export const twinStates = ["open", "resting", "won"];

/** What an idea becomes that staff show again: on the table, or where the adults' answer had brought it. */
export function shownAgainAs(outcome: { state: string } | undefined): string {
  if (!outcome) return "open";
  return outcome.state === "owed" || outcome.state === "under-way" ? "won" : outcome.state;
}

/** What a twin leads to: picking it, bringing it back, or hearing what the adults owe. */
export type TwinKind = "on-ballot" | "resting" | "owed" | "under-way";

export function twinKind(
  idea: { state: string },
  outcome: { state: string } | undefined,
  isOnBallot: boolean,
): TwinKind {
  if (idea.state === "won") return outcome?.state === "under-way" ? "under-way" : "owed";
  return isOnBallot ? "on-ballot" : "resting";
}
