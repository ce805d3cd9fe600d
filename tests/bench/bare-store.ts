/** What the bare handlers keep: one upsert of a ballot, with the product's own Prisma client, tables and settings. */
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { nanoid } from "nanoid";
import { PrismaClient as PostgresqlClient } from "../../prisma/generated/postgresql/client.ts";
import { PrismaClient as SqliteClient } from "../../prisma/generated/sqlite/client.ts";
import { seedDemoBoard } from "../../prisma/seed.ts";
import { clientSettings, openDatabase, sqliteSettings } from "../../src/database.ts";
import { onlyBallot } from "./side.ts";

export type BareStore = Awaited<ReturnType<typeof openBareStore>>;

/** Makes the tables and one open poll, and opens a plain client on them. */
export async function openBareStore(url: string) {
  const poll = await prepare(url);
  const client = await plainClient(url);
  return {
    async upsert(voter: string, picks: string): Promise<void> {
      const where = { pollId: poll, voterKey: voter };
      await client.ballot.upsert({
        where: { pollId_voterKey: where },
        update: { picks },
        create: { id: 1, ...where, picks },
      });
    },
    kept: () => onlyBallot(client),
    close: () => client.$disconnect(),
  };
}

async function plainClient(url: string): Promise<SqliteClient> {
  if (!url.startsWith("file:"))
    return new PostgresqlClient({
      adapter: new PrismaPg({ connectionString: url, max: 10 }),
      ...clientSettings,
    }) as unknown as SqliteClient;
  const client = new SqliteClient({
    adapter: new PrismaBetterSqlite3({ url }, { timestampFormat: "iso8601" }),
    ...clientSettings,
  });
  await client.$connect();
  for (const setting of sqliteSettings) await client.$queryRawUnsafe(`PRAGMA ${setting}`);
  return client;
}

async function prepare(url: string): Promise<string> {
  const database = await openDatabase(url);
  const now = new Date();
  const places = { workspace: "bare", boardChannel: "board", staffChannel: "staff", lead: "" };
  const week = { pollsFrom: now, newId: () => nanoid(12), weekday: 1, hour: 16 };
  const { board: boardId } = await seedDemoBoard(database, places, week);
  const id = nanoid(12);
  const times = { opensAt: now, ideasCloseAt: now, closesAt: now };
  const rules = { mode: "secret", picks: 3, winners: 1, ballotMost: 25 };
  await database.keep((tx) =>
    tx.poll.create({
      data: { id, boardId, number: 1, kind: "ask", question: "?", state: "open", ...times, ...rules },
    }),
  );
  await database.close();
  return id;
}
