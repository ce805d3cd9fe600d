/**
 * Whether two ideas are the same in other words, pure. It only leads to a question ("Is it the same as …?"), so it may err
 * a little towards asking; but "Film night" and "Quiz night" must pass.
 *
 * Slips of typing by `fastest-levenshtein`: small, typed, without dependencies. Phonetic and token-set libraries were left
 * aside: they find "Trip to London" and "Trip to Luton" alike. Swapped letters, which it counts twice, are told apart here.
 */
import { distance } from "fastest-levenshtein";

/** The id of an idea among `others` that looks the same; the likeliest first, the earlier of two. */
export function twinOf(text: string, others: readonly { id: string; text: string }[]): string | undefined {
  const mine = read(text);
  const readings = others.map((other) => ({ id: other.id, words: read(other.text) }));
  for (const isAlike of [isSame, isReordered, isMistyped, isLonger]) {
    const found = readings.find((other) => isAlike(mine, other.words));
    if (found) return found.id;
  }
  return undefined;
}

/** Equal for texts that differ in case, punctuation, spacing, articles, plurals, a polite beginning or emoji alone. */
export const sameKey = (text: string): string => read(text).join("");

/** "Can we go ice skating please" asks for "ice skating". */
const beginnings =
  /^(?:please |pls |hey |so )?(?:(?:can|could|shall|should|may|will) (?:we|i|u|you) |(?:we|i|you) (?:should|could|can|want to|would like to|would love to|wanna) |lets |let us |how about |what about |maybe |it would be (?:good|great|nice|fun) to )(?:all )?(?:please )?(?:go to |go on |go for |go |have |do |get |try )?/;
const endings = / (?:please|pls|plz|thanks|again|one day|sometime|together|lol)$/;
const articles = new Set(["a", "an", "the", "some", "our", "and", "n"]);
const small = new Set([
  "to",
  "at",
  "in",
  "on",
  "of",
  "for",
  "with",
  "by",
  "from",
  "up",
  "go",
  "have",
  "do",
  "it",
  "we",
  "us",
  "my",
]);
const denials = new Set([
  "no",
  "not",
  "without",
  "less",
  "stop",
  "never",
  "non",
  "anti",
  "dont",
  "ban",
  "instead",
]);

/** The words that matter, each without its plural. A text of emoji alone is read as those. */
function read(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`]/g, "")
    .replace(/&/g, " and ");
  const bare = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (bare === "") return [...text.matchAll(/\p{Extended_Pictographic}/gu)].map((found) => found[0]);
  const asked = bare.replace(beginnings, "").replace(endings, "") || bare;
  const words = asked.split(" ").filter((word) => !articles.has(word));
  return (words.length > 0 ? words : asked.split(" ")).map(singular);
}

/** One form for "party" and "parties", "house" and "houses", "pizza" and "pizzas"; no word that anybody reads. */
function singular(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const one = word
    .replace(/ies$/, "y")
    .replace(/(?<=[sxz]|ch|sh)es$/, "")
    .replace(/(?<![su]|is)s$/, "");
  return one.length > 3 ? one.replace(/e$/, "") : one;
}

const isSame = (one: string[], other: string[]): boolean => one.length > 0 && one.join("") === other.join("");

const isReordered = (one: string[], other: string[]): boolean =>
  one.length > 1 && isSame([...one].sort(), [...other].sort());

/** The same number of words, each the same or a slip of it; or words run together with one slip. */
function isMistyped(one: string[], other: string[]): boolean {
  if (one.length === other.length)
    return one.length > 0 && one.every((word, index) => isSlip(word, other[index] ?? ""));
  const [long, short] = [one.join(""), other.join("")];
  return (
    Math.abs(one.length - other.length) === 1 &&
    Math.min(long.length, short.length) >= 8 &&
    isSlip(long, short)
  );
}

/** One letter wrong, missing, doubled or swapped in a word of five or more, two in nine or more; short words swapped alone. */
function isSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\d/.test(one + other) || one[0] !== other[0]) return isSwapped(one, other);
  const length = Math.min(one.length, other.length);
  const slips = length < 5 ? 0 : length < 9 ? 1 : 2;
  return distance(one, other) <= slips || isSwapped(one, other) || undoubled(one) === undoubled(other);
}

/** "pizza" and "piza". */
const undoubled = (word: string): string => (word.length < 4 ? word : word.replace(/(.)\1/gu, "$1"));

/** Two neighbouring letters the wrong way round. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 4 || /\d/.test(one + other)) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return one.slice(0, at) + (one[at + 1] ?? "") + (one[at] ?? "") + one.slice(at + 2) === other;
}

/** "Ice skating" and "Ice skating at the rink": two or more words that matter, all in the other, and nothing denied there. */
function isLonger(one: string[], other: string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const matter = short.filter((word) => !small.has(word));
  const more = long.filter((word) => !short.includes(word));
  return (
    matter.length >= 2 &&
    matter.every((word) => long.includes(word)) &&
    more.filter((word) => !small.has(word)).length <= 2 &&
    !more.some((word) => denials.has(word) || /\d/.test(word))
  );
}
