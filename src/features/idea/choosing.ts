/** What staff's acts on ideas share: choosing one from a list, giving a reason, and the note of who did what. */
import { z } from "zod";
import { address, type Hands } from "../../bot/action.ts";
import { card, type Form, type View } from "../../bot/view.ts";
import { inkFor } from "./came.ts";

export const id = z.string().max(40);
export const chosen = z.preprocess((value) => [value].flat()[0], id);
export const why = z.string().trim().min(3).max(200);

/** The newest ideas of the board, in a menu that leads on to `does`. */
export async function pickIdea(hands: Hands, does: string, text: string, prompt: string): Promise<View> {
  const ideas = await hands.db.idea.findMany({
    where: { boardId: hands.board.id, state: { in: ["open", "waiting", "won", "resting"] } },
    orderBy: { createdAt: "desc" },
    take: 25,
  });
  if (ideas.length === 0) return card(inkFor(hands).say.staff.hideNone());
  const choices = ideas.map((idea) => ({ label: idea.text, value: idea.id }));
  const menu = {
    kind: "menu" as const,
    prompt,
    choose: { min: 1, max: 1 },
    choices,
    does: address(does, { b: hands.board.id }),
  };
  return { body: [{ kind: "text", text }, menu] };
}

/** One short field for a reason. */
export const reasonForm = (title: string, label: string, hint: string, does: string): Form => ({
  title,
  does,
  fields: [{ kind: "short", name: "why", label, hint, max: 100 }],
});
