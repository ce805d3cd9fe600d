/** Outcomes and pledges in the database. Every query names its board. */
import type { Prisma } from "../../../prisma/generated/sqlite/client.ts";
import type { Database, Transaction } from "../../database.ts";
import { ideaAfter, type State } from "./rules.ts";

type Reading = Database | Transaction;

const withIdea = { idea: true } satisfies Prisma.OutcomeInclude;
export type Found = Prisma.OutcomeGetPayload<{ include: typeof withIdea }>;

/** An outcome of this board, or nothing: an id of another board finds nothing. */
export const findOutcome = (db: Reading, boardId: string, id: string): Promise<Found | null> =>
  db.outcome.findFirst({ where: { id, boardId }, include: withIdea });

/** How often the adults have said something: numbers the posts, and tells whether a form is out of date. */
export const timesAnswered = (db: Reading, boardId: string, outcome: string): Promise<number> =>
  db.audit.count({ where: { boardId, subject: outcome, what: { startsWith: "outcome." } } });

/** Whether a post by this letter's key stands on the board. */
export const stands = async (db: Reading, boardId: string, key: string): Promise<boolean> =>
  (await db.post.findFirst({ where: { boardId, key } })) !== null;

/** The place that an idea took in its poll: 1 is first. */
export const placeOf = async (
  db: Reading,
  outcome: Pick<Found, "pollId" | "ideaId">,
): Promise<number | null> =>
  (await db.option.findFirst({ where: { pollId: outcome.pollId, ideaId: outcome.ideaId } }))?.place ?? null;

/** Who is ready to help or to lead, as far as they are still on the board; and the names that they gave away. */
export async function pledgesFor(
  db: Reading,
  boardId: string,
  ideaId: string,
): Promise<{ help: number; lead: number; names: string[] }> {
  const here = await db.pledge.findMany({
    where: { ideaId, person: { members: { some: { boardId, leftAt: null, role: "young" } } } },
    include: { person: { include: { members: { where: { boardId, leftAt: null } } } } },
  });
  const names = here
    .filter((pledge) => pledge.giveName === "yes")
    .flatMap((pledge) => pledge.person.members.map((member) => member.calledName));
  const people = (kind: string) => here.filter((pledge) => pledge.kind === kind).length;
  return { help: people("help"), lead: people("lead"), names: [...new Set(names)].sort() };
}

/** The pledges of one person for an idea. */
export const pledgesOf = (db: Reading, ideaId: string, personId: string) =>
  db.pledge.findMany({ where: { ideaId, personId } });

/** Marks pledges as asked for their names and gives whom to ask; nobody is asked twice. */
export async function askPledgers(tx: Transaction, ideaId: string): Promise<string[]> {
  const where = { ideaId, giveName: null };
  const pledges = await tx.pledge.findMany({ where, select: { personId: true } });
  await tx.pledge.updateMany({ where, data: { giveName: "asked" } });
  return [...new Set(pledges.map((pledge) => pledge.personId))];
}

/** Brings the idea into line with its outcome. Pledges end with the idea. */
export async function settleIdea(tx: Transaction, idea: Found["idea"], state: State): Promise<void> {
  await tx.idea.update({ where: { id: idea.id }, data: { state: ideaAfter(state, idea.state) } });
  if (state !== "owed" && state !== "under-way") await tx.pledge.deleteMany({ where: { ideaId: idea.id } });
}

/** Outcomes whose adults are to be asked again: not those whose idea staff had to hide. */
export const askable: Prisma.OutcomeWhereInput = {
  state: { in: ["owed", "under-way"] },
  idea: { state: { notIn: ["hidden", "withdrawn"] } },
};
