/** Adding an idea, whichever way it came: decides, keeps, and says what came of it. */
import type { Idea } from "../../../prisma/generated/sqlite/client.ts";
import type { Hands } from "../../bot/action.ts";
import { address } from "../../bot/action.ts";
import type { Transaction } from "../../database.ts";
import { findsContact } from "../../safety/contacts.ts";
import { namesOf } from "../../safety/names.ts";
import { lengthOf, tidy } from "../../safety/tidy.ts";
import { asIdea, type IdeaNo, type TwinKind, twinKind } from "./rules.ts";
import {
  ideaById,
  memberNames,
  offBallot,
  ontoBallot,
  openIdeasOf,
  pollForIdeas,
  possibleTwins,
} from "./store.ts";
import { twinOf } from "./twins.ts";

/** What came of it. The names of the kinds also stand on receipts of written replies. */
export type Came =
  | Kept<"added">
  | Kept<"added-next">
  | Kept<"waiting">
  | { kind: "twin"; idea: Idea; twin: TwinKind; draft: string }
  | { kind: IdeaNo; draft: string };
type Kept<Kind extends string> = { kind: Kind; idea: Idea };

export type Wish = {
  text: string;
  named: boolean;
  /** The person said that it is none of the twins. */
  isDifferent?: boolean;
  /** The idea that this one takes the place of. */
  instead?: string;
  /** The written reply that it came from. */
  reply?: { platform: string; channel: string; message: string };
};

/** Adds an idea inside a transaction, or keeps the words as a draft and says why not. */
export async function add(tx: Transaction, wish: Wish, hands: Hands): Promise<Came> {
  const { board, person, standing } = hands;
  const text = tidy(wish.text);
  const mine = (await openIdeasOf(tx, board.id, person.id)).filter((idea) => idea.id !== wish.instead);
  const typed = { text, length: lengthOf(text), holdsContact: findsContact(text) !== undefined };
  const asked = asIdea(typed, mine.length, standing.staff);
  if (!asked.ok) return { kind: asked.reason, draft: await draftOf(tx, wish, text, hands) };

  const poll = await pollForIdeas(tx, board.id, hands.now);
  const twin = wish.isDifferent ? undefined : await findTwin(tx, text, wish, hands, poll);
  if (twin) return { ...twin, kind: "twin", draft: await draftOf(tx, wish, text, hands) };

  if (wish.instead) {
    const old = await ideaById(tx, board.id, wish.instead);
    if (old?.authorId === person.id && (old.state === "open" || old.state === "waiting"))
      await offBallot(tx, old, "withdrawn", hands);
  }
  const names = namesOf(text, await memberNames(tx, board.id, person.id));
  const idea = await tx.idea.create({
    data: {
      id: hands.newId(),
      boardId: board.id,
      text,
      authorId: person.id,
      fromStaff: standing.staff,
      named: !standing.staff && (wish.named || board.ideaNaming === "named"),
      state: names && !standing.staff ? "waiting" : "open",
      timesAsked: poll && !names ? 1 : 0,
      ...wish.reply,
      createdAt: hands.now,
    },
  });
  if (idea.state === "waiting") {
    await hands.send(tx, {
      to: "staff",
      key: `idea:${idea.id}:check`,
      board: board.id,
      draws: address("idea.check", { idea: idea.id }),
    });
    return { kind: "waiting", idea };
  }
  if (!poll) return { kind: "added-next", idea };
  await ontoBallot(tx, idea, poll, hands);
  return { kind: "added", idea };
}

async function findTwin(
  tx: Transaction,
  text: string,
  wish: Wish,
  hands: Hands,
  poll: Awaited<ReturnType<typeof pollForIdeas>>,
): Promise<{ idea: Idea; twin: TwinKind } | undefined> {
  const others = (await possibleTwins(tx, hands.board.id)).filter((idea) => idea.id !== wish.instead);
  const same = others.find((idea) => idea.id === twinOf(text, others));
  if (!same) return undefined;
  const outcome = await tx.outcome.findFirst({ where: { boardId: hands.board.id, ideaId: same.id } });
  const isOnBallot = poll?.options.some((option) => option.ideaId === same.id && !option.off) ?? false;
  return { idea: same, twin: twinKind(same, outcome ?? undefined, isOnBallot) };
}

/** Keeps the words for an hour, in the same transaction as what is said of them. */
async function draftOf(tx: Transaction, wish: Wish, text: string, hands: Hands): Promise<string> {
  const id = hands.newId();
  const fields = {
    text,
    named: wish.named ? "yes" : "no",
    ...(wish.instead ? { instead: wish.instead } : {}),
  };
  await tx.draft.create({
    data: {
      id,
      boardId: hands.board.id,
      personId: hands.person.id,
      fields: JSON.stringify(fields),
      expiresAt: new Date(hands.now.getTime() + 3_600_000),
    },
  });
  return id;
}
