/** A fresh database for each story: a copied SQLite file, or, with TEST_POSTGRESQL set, a PostgreSQL database of its own. */
import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../../src/database.ts";

/** The server for the PostgreSQL run, such as postgresql://postgres@127.0.0.1:5432/postgres. Unset: SQLite. */
export const postgresql = process.env.TEST_POSTGRESQL;

/** The databases that this worker made, to be removed at its end. */
const made: (() => Promise<void>)[] = [];
let template: Promise<string> | undefined;
const folder = mkdtempSync(join(tmpdir(), "sayso-test-"));

/** The address of a new, migrated database. */
export async function freshDatabase(): Promise<string> {
  template ??= postgresql ? postgresqlTemplate() : sqliteTemplate();
  const from = await template;
  if (!postgresql) {
    const file = join(folder, `${randomUUID()}.db`);
    copyFileSync(from, file);
    return `file:${file}`;
  }
  const name = `sayso_${randomUUID().replaceAll("-", "")}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  made.push(() => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return addressOf(name);
}

/** Removes what this worker made. Called by the setup file after each test file. */
export async function removeDatabases(): Promise<void> {
  for (const remove of made.splice(0).reverse()) await remove();
  rmSync(folder, { recursive: true, force: true });
}

async function sqliteTemplate(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "template.db");
  const database = await openDatabase(`file:${file}`);
  await database.scrub();
  await database.close();
  if (existsSync(`${file}-wal`)) rmSync(`${file}-wal`);
  return file;
}

async function postgresqlTemplate(): Promise<string> {
  const name = `sayso_template_${process.pid}_${randomUUID().slice(0, 8)}`;
  await administer(`CREATE DATABASE ${name}`);
  made.push(() => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  const database = await openDatabase(addressOf(name));
  await database.close();
  return name;
}

function addressOf(name: string): string {
  const url = new URL(postgresql ?? "");
  url.pathname = `/${name}`;
  return url.toString();
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresql });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
