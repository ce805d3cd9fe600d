/** Says what came of an idea: the same cards after a form, a command and a written reply. */
import type { Idea } from "../../../prisma/generated/sqlite/client.ts";
import type { Hands } from "../../bot/action.ts";
import { openDraft } from "../../bot/drafts.ts";
import { type Language, speak } from "../../bot/say.ts";
import { kindNo, type View } from "../../bot/view.ts";
import { lengthOf } from "../../safety/tidy.ts";
import { speaking } from "../../schedule/speaking.ts";
import type { Came } from "./add.ts";
import type { TwinKind } from "./rules.ts";
import { openIdeasOf } from "./store.ts";
import { type Ink, noCard, ownCard, twinCard } from "./views.ts";
import { words } from "./words.ts";

export const inkFor = (hands: Pick<Hands, "board" | "now">): Ink => ({
  say: speak(hands.board.language as Language, words),
  when: speaking(hands.board.language as Language, hands.board.timeZone),
  boardId: hands.board.id,
  now: hands.now,
});

/** The card for what came of it. */
export async function sayWhatCame(came: Came, hands: Hands): Promise<View> {
  const ink = inkFor(hands);
  switch (came.kind) {
    case "added":
      return ownCard(ink.say.added({ idea: came.idea.text }), came.idea, ink);
    case "added-next":
      return ownCard(ink.say.addedNext({ idea: came.idea.text }), came.idea, ink);
    case "waiting":
      return ownCard(ink.say.waiting({ idea: came.idea.text }), came.idea, ink);
    case "twin":
      return sayTwin(came.idea, came.twin, came.draft, hands);
    default:
      return sayNo(came.kind, came.draft, hands);
  }
}

export async function sayTwin(idea: Idea, twin: TwinKind, draft: string, hands: Hands): Promise<View> {
  const outcome = await hands.db.outcome.findFirst({ where: { boardId: hands.board.id, ideaId: idea.id } });
  return twinCard(idea, twin, outcome?.owedSince, draft, inkFor(hands));
}

export async function sayNo(
  kind: "empty" | "too-long" | "contact" | "three-open",
  draft: string,
  hands: Hands,
): Promise<View> {
  const kept = await openDraft(hands, draft);
  const mine = kind === "three-open" ? await openIdeasOf(hands.db, hands.board.id, hands.person.id) : [];
  const more = { length: lengthOf(String(kept.text ?? "")), mine };
  return kindNo(kind, noCard(kind, draft, more, inkFor(hands)));
}
