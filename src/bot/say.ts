/**
 * Words, typed. A room's `words.ts` holds phrases in ICU message format (plurals, choices, `<b>…</b>` for `strong`);
 * `speak` turns them into functions, so that a sentence with a value missing does not compile.
 *
 *     export const words = { saved: phrase<{ picks: string }>("Saved: {picks}"), none: phrase("Nothing yet.") };
 *     const say = speak(board.language, words, { cy });
 *     say.saved({ picks: "Ice skating" });
 */
import { IntlMessageFormat } from "intl-messageformat";
import { strong } from "./view.ts";

/** The languages that the house knows. A phrase that is not yet translated is said in English. */
export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

/** The language as `Intl` wants it: British English, and Welsh. */
export const localeOf = (language: Language): "en-GB" | "cy" => (language === "cy" ? "cy" : "en-GB");

/** What can stand in a phrase. Numbers are written as the language writes them. */
export type Values = Record<string, string | number>;
// biome-ignore lint/complexity/noBannedTypes: exactly the type that has no keys
type NoValues = {};

declare const takes: unique symbol;

/** One sentence or a few, in ICU message format. `Needs` lives in types alone. */
export type Phrase<Needs extends Values = NoValues> = {
  readonly icu: string;
  readonly [takes]?: (needs: Needs) => void;
};

/** A text in which each key of `Needs` is used as `{key}` or `{key, …}`; else the phrase does not compile. */
type Using<Needs> = [keyof Needs] extends [never] ? string : Together<EachUsed<keyof Needs>>;
type EachUsed<Key> = Key extends string ? { text: `${string}{${Key}${"}" | "," | " "}${string}` } : never;
type Together<Texts> = (Texts extends { text: infer Text } ? (text: Text) => void : never) extends (
  text: infer All,
) => void
  ? All
  : never;

/** Makes a phrase: `phrase("Done.")`, or `phrase<{ count: number }>("{count, plural, one {# idea} other {# ideas}}")`. */
export const phrase = <Needs extends Values = NoValues>(icu: Using<Needs> & string): Phrase<Needs> => ({
  icu,
});

/** A room's words: phrases, or groups of phrases (such as one sentence for each reason of a no). */
export type Words = { readonly [name: string]: AnyPhrase | Words };
type AnyPhrase = { readonly icu: string };

/** The same words in another language, as far as they are translated. */
export type Translation<Said extends Words> = {
  readonly [Name in keyof Said]?: Said[Name] extends AnyPhrase
    ? Said[Name]
    : Said[Name] extends Words
      ? Translation<Said[Name]>
      : never;
};

/** Words as functions: without values where the phrase needs none. */
export type Saying<Said> = {
  readonly [Name in keyof Said]: Said[Name] extends Phrase<infer Needs>
    ? keyof Needs extends never
      ? () => string
      : (values: Needs) => string
    : Saying<Said[Name]>;
};

/** A room's words as functions in a language. Cheap: made once for each language, each phrase compiled when first said. */
export function speak<Said extends Words>(
  language: Language,
  words: Said,
  translations: { readonly [Other in Exclude<Language, "en">]?: Translation<Said> } = {},
): Saying<Said> {
  const translated = language === "en" ? undefined : (translations[language] as Words | undefined);
  const key = translated ?? words;
  const made = translated ? sayings : inEnglish;
  const saying = made.get(key) ?? voice(language, words, translated);
  made.set(key, saying);
  return saying as Saying<Said>;
}

const inEnglish = new WeakMap<Words, object>();
const sayings = new WeakMap<Words, object>();

function voice(language: Language, words: Words, translated: Words | undefined): object {
  return Object.fromEntries(
    Object.entries(words).map(([name, entry]) => {
      const other = translated?.[name];
      if (!isPhrase(entry)) return [name, voice(language, entry, isPhrase(other) ? undefined : other)];
      const [spoken, said] = isPhrase(other) ? ([language, other] as const) : (["en", entry] as const);
      return [name, once(() => compile(said, spoken, name))];
    }),
  );
}

export const isPhrase = (entry: AnyPhrase | Words | undefined): entry is AnyPhrase =>
  typeof entry?.icu === "string";

function compile(said: AnyPhrase, language: Language, name: string): IntlMessageFormat {
  try {
    return new IntlMessageFormat(said.icu, localeOf(language));
  } catch (cause) {
    throw new Error(`The phrase "${name}" is not a good ICU message. Look for unpaired braces or tags.`, {
      cause,
    });
  }
}

/** A phrase as a function. It is compiled when first said: a start does not wait for words that nobody hears. */
function once(make: () => IntlMessageFormat): (values?: Values) => string {
  let message: IntlMessageFormat | undefined;
  return (values) => {
    message ??= make();
    return write(message, values);
  };
}

function write(message: IntlMessageFormat, values: Values | undefined): string {
  const written = message.format<string>({ ...values, b: (inner: string[]) => strong(inner.join("")) });
  return Array.isArray(written) ? written.join("") : String(written);
}
