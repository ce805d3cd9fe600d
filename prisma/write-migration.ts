/**
 * `npm run migration -- NAME`: writes the next migration for SQLite and for PostgreSQL, from the schema as the last
 * migration left it (`migrations/schema.prisma`) to the schema as it is now. Both engines want to connect to something, so a
 * PostgreSQL must answer (TEST_POSTGRESQL); nothing is written to it. Read the SQL before you commit it.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { migrationSql, type Provider } from "./migrate.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error("Give the migration a short name, such as: npm run migration -- add-idea-notes");
  process.exit(1);
}
const schema = "prisma/schema.prisma";
const lastSchema = "prisma/migrations/schema.prisma";
const before = existsSync(lastSchema) ? readFileSync(lastSchema, "utf8") : undefined;
const factories = {
  sqlite: new PrismaBetterSqlite3({ url: ":memory:" }),
  postgresql: new PrismaPg(process.env.TEST_POSTGRESQL ?? "postgresql://postgres@127.0.0.1:5432/test"),
};

for (const provider of ["sqlite", "postgresql"] satisfies Provider[]) {
  const folder = join("prisma/migrations", provider);
  mkdirSync(folder, { recursive: true });
  const number = readdirSync(folder).filter((entry) => /^\d/.test(entry)).length + 1;
  const sql = await migrationSql(provider, factories[provider], before, readFileSync(schema, "utf8"));
  if (!sql) {
    console.log(`${provider}: nothing changed`);
    continue;
  }
  const place = join(folder, `${String(number).padStart(4, "0")}_${name.replaceAll("-", "_")}`);
  mkdirSync(place);
  writeFileSync(join(place, "migration.sql"), sql);
  console.log(`${provider}: ${place}`);
}
copyFileSync(schema, lastSchema);
