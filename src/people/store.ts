/** Identities, members and boards in the database. Every query names its board or its account. */

import type { Place, Visitor } from "../bot/incoming.ts";
import type { Database, Transaction } from "../database.ts";
import type { Board, Member, Person } from "./people.ts";

const withPlaces = { hangings: true, skips: true } as const;

/** Discord accounts are the same on every server; Slack's belong to a workspace. */
export const identityWorkspace = (at: { platform: string; workspace: string }) =>
  at.platform === "discord" ? "" : at.workspace;

/** The day, no more: the minute could tie a first press to a ballot. */
const dayOf = (now: Date): Date => new Date(now.getTime() - (now.getTime() % 86_400_000));

/** The person behind an account and the boards they are on. A new account gets its person here. */
export async function meet(
  visitor: Visitor,
  tools: {
    read: Database;
    keep<V>(work: (tx: Transaction) => Promise<V>): Promise<V>;
    newId(): string;
    now: Date;
  },
): Promise<{ person: Person; members: Member[] }> {
  const account = {
    platform: visitor.platform,
    workspace: identityWorkspace(visitor),
    account: visitor.id,
  };
  const where = { platform_workspace_account: account };
  const seats = await seatsOf(tools.read, account);
  const known =
    seats[0] ??
    (await tools.keep((tx) =>
      tx.identity.upsert({
        where,
        update: {},
        create: {
          id: tools.newId(),
          ...account,
          person: { create: { id: tools.newId(), createdAt: dayOf(tools.now) } },
        },
      }),
    ));
  return {
    person: {
      id: known.personId,
      identity: known.id,
      platform: visitor.platform,
      workspace: visitor.workspace,
      account: visitor.id,
      name: visitor.name,
      roles: visitor.roles,
      manages: visitor.manages,
      overSixteen: known.overSixteen,
    },
    members: seats.flatMap((seat) => (seat.boardId === null ? [] : [seat])),
  };
}

type Account = { platform: string; workspace: string; account: string };
type Seat = { id: string; overSixteen: boolean | null; personId: string } & (Member | { boardId: null });

/** An account with the seats of its person, one a row; one without a board for somebody who has none. One query: it runs
 *  at every press. */
const seatsOf = (db: Database, { platform, workspace, account }: Account): Promise<Seat[]> =>
  db.$queryRaw`
    SELECT "Member".*, "Identity"."id", "Identity"."personId", "Identity"."overSixteen"
    FROM "Identity" LEFT JOIN "Member" ON "Member"."personId" = "Identity"."personId"
    WHERE "Identity"."platform" = ${platform}
      AND "Identity"."workspace" = ${workspace}
      AND "Identity"."account" = ${account}`;

/** The board with this id. */
export const boardById = (db: Database | Transaction, id: string): Promise<Board | null> =>
  db.board.findUnique({ where: { id }, include: withPlaces });

type BoardRow = Omit<Board, "hangings" | "skips">;
type Beside = Omit<Board["hangings"][number], "id" | "boardId"> & {
  hanging: string | null;
  skip: string | null;
};

/** The same board, at a press: one query, with a row for each of its places and days off. */
export async function boardAtPress(db: Database, id: string): Promise<Board | null> {
  const rows = await db.$queryRaw<(BoardRow & Beside)[]>`
    SELECT "Hanging".*, "Hanging"."id" AS "hanging", "SkipDate"."dates" AS "skip", "Board".*
    FROM "Board"
      LEFT JOIN "Hanging" ON "Hanging"."boardId" = "Board"."id"
      LEFT JOIN "SkipDate" ON "SkipDate"."boardId" = "Board"."id"
    WHERE "Board"."id" = ${id}`;
  const [board] = rows;
  if (!board) return null;
  const hangings = new Map<string, Board["hangings"][number]>();
  const skips = new Set<string>();
  for (const { hanging, skip, ...row } of rows) {
    if (hanging) hangings.set(hanging, { ...row, id: hanging, boardId: id });
    if (skip) skips.add(skip);
  }
  const days = [...skips].map((dates) => ({ boardId: id, dates }));
  return { ...board, id, hangings: [...hangings.values()], skips: days };
}

/** The boards whose channel, or staff channel, this is. */
export const boardsOfPlace = (db: Database, place: Place): Promise<Board[]> =>
  db.board.findMany({
    where: {
      hangings: {
        some: {
          platform: place.platform,
          state: "ok",
          OR: [{ boardChannel: place.channel }, { staffChannel: place.channel }],
        },
      },
    },
    include: withPlaces,
    orderBy: { createdAt: "asc" },
  });

/** The boards with these ids. */
export const boardsByIds = (db: Database, ids: string[]): Promise<Board[]> =>
  db.board.findMany({ where: { id: { in: ids } }, include: withPlaces, orderBy: { createdAt: "asc" } });

/** The boards that hang in a workspace. */
export const boardsOfWorkspace = (
  db: Database,
  at: { platform: string; workspace: string },
): Promise<Board[]> =>
  db.board.findMany({
    where: { hangings: { some: { platform: at.platform, workspace: at.workspace } } },
    include: withPlaces,
    orderBy: { createdAt: "asc" },
  });

/** Gives a person their seat, or brings it up to date (role, name, which account). */
export async function seat(
  tx: Transaction,
  seatAt: { board: string; person: Person; hanging: string; role: string; now: Date },
): Promise<Member> {
  const { board, person, hanging, role, now } = seatAt;
  const shared = { role, calledName: person.name, leftAt: null };
  return tx.member.upsert({
    where: { boardId_personId: { boardId: board, personId: person.id } },
    update: shared,
    create: {
      boardId: board,
      personId: person.id,
      identityId: person.identity,
      hangingId: hanging,
      reminders: false,
      joinedAt: dayOf(now),
      ...shared,
    },
  });
}
