/**
 * Opens the one database: a SQLite file, or PostgreSQL, by DATABASE_URL; and applies migrations.
 *
 * `read` and `write` are two clients. On PostgreSQL whatever writes is serializable. On SQLite, one connection cannot keep a transaction apart
 * from the queries around it, so everything that writes goes through `keep`, one after the other, and reads have
 * their own connection (docs/decisions/0003-one-writer.md).
 */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaClient as PostgresqlClient } from "../prisma/generated/postgresql/client.ts";
import { type Prisma, PrismaClient as SqliteClient } from "../prisma/generated/sqlite/client.ts";
import { applyMigrations, type Provider } from "../prisma/migrate.ts";
import { isAway, wait, withPatience } from "./database-away.ts";

export { DatabaseAway, isAway } from "./database-away.ts";

/** For reading. On SQLite its connection cannot write. */
export type Database = SqliteClient;
/** What stands in one transaction. */
export type Transaction = Prisma.TransactionClient;

export type OpenDatabase = {
  provider: Provider;
  read: Database;
  /** Runs `work` in one transaction; nothing of it stays when it throws. Waits for its turn, and tries again for up to
   *  `patience` ms (2,500) when another process holds the database. Throws `DatabaseAway` after that. */
  keep<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
  /** SQLite: empties the write-ahead log, so that deleted ballots are not left in it. PostgreSQL: nothing to do. */
  scrub(): Promise<void>;
  /** Whether an error means that the database cannot serve now, rather than a mistake of ours. */
  isAway(error: unknown): boolean;
  /** Whether it answers. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
};

/** Errors say what went wrong, without the query and its values: those do not belong in a log. Each query is quicker, too. */
export const clientSettings = { errorFormat: "minimal" } as const;

/** SQLite's settings, given to each new connection. Full sync and no traces of what was deleted (design: secret ballots). */
export const sqliteSettings = [
  // While it opens, a connection waits for others (ms); after that a lock is waited for without holding up the process.
  "busy_timeout = 5000",
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "secure_delete = ON",
  "busy_timeout = 50",
];

function sqliteFactory(file: string, use: "read" | "write"): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url: `file:${file}` }, { timestampFormat: "iso8601" });
  const settings = use === "read" ? [...sqliteSettings, "query_only = ON"] : sqliteSettings;
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connectToShadowDb: () => inner.connectToShadowDb(),
    async connect() {
      const connection = await inner.connect();
      for (const setting of settings) await connection.executeScript(`PRAGMA ${setting};`);
      return connection;
    },
  };
}

/** Opens the database that `url` names, makes the folder of a SQLite file, and brings its tables up to date. */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  return /^postgres(ql)?:/.test(url) ? openPostgresql(url) : openSqlite(resolve(url.replace(/^file:/, "")));
}

async function openSqlite(file: string): Promise<OpenDatabase> {
  mkdirSync(dirname(file), { recursive: true });
  const writing = sqliteFactory(file, "write");
  await applyMigrations("sqlite", writing);
  // One after the other: a database file changes to write-ahead logging with nobody else there.
  const write = new SqliteClient({ adapter: writing, ...clientSettings });
  const read = new SqliteClient({ adapter: sqliteFactory(file, "read"), ...clientSettings });
  await write.$connect();
  await read.$connect();
  const inTurn = oneAfterTheOther();
  return {
    provider: "sqlite",
    read,
    keep: (work) =>
      inTurn(() => withPatience(() => write.$transaction(work, { maxWait: 10_000, timeout: 20_000 }))),
    async scrub() {
      await inTurn(() => withPatience(() => write.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)")));
    },
    isAway,
    healthy: () => answers(() => inTurn(() => write.$queryRawUnsafe("SELECT 1"))),
    close: async () => void (await Promise.all([read.$disconnect(), write.$disconnect()])),
  };
}

/** A server that holds the line and says nothing counts as away after this long, in ms. No query of ours takes near that. */
const silence = 4_000;

async function openPostgresql(url: string): Promise<OpenDatabase> {
  const reach = { connectionString: url, connectionTimeoutMillis: 2_000 };
  await migrateAlone(url, () => applyMigrations("postgresql", new PrismaPg(reach)));
  const open = (more: pg.PoolConfig) => {
    const adapter = new PrismaPg({ ...reach, query_timeout: silence, ...more });
    return new PostgresqlClient({ adapter, ...clientSettings }) as unknown as SqliteClient;
  };
  const read = open({ max: 6 });
  const write = open({ max: 4, options: "-c default_transaction_isolation=serializable" });
  await Promise.all([read.$connect(), write.$connect()]);
  return {
    provider: "postgresql",
    read,
    keep: (work) => withPatience(() => write.$transaction(work, { maxWait: 5_000, timeout: 20_000 })),
    scrub: async () => {},
    isAway,
    healthy: () => answers(() => read.$queryRawUnsafe("SELECT 1")),
    close: async () => void (await Promise.all([read.$disconnect(), write.$disconnect()])),
  };
}

/** Several processes may start at once: a lock in the database lets one migrate while the others wait. */
async function migrateAlone(url: string, migrate: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('sayso migrations'))");
    await migrate();
  } finally {
    await client.end();
  }
}

/** Lets one piece of work begin when the one before it has ended. */
function oneAfterTheOther() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  return Promise.race([
    ask().then(
      () => true,
      () => false,
    ),
    wait(2_000).then(() => false),
  ]);
}
