/** Polls, ballots and options in the database. Every query names its board. */
import type { Idea, Option, Outcome, Poll } from "../../../prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "../../database.ts";

export type PollWithOptions = Poll & { options: (Option & { idea: IdeaOnBallot | null })[] };
export type IdeaOnBallot = Pick<Idea, "id" | "state" | "fromStaff" | "named" | "hiddenWhy" | "authorId">;

const optionsInOrder = {
  options: {
    orderBy: { number: "asc" },
    include: {
      idea: {
        select: { id: true, state: true, fromStaff: true, named: true, hiddenWhy: true, authorId: true },
      },
    },
  },
} as const;

/** A poll of this board with its ballot, in the order of its numbers. */
export const pollById = (
  db: Database | Transaction,
  boardId: string,
  id: string,
): Promise<PollWithOptions | null> => db.poll.findFirst({ where: { id, boardId }, include: optionsInOrder });

/** The open polls of a board, the weekly one first. */
export const openPolls = (db: Database | Transaction, boardId: string): Promise<PollWithOptions[]> =>
  db.poll.findMany({
    where: { boardId, state: "open" },
    include: optionsInOrder,
    orderBy: [{ kind: "desc" }, { opensAt: "asc" }],
  });

/** Whether a weekly poll of the board is open. */
export const weeklyIsOpen = async (db: Database | Transaction, boardId: string): Promise<boolean> =>
  (await db.poll.findFirst({ where: { boardId, kind: "weekly", state: "open" }, select: { id: true } })) !==
  null;

/** What stands on the ballot now: neither withdrawn nor hidden. */
export const onBallot = (poll: PollWithOptions) => poll.options.filter((option) => !option.off);

/** A person's picks, by their voter key; `undefined` when they have no ballot. */
export async function picksOf(
  db: Database | Transaction,
  pollId: string,
  voterKey: string,
): Promise<string[] | undefined> {
  const ballot = await db.ballot.findUnique({ where: { pollId_voterKey: { pollId, voterKey } } });
  return ballot?.picks.split(" ").filter(Boolean);
}

/** What a person pledged to an idea on the ballot. */
type Pledged = { help: string | null; lead: string | null };

/** A poll as one person sees it: with its ballot, their pledges to each line, and whether older ideas of the board rest. */
export type Sheet = Poll & { options: (PollWithOptions["options"][number] & Pledged)[]; resting: boolean };

/** The sheet of a poll of this board, with two short queries at once. */
export async function sheetOf(
  db: Database,
  boardId: string,
  id: string,
  personId: string,
): Promise<Sheet | null> {
  const [[poll], lines] = await Promise.all([
    // SQLite says 1 or 0 to EXISTS, PostgreSQL true or false.
    db.$queryRaw<(Poll & { resting: unknown })[]>`
      SELECT "Poll".*, EXISTS (
        SELECT 1 FROM "Idea" WHERE "Idea"."boardId" = "Poll"."boardId" AND "Idea"."state" = 'resting'
      ) AS "resting"
      FROM "Poll" WHERE "id" = ${id} AND "boardId" = ${boardId}`,
    linesOf(db, id, personId),
  ]);
  const options = lines.map((line) => ({ ...line, idea: line.ideaId ? { ...line, id: line.ideaId } : null }));
  return poll ? { ...poll, options, resting: poll.kind === "weekly" && Boolean(poll.resting) } : null;
}

const linesOf = (
  db: Database,
  pollId: string,
  personId: string,
): Promise<(Option & Omit<IdeaOnBallot, "id"> & Pledged)[]> => db.$queryRaw`
  SELECT "Option".*, "Idea"."state", "Idea"."fromStaff", "Idea"."named", "Idea"."hiddenWhy", "Idea"."authorId",
    "Helper"."kind" AS "help", "Leader"."kind" AS "lead"
  FROM "Option"
    LEFT JOIN "Idea" ON "Idea"."id" = "Option"."ideaId"
    LEFT JOIN "Pledge" AS "Helper" ON "Helper"."ideaId" = "Idea"."id"
      AND "Helper"."personId" = ${personId} AND "Helper"."kind" = 'help'
    LEFT JOIN "Pledge" AS "Leader" ON "Leader"."ideaId" = "Idea"."id"
      AND "Leader"."personId" = ${personId} AND "Leader"."kind" = 'lead'
  WHERE "Option"."pollId" = ${pollId}
  ORDER BY "Option"."number"`;

/** Changes a ballot that is there already, if its poll is still open: both in one query. False: nothing was changed. */
export async function changeBallot(
  tx: Transaction,
  open: { id: string; boardId: string },
  voterKey: string,
  ballot: { picks: string; personId: string | null },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE "Ballot" SET "picks" = ${ballot.picks}, "personId" = ${ballot.personId}
    WHERE "pollId" = ${open.id} AND "voterKey" = ${voterKey} AND EXISTS (
      SELECT 1 FROM "Poll" WHERE "id" = ${open.id} AND "boardId" = ${open.boardId} AND "state" = 'open'
    )`;
  return changed > 0;
}

/** The called names of members, by person. */
export async function calledNames(
  db: Database | Transaction,
  boardId: string,
  people: (string | null)[],
): Promise<Map<string, string>> {
  const ids = people.filter((id): id is string => id !== null);
  if (ids.length === 0) return new Map();
  const members = await db.member.findMany({ where: { boardId, personId: { in: ids } } });
  return new Map(members.map((member) => [member.personId, member.calledName]));
}

/** What the adults owe or answered to the winners of a poll. */
export const outcomesOf = (db: Database | Transaction, boardId: string, pollId: string): Promise<Outcome[]> =>
  db.outcome.findMany({ where: { boardId, pollId } });

/** Ideas that somebody would help with or lead, of those given. */
export async function pledgedIdeas(db: Database | Transaction, ideas: string[]): Promise<Set<string>> {
  const pledges = await db.pledge.findMany({
    where: { ideaId: { in: ideas } },
    select: { ideaId: true },
    distinct: ["ideaId"],
  });
  return new Set(pledges.map((pledge) => pledge.ideaId));
}
