/** Our own source files, as text: for the tests that hold the walls and read the words. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export type Source = { path: string; text: string };

/** An import of a file. `from` is a package ("zod") or a path from the root ("src/bot/view.ts"). */
export type Import = { from: string; typesAlone: boolean };

/** All TypeScript files below some folders, with paths from the root and forward slashes. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
      .map((name) =>
        relative(root, join(root, folder, name))
          .split(sep)
          .join("/"),
      )
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
  );
}

const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const pattern = String.raw`(?<=[(,=:[!&|?{};>\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`;
const quoted = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\`(?:\\.|[^\`\\])*\``;
const notCode = new RegExp(`${comment}|${pattern}|${quoted}`, "g");

/** The code of a text, without comments, patterns and what stands in quotes. */
export const codeOf = (text: string): string =>
  text.replace(notCode, (found) => (found.startsWith("/") ? " " : '""'));

/** Everything that a file imports or passes on. */
export function importsOf({ path, text }: Source): Import[] {
  const found = text
    .replace(/^\s*\/\*[\s\S]*?\*\//gm, "")
    .matchAll(/^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"/gm);
  return [...found].map(([, type, fixed, dynamic]) => {
    const from = fixed ?? dynamic ?? "";
    const isOurs = from.startsWith(".");
    return {
      from: isOurs
        ? normalize(join(dirname(path), from))
            .split(sep)
            .join("/")
        : from,
      typesAlone: type !== undefined,
    };
  });
}
