/** Pure: what a letter was that did not arrive, for whom, and why. */
import type { Board } from "../../people/people.ts";

export type LetterKind = "poll" | "result" | "reminder" | "ask" | "told" | "welcome" | "other";
export type LetterTo = "board" | "staff" | "person" | "other";
export type Why = "forbidden" | "gone" | "no-door" | "later" | "invalid";

/** What a letter was, from its key: `poll:7:card@h`, `poll:7:remind:p`, `outcome:3:ask`, `welcome:h:c`. */
export function kindOf(key: string): LetterKind {
  const [room, , what = ""] = (key.split("@")[0] ?? "").split(":");
  if (room === "poll" && what === "card") return "poll";
  if (room === "poll" && what === "result") return "result";
  if (room === "poll" && what.startsWith("remind")) return "reminder";
  if (room === "outcome" && (what.startsWith("ask") || what.startsWith("remind"))) return "ask";
  if (room === "outcome" && what.startsWith("told")) return "told";
  return room === "welcome" ? "welcome" : "other";
}

/** For whom it was. */
export function aimOf(
  letter: { kind: string; platform: string; channel: string | null },
  board: Pick<Board, "hangings">,
): LetterTo {
  if (letter.kind === "tell") return "person";
  const hanging = board.hangings.find(
    (it) =>
      it.platform === letter.platform &&
      (it.boardChannel === letter.channel || it.staffChannel === letter.channel),
  );
  if (!hanging) return "other";
  return hanging.boardChannel === letter.channel ? "board" : "staff";
}

/** Why, in the few kinds that people can do something about. */
export function whyOf(trouble: string | null): Why {
  switch (trouble) {
    case "forbidden":
    case "gone":
    case "invalid":
      return trouble;
    case "no door":
      return "no-door";
    default:
      return "later";
  }
}
