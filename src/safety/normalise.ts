/**
 * Texts made alike before phrases are looked for in them: case, accents, apostrophes, fancy letters, digits for letters,
 * stretched and s p a c e d words, and the short forms of texting. Pure. Nothing of this is ever shown or kept.
 */
import { shortForms } from "./short-forms.ts";
import { tidy } from "./tidy.ts";

/** Digits and signs that stand for letters inside a word: "k1ll", "d!e", "$ex". */
const lookalikes: Record<string, string> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "!": "i",
  "|": "i",
  "@": "a",
  $: "s",
};

/** How many characters are looked at: no field takes more (`limits.longField`), and a paste is not a reason to hang. */
const most = 12_000;

/**
 * The ways in which a text can be read, as plain words between single spaces. A phrase is in the text when it is in any of
 * them. Emoji are dropped here; see `signals` in `phrases.ts`.
 */
export function readings(text: string): string[] {
  const words = plainWords(tidy(text.slice(0, most)));
  const spaced = joinLetters(words);
  const found = [words, spaced, ...(spaced === words ? [] : [joinLetters(words, "i")])].flatMap((each) => [
    each.map((word) => word.replace(/(.)\1{2,}/gu, "$1$1")),
    each.map((word) => word.replace(/(.)\1{2,}/gu, "$1")),
  ]);
  return [...new Set(found.map(spellOut))];
}

function plainWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ł/g, "l");
  return plain
    .replace(/['’‘`´ʼ]/gu, "")
    .split(/[\s/,;:()[\]{}"“”«»…–—]+/u)
    .flatMap((word) => unmask(word).split(/[^\p{L}\d]+/u))
    .filter((word) => word !== "");
}

/** Letters behind digits and signs, in words that hold a letter; signs at the end are punctuation: "die!". */
function unmask(word: string): string {
  const bare = word.replace(/[!.?|*~_-]+$/u, "").replace(/^[*~_#-]+/u, "");
  if (!/\p{L}/u.test(bare) || /^\d+(?:st|nd|rd|th|am|pm|k|km|kms|m|h|hrs?|mins?|x|p|g|kg)?$/u.test(bare))
    return bare;
  // "k.m.s" and "k-m-s" are spaced letters; "self-harm" is two words.
  if (/^\p{L}(?:[.\-_*]\p{L}){2,}$/u.test(bare)) return bare.replace(/[.\-_*]/gu, "");
  return bare.replace(/[013457!|@$]/gu, (sign) => lookalikes[sign] ?? sign);
}

/** Three or more single letters in a row are one word: "k m s". A first letter can be left out of it: "i k m s". */
function joinLetters(words: string[], except?: string): string[] {
  const joined: string[] = [];
  let run: string[] = [];
  let changed = false;
  const end = () => {
    const head = run.length > 3 && run[0] === except ? [run.shift() ?? ""] : [];
    changed ||= run.length >= 3;
    joined.push(...head, ...(run.length >= 3 ? [run.join("")] : run));
    run = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) run.push(word);
    else {
      end();
      joined.push(word);
    }
  }
  end();
  return changed ? joined : words;
}

const spellOut = (words: string[]): string =>
  words
    .map((word) => shortForms.get(word) ?? word)
    .join(" ")
    .replace(/\b(my|your|him|her|them|our) sel(f|ves)\b/g, "$1sel$2")
    .replace(/\bun alive\b/g, "unalive")
    // Kilometres are no cry for help.
    .replace(/\b\d+ kms\b/g, "km");
