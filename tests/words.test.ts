/** Every word that the bot says, read as a young person would: plain, short, warm, and true (AC-1 to AC-5, SG-2, PR-6). */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { everyPhrase, type Said, sentencesOf, wordsOf } from "./support/catalogue.ts";
import { sourcesIn } from "./support/sources.ts";

const all = await everyPhrase();
const english = all.filter((said) => !said.file.endsWith(".cy.ts"));

/** What staff and hosts read, by file and group. Everything else is for young people. */
const forAdults = [
  /^src\/features\/board\/words\.ts: /,
  /^src\/features\/outcome\/words\.ts: (staff|forms|given|no)\./,
  /^src\/features\/(poll|idea|help|welcome)\/words\.ts: (staff|ask)\./,
];
const isForAdults = (said: Said) => forAdults.some((part) => part.test(said.name));

/** Words in capitals that people know, and the word that Shout wants to be sent. "ABCD": a code as an example. */
const capitals = new Set(["OK", "UK", "NHS", "SHOUT", "ABCD"]);

/** Sentences in which a longer one was weighed and kept, with the reason. Keep this short. */
const longOnPurpose = new Set<string>([]);

const secrecy =
  /\bbetween (us|you and me)\b|\b(won't|will not|never|wouldn't) tell\b|\bconfidential|\bin confidence\b|\bour secret\b|(?<!can't |cannot |can not )\bkeep (it|this|that|them|your \w+) (a )?secret|\b(nobody|no one) (will|can|could) (ever )?(know|find out)|\banonymous|\b(completely|totally|fully|100%) (private|secret|safe)\b|\btrust me\b/i;
const pressure =
  /\bhurry|\blast chance|\bdon't miss|\bmiss(ing)? out|\brunning out|\bleft to (vote|choose|pick)|\beveryone else|\bothers (have|did)|\balready (voted|chosen|picked)|\bstill haven't|\byou must\b|\byou have to (vote|choose|pick)|\b(vote|choose|pick) now\b|\basap\b|\burgent|\bfinal (call|reminder)|\blet (\w+ ){1,2}down\b|\bdisappoint|\bwe miss you|\bstreak|\bleaderboard|!{2,}|\bcountdown/i;
const emoji = /\p{Extended_Pictographic}/gu;

const failures = (of: Said[], what: (text: string) => string | undefined): string[] =>
  of.flatMap((said) =>
    said.texts.flatMap((text) => (what(text) ? [`${said.name}: ${what(text)} — “${text}”`] : [])),
  );

/** Flesch-Kincaid grade over whole sentences; labels of a few words would only flatter it. */
function gradeOf(texts: string[]): { grade: number; words: number } {
  const sentences = texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length >= 4);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return {
    grade: fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables }),
    words: words.length,
  };
}

/** Files by themselves from 200 words on; the small ones together, since short texts cannot be graded well. */
function groupsOf(of: Said[]): { name: string; grade: number; words: number }[] {
  const files = [...new Set(of.map((said) => said.file))].map((file) => ({
    name: file,
    texts: of.filter((said) => said.file === file).map((said) => said.texts[0] ?? ""),
  }));
  const isLarge = (file: { texts: string[] }) => gradeOf(file.texts).words >= 200;
  const small = files.filter((file) => !isLarge(file));
  const rest = {
    name: small.map((file) => file.name).join(" + "),
    texts: small.flatMap((file) => file.texts),
  };
  return [...files.filter(isLarge), ...(small.length > 0 ? [rest] : [])].map((each) => ({
    name: each.name,
    ...gradeOf(each.texts),
  }));
}
const tooHard = (of: Said[], cap: number) =>
  groupsOf(of)
    .filter((group) => group.grade > cap)
    .map(
      (group) => `${group.name}: grade ${group.grade.toFixed(1)} over ${group.words} words (at most ${cap})`,
    );

describe("the words of the bot", () => {
  it("are all here", () => {
    expect(new Set(all.map((said) => said.file)).size).toBeGreaterThanOrEqual(4);
    expect(english.length).toBeGreaterThan(200);
  });

  it("ask for the values that their types name, and no others", () => {
    const typed = sourcesIn("src")
      .filter((source) => /(^|\/)words\.ts$/.test(source.path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bphrase(?:<\{([^}]*)\}>)?\(\s*"((?:[^"\\]|\\.)*)"/g)].map(
          ([, types = "", icu = ""]) => ({
            name: `${path}: “${icu}”`,
            icu: JSON.parse(`"${icu}"`) as string,
            named: [...types.matchAll(/(\w+)\s*:/g)].map(([, name]) => name).sort(),
          }),
        ),
      );
    expect(typed.length, "each phrase is one text in double quotes").toBe(english.length);
    const wrong = typed.filter(({ icu, named }) => {
      const needs = english.find((said) => said.icu === icu)?.needs ?? [];
      return JSON.stringify([...needs].sort()) !== JSON.stringify(named);
    });
    expect(wrong.map((each) => each.name)).toEqual([]);
  });

  it("for young people can be read at eleven: reading grade 5 at most", () => {
    expect(
      tooHard(
        english.filter((said) => !isForAdults(said)),
        5,
      ),
    ).toEqual([]);
  });

  it("hold no single sentence for young people that is very hard: grade 10 at most from six words on", () => {
    const hard = (text: string) => {
      const sentence = sentencesOf(text).find(
        (each) => wordsOf(each).length >= 6 && gradeOf([each]).grade > 10,
      );
      return sentence && `grade ${gradeOf([sentence]).grade.toFixed(1)}`;
    };
    const young = english.filter((said) => !isForAdults(said));
    expect(failures(young, hard)).toEqual([]);
  });

  it("for staff can be read by anyone: reading grade 8 at most", () => {
    expect(tooHard(english.filter(isForAdults), 8)).toEqual([]);
  });

  it("come in sentences of 15 words at most", () => {
    const long = (text: string) => {
      const sentence = sentencesOf(text).find((each) => wordsOf(each).length > 15);
      return sentence && !longOnPurpose.has(sentence) ? `${wordsOf(sentence).length} words` : undefined;
    };
    expect(failures(english, long)).toEqual([]);
  });

  it("carry one emoji at most, at the end, never alone, and no smileys of signs", () => {
    const wrong = (text: string) => {
      const found = text.match(emoji) ?? [];
      if (/(^|\s)[:;]-?[)(DP](\s|$)/.test(text)) return "a smiley of signs";
      if (found.length === 0) return undefined;
      if (found.length > 1) return "more than one emoji";
      return /\p{L}.*\p{Extended_Pictographic}\uFE0F?$/u.test(text)
        ? undefined
        : "an emoji that is not at the end of words";
    };
    expect(failures(all, wrong)).toEqual([]);
  });

  it("never promise to keep a secret", () => {
    expect(failures(english, (text) => text.match(secrecy)?.[0])).toEqual([]);
  });

  it("never press anyone", () => {
    expect(failures(english, (text) => text.match(pressure)?.[0])).toEqual([]);
  });

  it("do not shout, and use no letters that stand for words nobody explained", () => {
    const shouted = (text: string) => text.match(/\b\p{Lu}{2,}\b/gu)?.find((word) => !capitals.has(word));
    expect(failures(all, shouted)).toEqual([]);
  });
});

describe("the reading of words", () => {
  it("tells hard from easy", () => {
    const hard =
      "The organisation facilitates meaningful participation in institutional decision-making processes.";
    const easy = "You can pick up to three ideas. Tell us what you like.";
    expect(gradeOf([hard]).grade).toBeGreaterThan(12);
    expect(gradeOf([easy]).grade).toBeLessThan(4);
  });

  it("sees a promise of secrecy, and a press", () => {
    const promises = [
      "This stays between us.",
      "I won't tell anyone.",
      "We keep it a secret.",
      "Nobody will ever know.",
    ];
    expect(promises.filter((text) => !secrecy.test(text))).toEqual([]);
    expect(secrecy.test("I can't keep this secret if you may not be safe.")).toBe(false);
    const pressed = [
      "Last chance to vote!",
      "Others have already voted.",
      "Hurry up!!",
      "Don't let your board down.",
    ];
    expect(pressed.filter((text) => !pressure.test(text))).toEqual([]);
  });

  it("cuts sentences where people pause", () => {
    expect(sentencesOf("Thanks, got it. “Is it new?” Yes: it is.\nNext")).toEqual([
      "Thanks, got it.",
      "“Is it new?",
      "Yes: it is.",
      "Next",
    ]);
  });
});
