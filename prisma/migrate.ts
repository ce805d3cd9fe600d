/**
 * Makes and applies migrations with Prisma's own schema engine in WebAssembly, so that nothing is downloaded.
 * Used at start, in tests, and by `npm run migration -- NAME`. See docs/decisions/0002-prisma-without-downloads.md.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engineGlue from "@prisma/schema-engine-wasm/schema_engine_bg";

export type Provider = "sqlite" | "postgresql";

/** The project's folder, from `src` and from `dist` alike. */
function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, "package.json")) ? from : projectFolder(dirname(from));
}

const migrationsFolder = (provider: Provider) => join(projectFolder(), "prisma", "migrations", provider);

/** The one schema as a provider reads it. */
const schemaFor = (provider: Provider, schema: string) =>
  schema.replace('provider = "sqlite"', `provider = "${provider}"`);

type Glue = { __wbg_set_wasm(exports: WebAssembly.Exports): void };

let loaded = false;
/** The package's own entry wants a bundler, so the WebAssembly file is loaded by hand, once. */
function loadEngine(): void {
  if (loaded) return;
  const wasm = join(
    dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
    "schema_engine_bg.wasm",
  );
  const module = new WebAssembly.Module(readFileSync(wasm));
  const instance = new WebAssembly.Instance(module, {
    "./schema_engine_bg.js": engineGlue as unknown as WebAssembly.ModuleImports,
  });
  (engineGlue as unknown as Glue).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  loaded = true;
}

/** The engine never closes the connections that it opens: a factory that remembers them can. */
function closing(factory: SqlMigrationAwareDriverAdapterFactory) {
  const open: SqlDriverAdapter[] = [];
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    open.push(connection);
    return connection;
  };
  return {
    factory: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => remember(factory.connect()),
      connectToShadowDb: () => remember(factory.connectToShadowDb()),
    },
    close: async () => void (await Promise.all(open.map((connection) => connection.dispose()))),
  };
}

async function withEngine<Value>(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: engineGlue.SchemaEngine) => Promise<Value>,
): Promise<Value> {
  loadEngine();
  const schema = readFileSync(join(projectFolder(), "prisma", "schema.prisma"), "utf8");
  const { factory: closable, close } = closing(factory);
  const engine = await engineGlue.SchemaEngine.new(
    { datamodels: [["schema.prisma", schemaFor(provider, schema)]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(closable),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await close();
  }
}

/** Every migration on disk, as the engine wants it. */
function migrationsOnDisk(provider: Provider): engineGlue.MigrationList {
  const baseDir = migrationsFolder(provider);
  const names = existsSync(baseDir) ? readdirSync(baseDir).filter((name) => /^\d/.test(name)) : [];
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: `provider = "${provider}"\n` },
    shadowDbInitScript: "",
    migrationDirectories: names.sort().map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

const everything = { externalTables: [], externalEnums: [] };

/** Applies what is missing and says which. Throws when a migration fails; the database then says so itself. */
export async function applyMigrations(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string[]> {
  return withEngine(provider, factory, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsOnDisk(provider),
      filters: everything,
    });
    return appliedMigrationNames;
  });
}

/** The SQL that leads from one schema to another (undefined: from nothing). No database is asked. */
export async function migrationSql(
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
  from: string | undefined,
  to: string,
): Promise<string | undefined> {
  const asTarget = (content: string): engineGlue.DiffTarget => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content: schemaFor(provider, content) }],
  });
  const { stdout } = await withEngine(provider, factory, (engine) =>
    engine.diff({
      from: from === undefined ? { tag: "empty" } : asTarget(from),
      to: asTarget(to),
      script: true,
      exitCode: null,
      filters: everything,
    }),
  );
  return !stdout || /empty migration/i.test(stdout) ? undefined : stdout;
}
