/** What people type, made harmless to show: no hidden characters, no marks of ours, one line. Pure. */

/** Characters that are never wanted: control, bidi, invisible, private use (we mark strong words with two of them), blanks. */
const unwanted =
  /\u034F|[\p{Cc}\p{Co}\p{Cs}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E001F}]|[\u180B-\u180D\u180F]|[\u17B4\u17B5]|[\uFE00-\uFE0E]|[\u{E0100}-\u{E01EF}]/gu;
/** Scripts in which U+200C and U+200D are part of the spelling. */
const joining =
  "\\p{sc=Arabic}\\p{sc=Bengali}\\p{sc=Devanagari}\\p{sc=Gujarati}\\p{sc=Gurmukhi}\\p{sc=Kannada}\\p{sc=Malayalam}\\p{sc=Sinhala}\\p{sc=Tamil}\\p{sc=Telugu}";
/** Elsewhere a joiner, the emoji variation mark and emoji tags belong inside an emoji, or they hide something. */
const strays = new RegExp(
  [
    `(?<![${joining}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D`,
    `(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?!\\p{Extended_Pictographic})`,
    `(?<![${joining}])\\u200C`,
    "(?<!\\p{Emoji})\\uFE0F",
    "(?<!\\p{Extended_Pictographic}[\\u{E0020}-\\u{E007F}]{0,8})[\\u{E0020}-\\u{E007F}]",
  ].join("|"),
  "gu",
);
/** Marks heaped over a letter ("zalgo"): no language stacks more than a few. */
const heapedMarks = /(\p{M}{4})\p{M}+/gu;

const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * A text as it may be kept and shown: composed (NFC), on one line, without what cannot be seen, single spaces, trimmed.
 * Doing it again changes nothing.
 */
export function tidy(text: string): string {
  const seen = withoutStrays(text.replace(breaks, " ").replace(unwanted, ""));
  return seen.normalize("NFC").replace(heapedMarks, "$1").replace(/\s+/g, " ").trim();
}

/** One stray can lean on another, so it is looked again; what leans on more than a few was never an emoji. */
function withoutStrays(text: string): string {
  let left = text;
  for (let round = 0; round < 5; round += 1) {
    const next = left.replace(strays, "");
    if (next === left) return left;
    left = next;
  }
  return left.replace(/\u200C|\u200D|\uFE0F|[\u{E0020}-\u{E007F}]/gu, "");
}

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many characters people see: a flag, a family or an accented letter is one. */
export const lengthOf = (text: string): number => [...characters.segment(text)].length;

/** The first characters that people see, never half an emoji. */
export function firstOf(text: string, most: number): string {
  const found = [...characters.segment(text)];
  return found.length <= most
    ? text
    : found
        .slice(0, most)
        .map((each) => each.segment)
        .join("")
        .trimEnd();
}
