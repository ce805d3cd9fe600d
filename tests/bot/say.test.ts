import { describe, expect, expectTypeOf, it } from "vitest";
import { phrase, speak, type Translation } from "../../src/bot/say.ts";
import { strong } from "../../src/bot/view.ts";

const words = {
  saved: phrase<{ picks: string }>("Saved: <b>{picks}</b>. You're done."),
  ideas: phrase<{ count: number }>("{count, plural, =0 {No ideas} one {# idea} other {# ideas}} so far."),
  cats: phrase<{ count: number }>("{count, plural, one {# cat} other {# cats}}"),
  done: phrase("All done."),
  no: { closed: phrase("This poll has closed."), full: phrase<{ most: number }>("You can pick {most}.") },
};

const welsh: Translation<typeof words> = {
  cats: phrase(
    "{count, plural, zero {# cathod} one {# gath} two {# gath} few {# cath} many {# chath} other {# cath}}",
  ),
  no: { closed: phrase("Mae'r bleidlais hon wedi cau.") },
};

describe("what the bot says", () => {
  const say = speak("en", words);

  it("puts what a person picked into the sentence, standing out", () => {
    expect(say.saved({ picks: "Ice skating" })).toBe(`Saved: ${strong("Ice skating")}. You're done.`);
  });

  it("counts as people count", () => {
    expect([0, 1, 2, 1200].map((count) => say.ideas({ count }))).toEqual([
      "No ideas so far.",
      "1 idea so far.",
      "2 ideas so far.",
      "1,200 ideas so far.",
    ]);
  });

  it("has groups of words, such as the reasons of a no", () => {
    expect([say.no.closed(), say.no.full({ most: 3 }), say.done()]).toEqual([
      "This poll has closed.",
      "You can pick 3.",
      "All done.",
    ]);
  });

  it("leaves what a person typed as it is, braces and tags too", () => {
    expect(say.saved({ picks: "<b>{count}</b> 'x' #" })).toBe(
      `Saved: ${strong("<b>{count}</b> 'x' #")}. You're done.`,
    );
  });

  it("speaks Welsh with Welsh plurals, and English where a phrase waits for its translation", () => {
    const dweud = speak("cy", words, { cy: welsh });
    expect([1, 2, 3, 6].map((count) => dweud.cats({ count }))).toEqual([
      "1 gath",
      "2 gath",
      "3 cath",
      "6 chath",
    ]);
    expect(dweud.no.closed()).toBe("Mae'r bleidlais hon wedi cau.");
    expect(dweud.done()).toBe("All done.");
    expect(speak("cy", words).ideas({ count: 2 })).toBe("2 ideas so far.");
    expect(say.no.closed()).toBe("This poll has closed.");
  });

  it("is made once for each language", () => {
    expect(speak("en", words)).toBe(say);
    expect(speak("cy", words, { cy: welsh })).toBe(speak("cy", words, { cy: welsh }));
  });

  it("tells a builder which phrase is broken", () => {
    const broken = speak("en", { greeting: phrase("Hello {name") });
    expect(() => broken.greeting()).toThrow('The phrase "greeting"');
  });

  it("does not compile without its values, or with a phrase that never uses them", () => {
    expectTypeOf(say.saved).parameters.toEqualTypeOf<[{ picks: string }]>();
    expectTypeOf(say.done).parameters.toEqualTypeOf<[]>();
    // @ts-expect-error: the value is missing
    expect(() => say.saved()).toThrow("picks");
    // @ts-expect-error: a string where a number belongs
    say.ideas({ count: "two" });
    // @ts-expect-error: {pick} is not {picks}
    phrase<{ picks: string }>("Saved: {pick}");
    // @ts-expect-error: uses one of two
    phrase<{ from: string; to: string }>("From {from}");
    phrase<{ from: string; to: string }>("{to} after {from}");
  });
});
