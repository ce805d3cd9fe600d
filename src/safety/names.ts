/** Whether an idea names somebody. Such ideas wait for staff. Pure, and kept simple: a first name, or a whole name. */

/** First names that are everyday words: they count with a capital in mid-sentence alone ("ask Will", not "we will"). */
const alsoWords = new Set(
  "will grace hope may mark rose joy faith summer jack bill art dean drew frank gene grant guy hunter jay june april august autumn amber angel basil carol charity christian clay cliff daisy dawn destiny dot eve fern forest glen harmony hazel heath holly honey iris ivy jade jasmine jewel lily lance love marina max melody miles mo nick olive pat patience pearl penny peg piper poppy ray red rich river rob robin rocky ruby sandy skip sky sonny star sterling storm sue tan trinity van violet wade ward willow rusty pip rhys sunny phoenix king prince princess paris london chase chance blue chip bob buddy bunny kit tom ally art lee".split(
    " ",
  ),
);

/** Words that stand first in display names ("The Cool Cat") and name nobody. */
const notNames = new Set(
  "the and but for not you are was his her our out all any can one two who why how new now just not its it's this that team user admin mod bot staff youth board group member real cool little big mr mrs miss ms dr".split(
    " ",
  ),
);

const plainOf = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .match(/[\p{L}\d]+/gu) ?? [];

/**
 * Whether a text names one of these people: their first name (three letters or more) or their whole name as whole words,
 * whatever the case and accents. `names` are the names that the chat shows.
 */
export function namesOf(text: string, names: readonly string[]): boolean {
  const words = wordsOf(text);
  const spaced = ` ${words.map(plainOf).join(" ")} `;
  return names.some((name) => {
    const parts = wordsOf(name).map(plainOf);
    const [first] = parts;
    if (first === undefined) return false;
    if (parts.length > 1 && spaced.includes(` ${parts.join(" ")} `)) return true;
    if (first.length < 3 || !/^\p{L}+$/u.test(first) || notNames.has(first)) return false;
    if (!alsoWords.has(first)) return spaced.includes(` ${first} `);
    return namedInMidSentence(text, first);
  });
}

/** A capital that does not begin a sentence. A text in capitals throughout says nothing either way, and counts. */
function namedInMidSentence(text: string, first: string): boolean {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "");
  const capital = new RegExp(
    `(?<![\\p{L}\\d])${first[0]?.toUpperCase()}${first.slice(1)}(?![\\p{L}\\d])`,
    "giu",
  );
  return [...bare.matchAll(capital)].some((found) => {
    const isCapital = /^\p{Lu}/u.test(found[0]);
    const before = bare.slice(0, found.index).trimEnd();
    return isCapital && before !== "" && !/[.!?:]["'”’)]?$/u.test(before);
  });
}
