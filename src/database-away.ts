/** What it means that the database cannot serve now, and how long a piece of work waits for it. */

/** The database is locked, full, read-only or out of reach: nothing was kept. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway";
}

/** How long one attempt may be put off by a locked database, in milliseconds. Discord wants its first sign within 3 s. */
const patience = 2_500;

/** Prisma's codes: P2034 write conflict, P2028 transaction did not start, P1xxx out of reach. SQLite's own come as text. */
const passing = /P2034|P1008|SQLITE_BUSY|database is locked|TransactionWriteConflict|SocketTimeout/;
const away =
  /P1001|P1002|P1017|P2024|P2028|SQLITE_(FULL|READONLY|IOERR|CANTOPEN|NOTADB|CORRUPT)|readonly database|disk is full|disk I\/O|unable to open|Can't reach database|ECONNREFUSED|ECONNRESET|Connection terminated|ConnectionClosed|DatabaseNotReachable|57P0[123]|terminating connection|not yet accepting|Query read timeout|timeout exceeded when trying to connect/;

const describe = (error: unknown): string => {
  const it = error as { code?: string; message?: string; cause?: unknown; meta?: unknown };
  return `${it?.code ?? ""} ${it?.message ?? ""} ${it?.cause ? JSON.stringify(it.cause) : ""} ${JSON.stringify(it?.meta ?? "")}`;
};

/** Whether an error means that the database cannot serve now, rather than a mistake of ours. */
export const isAway = (error: unknown): boolean =>
  error instanceof DatabaseAway || passing.test(describe(error)) || away.test(describe(error));

/** Waits for so many milliseconds. */
export const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Runs work again while the database is only busy. Throws `DatabaseAway` when it stays so, or is out of reach. */
export async function withPatience<Value>(work: () => Promise<Value>): Promise<Value> {
  const started = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const text = describe(error);
      if (!passing.test(text)) {
        if (away.test(text))
          throw new DatabaseAway("The database does not take anything in now.", { cause: error });
        throw error;
      }
      if (performance.now() - started > patience)
        throw new DatabaseAway("The database stayed locked.", { cause: error });
      await wait(Math.min(10 * attempt, 100) * (0.5 + Math.random()));
    }
  }
}
