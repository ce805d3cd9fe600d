/** The page's own files: a style sheet, a script in three parts, and a small picture. Read once, from beside this file. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** Types by path. */
export const assets = {
  "/try-out.css": { file: "try-out.css", type: "text/css; charset=utf-8" },
  "/try-out.js": { file: "try-out.js", type: "text/javascript; charset=utf-8" },
  "/morph.js": { file: "morph.js", type: "text/javascript; charset=utf-8" },
  "/commands.js": { file: "commands.js", type: "text/javascript; charset=utf-8" },
  "/sayso.svg": { file: "sayso.svg", type: "image/svg+xml" },
} as const;

/** A compiled copy in `dist/` finds the files where they stand in the source. */
function folder(): URL {
  const beside = new URL("./assets/", import.meta.url);
  return existsSync(beside) ? beside : new URL(beside.href.replace("/dist/adapters/", "/adapters/"));
}

export const readAsset = (path: keyof typeof assets): Promise<Buffer> =>
  readFile(new URL(assets[path].file, folder()));
