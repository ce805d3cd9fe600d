import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strong } from "../../src/bot/view.ts";
import { firstOf, lengthOf, tidy } from "../../src/safety/tidy.ts";

describe("tidying what people type", () => {
  it.each([
    ["spaces and lines", "  Film \n\n night\t ", "Film night"],
    ["right-to-left marks", "\u202Ethgin mliF\u202C \u200FX\u2067y\u2069", "thgin mliF Xy"],
    ["characters that cannot be seen", "Fi\u200Blm\uFEFF ni\u00ADght\u2060\u3164", "Film night"],
    ["control characters", "Film\u0000\u0007 night\u001B[31m", "Film night[31m"],
    ["our own marks for strong words", `${strong("Film")} night\uE123`, "Film night"],
    ["letters heaped with marks", `F${"\u0301".repeat(40)}ilm`, `F${"\u0301".repeat(4)}ilm`],
    ["variation marks on letters", "F\uFE0Fi\uFE0Elm\u{E0101}", "Film"],
    ["joiners between letters", "Fi\u200Dlm\u200Cs", "Films"],
    ["hidden tags", "Film\u{E0041}\u{E0042}", "Film"],
    ["half a letter", "e\u0301te\u0301", "été"],
    ["nothing at all", "\u200B\u202E \u2800", ""],
  ])("takes care of %s", (_, typed, tidied) => {
    expect(tidy(typed)).toBe(tidied);
  });

  it.each([
    "Ice skating ⛸️",
    "👨‍👩‍👧‍👦 picnic",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿 trip",
    "👍🏽 yes ❤️‍🔥",
    "1️⃣ first",
    "Noson ffilm ŵ ŷ",
    "می‌خواهم",
    "क्‍ष",
    "عشاء",
    "C'est l'été, œuf & <b>",
  ])("leaves %s as it is", (text) => {
    expect(tidy(text)).toBe(text.normalize("NFC"));
  });

  it("changes nothing the second time, and leaves no mark of ours, whatever was typed", () => {
    const characters = fc.constantFrom(
      "a",
      " ",
      "\u200D",
      "\u200C",
      "\uFE0F",
      "👩",
      "🏽",
      "\u0301",
      "\uE000",
      "\u202E",
      "\u{E0062}",
      "\n",
      "1",
      "\u20E3",
      "می",
      "\uD83D",
    );
    const texts = fc.oneof(
      fc.array(characters).map((each) => each.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const once = tidy(text);
        expect(tidy(once)).toBe(once);
        expect(once).not.toMatch(/[\uE000-\uF8FF\u202A-\u202E\u2066-\u2069\u200B\p{Cc}]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe("how long a text is", () => {
  it("is counted as people see it", () => {
    expect(["Film", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "e\u0301", "😀".repeat(4000), ""].map(lengthOf)).toEqual([
      4, 1, 1, 1, 4000, 0,
    ]);
  });

  it("is cut without cutting a character", () => {
    expect(firstOf("👨‍👩‍👧‍👦👍🏽ab", 2)).toBe("👨‍👩‍👧‍👦👍🏽");
    expect(firstOf("Film night", 5)).toBe("Film");
    expect(firstOf("Film", 80)).toBe("Film");
  });
});
