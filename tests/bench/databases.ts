/** A new database for each bot that is measured: a SQLite file of its own, or a PostgreSQL database where a server is there. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

export type Databases = { name: string; fresh(): Promise<string>; remove(): Promise<void> };

/** SQLite always; PostgreSQL when TEST_POSTGRESQL names a server, or one listens on 127.0.0.1:5432. */
export async function databases(): Promise<Databases[]> {
  const server = process.env.TEST_POSTGRESQL ?? (await localServer());
  return [sqlite(), ...(server ? [postgresql(server)] : [])];
}

function sqlite(): Databases {
  const folder = mkdtempSync(join(tmpdir(), "sayso-bench-"));
  return {
    name: "SQLite",
    fresh: async () => `file:${join(folder, `${randomUUID()}.db`)}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgresql(server: string): Databases {
  const made: string[] = [];
  return {
    name: "PostgreSQL",
    async fresh() {
      const name = `sayso_bench_${randomUUID().replaceAll("-", "")}`;
      await administer(server, `CREATE DATABASE ${name}`);
      made.push(name);
      const url = new URL(server);
      url.pathname = `/${name}`;
      return url.toString();
    },
    async remove() {
      for (const name of made.splice(0)) await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The usual local server, if we may make databases there. */
async function localServer(): Promise<string | undefined> {
  const address = "postgresql://postgres@127.0.0.1:5432/postgres";
  const listens = await new Promise<boolean>((resolve) => {
    const socket = connect(5432, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.end());
  });
  if (!listens) return undefined;
  return administer(address, "SELECT 1").then(
    () => address,
    () => undefined,
  );
}
