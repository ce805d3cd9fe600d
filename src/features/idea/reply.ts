/**
 * Written replies to the poll's post. On Discord a message cannot be answered privately, so every reply gets the same
 * public card, and only its author can open what came of it. On Slack the private answer comes by itself.
 */
import { z } from "zod";
import type { Receipt } from "../../../prisma/generated/sqlite/client.ts";
import { type AfterReply, action, address, drawing, type Hands } from "../../bot/action.ts";
import { openDraft } from "../../bot/drafts.ts";
import { card, kindNo, type View } from "../../bot/view.ts";
import type { Transaction } from "../../database.ts";
import { helpCard } from "../../safety/help.ts";
import { tidy } from "../../safety/tidy.ts";
import { add, type Came } from "./add.ts";
import { inkFor, sayNo, sayTwin, sayWhatCame } from "./came.ts";
import { type TwinKind, twinKind } from "./rules.ts";
import { ideaById, openPoll } from "./store.ts";
import { ownCard } from "./views.ts";

const id = z.string().max(40);

/** What came of a reply; `closed`, `help`: besides what can come of any idea. */
type CameOfReply = Came | { kind: "closed"; draft: string } | { kind: "help" };

export const reply = action({
  input: z.object({ poll: id, text: z.string().max(8_000), concern: z.string().optional() }),
  may: "member",
  answers: "view",
  async run(input, hands): Promise<AfterReply> {
    const receiptId = hands.newId();
    const came = await hands.keep(async (tx) => {
      const kind = await takeIn(tx, input, hands);
      const more = kind as { idea?: { id: string }; draft?: string; twin?: TwinKind };
      await tx.receipt.create({
        data: {
          id: receiptId,
          boardId: hands.board.id,
          personId: hands.person.id,
          kind: kind.kind,
          ideaId: more.idea?.id,
          draftId: more.draft,
          pollId: input.poll,
          createdAt: hands.now,
        },
      });
      return kind;
    });
    return {
      view: await sayCame(came, hands),
      orPublicly: {
        to: "message",
        at: { ...hands.place, message: hands.reply?.message ?? "" },
        key: `receipt:${receiptId}`,
        board: hands.board.id,
        draws: address("idea.receipt", { r: receiptId }),
        urgent: true,
      },
    };
  },
});

async function takeIn(
  tx: Transaction,
  { poll: pollId, text, concern }: { poll: string; text: string; concern?: string },
  hands: Hands,
): Promise<CameOfReply> {
  if (concern) return { kind: "help" };
  const poll = await tx.poll.findFirst({
    where: { id: pollId, boardId: hands.board.id, state: "open", closesAt: { gt: hands.now } },
  });
  if (!poll) {
    const draft = hands.newId();
    await tx.draft.create({
      data: {
        id: draft,
        boardId: hands.board.id,
        personId: hands.person.id,
        fields: JSON.stringify({ text: tidy(text), named: "no" }),
        expiresAt: new Date(hands.now.getTime() + 3_600_000),
      },
    });
    return { kind: "closed", draft };
  }
  const { platform, channel } = hands.place;
  return add(
    tx,
    { text, named: false, reply: { platform, channel, message: hands.reply?.message ?? "" } },
    hands,
  );
}

async function sayCame(came: CameOfReply, hands: Hands): Promise<View> {
  if (came.kind === "help") return helpCard(hands.board.nation);
  if (came.kind === "closed") return sayClosed(came.draft, hands);
  return sayWhatCame(came, hands);
}

async function sayClosed(draft: string, hands: Hands): Promise<View> {
  const { say } = inkFor(hands);
  const kept = await openDraft(hands, draft);
  const typed = String(kept.text ?? "");
  const view = card(say.no.closed({ typed }), [
    {
      label: say.buttons.addNext(),
      tone: "main",
      does: address("idea.different", { b: hands.board.id, d: draft }),
    },
    { label: say.buttons.help(), does: address("help.now", { b: hands.board.id }) },
  ]);
  return kindNo("closed", view);
}

/** The public card: the same after every reply, whatever came of it. */
export const receiptDrawing = drawing({
  input: z.object({ r: id }),
  async draw({ r }, hands) {
    const { say } = inkFor(hands);
    return card(say.thanks(), [
      { label: say.buttons.open(), does: address("idea.opened", { b: hands.board.id, r }) },
    ]);
  },
});

/** Opens the card: what came of it, as it stands now, for its author alone. */
export const opened = action({
  input: z.object({ r: id }),
  may: "member",
  answers: "view",
  async run({ r }, hands) {
    const { say } = inkFor(hands);
    const own = await hands.db.receipt.findFirst({
      where: { id: r, boardId: hands.board.id, personId: hands.person.id },
    });
    if (!own)
      return card(say.notYours(), [
        { label: say.buttons.add(), does: address("idea.add", { b: hands.board.id }) },
      ]);
    return nowStands(own, hands);
  },
});

async function nowStands(receipt: Receipt, hands: Hands): Promise<View> {
  const ink = inkFor(hands);
  const idea = receipt.ideaId ? await ideaById(hands.db, hands.board.id, receipt.ideaId) : null;
  const draft = receipt.draftId ?? "";
  switch (receipt.kind) {
    case "help":
      return helpCard(hands.board.nation);
    case "closed":
      return sayClosed(draft, hands);
    case "empty":
    case "too-long":
    case "contact":
    case "three-open":
      return sayNo(receipt.kind, draft, hands);
    case "twin": {
      if (!idea) return card(ink.say.no.gone());
      const poll = await openPoll(hands.db, hands.board.id, hands.now);
      const outcome = await hands.db.outcome.findFirst({
        where: { boardId: hands.board.id, ideaId: idea.id },
      });
      const onBallot = poll?.options.some((option) => option.ideaId === idea.id && !option.off) ?? false;
      return sayTwin(idea, twinKind(idea, outcome ?? undefined, onBallot), draft, hands);
    }
    default:
      return idea ? standing(idea, hands) : card(ink.say.no.gone());
  }
}

function standing(
  idea: { id: string; state: string; text: string; hiddenWhy: string | null; timesAsked: number },
  hands: Hands,
): View {
  const ink = inkFor(hands);
  const { say } = ink;
  const of = { idea: idea.text };
  if (idea.state === "withdrawn")
    return card(say.withdrawn(of), [
      { label: say.buttons.add(), does: address("idea.add", { b: hands.board.id }) },
    ]);
  if (idea.state === "hidden") return card(say.hiddenToAuthor({ ...of, why: idea.hiddenWhy ?? "" }));
  if (idea.state === "waiting") return ownCard(say.waiting(of), idea, ink);
  if (idea.state === "open")
    return ownCard(idea.timesAsked > 0 ? say.added(of) : say.addedNext(of), idea, ink);
  return card(say.added(of), [
    { label: say.buttons.plan(), does: address("outcome.plan", { b: hands.board.id }) },
  ]);
}
