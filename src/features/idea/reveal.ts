/** The safeguarding lead can see who wrote an idea. That they looked, and why, is noted. */
import { z } from "zod";
import { action, address } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import { audit } from "../../people/audit.ts";
import { inkFor } from "./came.ts";
import { chosen, id, pickIdea, reasonForm, why } from "./choosing.ts";
import { ideaById } from "./store.ts";

/** `/whose`, for the safeguarding lead alone. */
export const whose = action({
  input: z.object({}),
  may: "lead",
  answers: "view",
  run: (_input, hands) =>
    pickIdea(
      hands,
      "idea.whosewhy",
      inkFor(hands).say.staff.whosePick(),
      inkFor(hands).say.staff.whosePrompt(),
    ),
});

export const whoseWhy = action({
  input: z.object({ chosen }),
  may: "lead",
  answers: "form",
  async run({ chosen: idea }, hands) {
    const { say } = inkFor(hands);
    const does = address("idea.reveal", { b: hands.board.id, idea });
    return reasonForm(say.staff.whoseTitle(), say.staff.whoseWhy(), say.staff.whosePick().slice(0, 99), does);
  },
});

/** Shows the lead who wrote an idea. The audit row stands in the same transaction as the look. */
export const reveal = action({
  input: z.object({ idea: id, why }),
  may: "lead",
  answers: "view",
  async run({ idea: ideaId, why: reason }, hands) {
    const { say } = inkFor(hands);
    const found = await hands.keep(async (tx) => {
      const idea = await ideaById(tx, hands.board.id, ideaId);
      if (!idea) return undefined;
      await audit(tx, hands, "idea.author-revealed", idea.id, reason);
      const author = idea.authorId
        ? await tx.member.findUnique({
            where: { boardId_personId: { boardId: hands.board.id, personId: idea.authorId } },
            include: { identity: true },
          })
        : null;
      return { idea, author };
    });
    if (!found) return card(say.no.gone());
    if (!found.author) return card(say.staff.whoseUnknown());
    const { calledName: name, identity } = found.author;
    return card(
      say.staff.whoseIs({
        idea: found.idea.text,
        name,
        account: identity.account,
        platform: identity.platform,
      }),
    );
  },
});
