/** Ideas and their places on the open ballot. Every query names its board. */
import type { Idea, Option, Poll } from "../../../prisma/generated/sqlite/client.ts";
import { address, type Hands, type Tools } from "../../bot/action.ts";
import type { Database, Transaction } from "../../database.ts";
import { openStates, twinStates } from "./rules.ts";

export type OpenPoll = Poll & { options: Option[] };

/** The weekly poll that takes new ideas at this instant. */
export const pollForIdeas = (
  db: Database | Transaction,
  boardId: string,
  now: Date,
): Promise<OpenPoll | null> =>
  db.poll.findFirst({
    where: { boardId, kind: "weekly", state: "open", ideasCloseAt: { gt: now }, closesAt: { gt: now } },
    include: { options: true },
  });

/** The open weekly poll, whether or not it still takes ideas. */
export const openPoll = (db: Database | Transaction, boardId: string, now: Date): Promise<OpenPoll | null> =>
  db.poll.findFirst({
    where: { boardId, kind: "weekly", state: "open", closesAt: { gt: now } },
    include: { options: true },
  });

export const ideaById = (db: Database | Transaction, boardId: string, id: string): Promise<Idea | null> =>
  db.idea.findFirst({ where: { id, boardId } });

/** A person's ideas that are open now, the oldest first. */
export const openIdeasOf = (db: Database | Transaction, boardId: string, personId: string): Promise<Idea[]> =>
  db.idea.findMany({
    where: { boardId, authorId: personId, state: { in: openStates } },
    orderBy: { createdAt: "asc" },
  });

/** Ideas of the board that a new one could be the same as. */
export const possibleTwins = (db: Database | Transaction, boardId: string): Promise<Idea[]> =>
  db.idea.findMany({ where: { boardId, state: { in: twinStates } }, orderBy: { createdAt: "asc" } });

/** Puts an idea on the poll's ballot. On a full one the oldest carried-over idea rests. Its card is drawn anew. */
export async function ontoBallot(
  tx: Transaction,
  idea: { id: string; text: string },
  poll: OpenPoll,
  hands: Hands,
): Promise<void> {
  const options = await tx.option.findMany({ where: { pollId: poll.id }, orderBy: { number: "asc" } });
  const standing = options.filter((option) => !option.off);
  const mine = options.find((option) => option.ideaId === idea.id);
  const oldest = standing.find((option) => !option.fresh) ?? standing[0];
  if (!standing.some((option) => option === mine) && standing.length >= poll.ballotMost && oldest) {
    await tx.option.update({ where: { id: oldest.id }, data: { off: true } });
    if (oldest.ideaId)
      await tx.idea.updateMany({
        where: { id: oldest.ideaId, boardId: hands.board.id },
        data: { state: "resting" },
      });
  }
  // Somebody brought it back: it is not the first to rest again.
  if (mine) await tx.option.update({ where: { id: mine.id }, data: { off: false, fresh: true } });
  else
    await tx.option.create({
      data: {
        id: hands.newId(),
        pollId: poll.id,
        ideaId: idea.id,
        text: idea.text,
        number: (options.at(-1)?.number ?? 0) + 1,
        fresh: true,
        off: false,
        won: false,
      },
    });
  await redrawCard(tx, poll, hands);
}

/** Takes an idea off every open ballot, and gives it its new state. */
export async function offBallot(
  tx: Transaction,
  idea: { id: string; boardId: string },
  state: "withdrawn" | "hidden",
  tools: Pick<Tools, "send">,
  hiddenWhy?: string,
): Promise<void> {
  await tx.idea.update({ where: { id: idea.id }, data: { state, hiddenWhy: hiddenWhy ?? null } });
  const polls = await tx.poll.findMany({
    where: { boardId: idea.boardId, state: "open", options: { some: { ideaId: idea.id } } },
  });
  await tx.option.updateMany({
    where: { ideaId: idea.id, pollId: { in: polls.map((poll) => poll.id) } },
    data: { off: true },
  });
  for (const poll of polls) await redrawCard(tx, poll, tools);
}

export const redrawCard = (
  tx: Transaction,
  poll: { id: string; boardId: string },
  { send }: Pick<Tools, "send">,
) =>
  send(tx, {
    to: "redraw",
    post: `poll:${poll.id}:card`,
    key: `poll:${poll.id}:card:ideas`,
    board: poll.boardId,
    draws: address("poll.card", { poll: poll.id }),
  });

/** Draws anew the posts of closed polls that show this idea. */
export async function redrawResults(
  tx: Transaction,
  idea: { id: string; boardId: string },
  { send }: Pick<Tools, "send">,
): Promise<void> {
  const polls = await tx.poll.findMany({
    where: { boardId: idea.boardId, state: "closed", options: { some: { ideaId: idea.id } } },
    select: { id: true },
  });
  for (const { id: poll } of polls)
    for (const what of ["card", "result"])
      await send(tx, {
        to: "redraw",
        post: `poll:${poll}:${what}`,
        key: `poll:${poll}:${what}:hidden`,
        board: idea.boardId,
        draws: address(`poll.${what}`, { poll }),
        urgent: true,
      });
}

/** Called names of the board's members but one. */
export async function memberNames(
  db: Database | Transaction,
  boardId: string,
  but: string,
): Promise<string[]> {
  const members = await db.member.findMany({
    where: { boardId, leftAt: null, personId: { not: but } },
    select: { calledName: true },
  });
  return members.map((member) => member.calledName);
}
