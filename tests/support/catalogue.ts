/** Every phrase of every `words.ts`, as a person would read it: for the tests that look after our words. */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { localeOf } from "../../src/bot/say.ts";
import { plain } from "../../src/bot/view.ts";
import { sourcesIn } from "./sources.ts";

export type Said = {
  /** "src/features/poll/words.ts: no.closed". */
  name: string;
  file: string;
  /** "no.closed". */
  path: string;
  icu: string;
  /** The values that the message asks for. */
  needs: string[];
  /** The message with sample values, once in the singular and once in the plural. */
  texts: string[];
};

/** Things as they would stand in a sentence. What is not listed is one short word. */
const samples: Record<string, string> = {
  idea: "Film night",
  ideas: "Film night",
  picks: "Film night",
  question: "What next?",
  when: "Friday at 6pm",
  date: "Friday 4 June",
  by: "Friday 4 June",
  names: "Sam and Jo",
  text: "Film night",
  why: "It would not be safe.",
  plan: "Book the rink.",
  what: "I can't see it.",
  contact: "Call 999",
  about: "any age",
};

type Element = {
  type: number;
  value: string;
  options?: Record<string, { value: Element[] }>;
  children?: Element[];
};

/** Every phrase in the house, in the order of the files. */
export async function everyPhrase(): Promise<Said[]> {
  const files = sourcesIn("src").filter((source) => /(^|\/)words(\.cy)?\.ts$/.test(source.path));
  const read = files.map(async ({ path }) => {
    const address = pathToFileURL(join(fileURLToPath(new URL("../../", import.meta.url)), path)).href;
    const held = (await import(/* @vite-ignore */ address)) as Record<string, unknown>;
    return Object.values(held).flatMap((words) => phrasesIn(words, path, []));
  });
  return (await Promise.all(read)).flat();
}

function phrasesIn(words: unknown, file: string, path: string[]): Said[] {
  if (typeof words !== "object" || words === null) return [];
  if ("icu" in words && typeof words.icu === "string") return [saidOf(words.icu, file, path.join("."))];
  return Object.entries(words).flatMap(([name, inner]) => phrasesIn(inner, file, [...path, name]));
}

function saidOf(icu: string, file: string, path: string): Said {
  const message = new IntlMessageFormat(icu, localeOf(file.endsWith(".cy.ts") ? "cy" : "en"));
  const found = argumentsOf(message.getAst() as unknown as Element[]);
  const fill = (count: number) => {
    const values = [...found].map(
      ([name, isNumber]) => [name, isNumber ? count : (samples[name] ?? "Park")] as const,
    );
    const written = message.format<string>({
      ...Object.fromEntries(values),
      b: (inner: string[]) => inner.join(""),
    });
    return plain(Array.isArray(written) ? written.join("") : String(written));
  };
  return {
    name: `${file}: ${path}`,
    file,
    path,
    icu,
    needs: [...found.keys()],
    texts: [...new Set([fill(1), fill(3)])],
  };
}

/** Argument names of a message, and whether each is a number. Kinds: 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural, 8 tag. */
function argumentsOf(elements: Element[]): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const add = (more: Map<string, boolean>) => {
    for (const [name, isNumber] of more) found.set(name, isNumber || (found.get(name) ?? false));
  };
  for (const element of elements) {
    if (element.type >= 1 && element.type <= 6)
      add(new Map([[element.value, element.type === 2 || element.type === 6]]));
    for (const option of Object.values(element.options ?? {})) add(argumentsOf(option.value));
    if (element.children) add(argumentsOf(element.children));
  }
  return found;
}

/** The sentences and labels of a text. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])["”’)]*\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
