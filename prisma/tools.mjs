// Makes what Prisma needs, without a download: the PostgreSQL twin of the schema, and both typed clients.
// `prisma generate` insists on a schema engine it never uses (its generator is WebAssembly), so any existing file will do.
// Run by `npm run generate`, before every build, test and start; does nothing when nothing changed.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const made = join(here, "generated");
const sqlite = readFileSync(join(here, "schema.prisma"), "utf8");
const postgresql = sqlite
  .replace('provider = "sqlite"', 'provider = "postgresql"')
  .replace("./generated/sqlite", "./postgresql");
const stamp = createHash("sha256")
  .update(sqlite)
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest("hex");
const stampFile = join(made, "stamp");

if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  mkdirSync(made, { recursive: true });
  writeFileSync(join(made, "postgresql.prisma"), postgresql);
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  for (const schema of [join(here, "schema.prisma"), join(made, "postgresql.prisma")]) {
    execFileSync(process.execPath, [cli, "generate", "--schema", schema], {
      cwd: dirname(here),
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    });
  }
  writeFileSync(stampFile, stamp);
}
