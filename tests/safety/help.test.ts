import { describe, expect, it } from "vitest";
import { plain, type View } from "../../src/bot/view.ts";
import { helpCard } from "../../src/safety/help.ts";
import { helplines, helplinesFor, staleHelplines } from "../../src/safety/helplines.ts";
import { nations } from "../../src/schedule/holidays.ts";

const textOf = (view: View): string =>
  plain(
    view.body
      .map((part) => {
        if (part.kind === "facts") return part.facts.map((fact) => `${fact.label}: ${fact.value}`).join("\n");
        return "text" in part ? part.text : "";
      })
      .join("\n"),
  );

/** SG-6, with what is true today: nobody is told, and nobody replies. */
const parts: [string, RegExp][] = [
  ["thanks them", /thank you/i],
  ["says they are not in trouble", /not in trouble/],
  ["says it is a bot", /I am a bot/],
  ["says it cannot keep this secret", /can't keep this secret/],
  ["says who has been told: nobody yet", /nobody has been told/],
  ["says when a person replies: nobody does here", /No person will reply/],
  ["gives 999", /999/],
  ["gives helplines", /0800 1111[\s\S]*85258[\s\S]*116 123/],
];

describe.each(nations)("the help card in %s", (nation) => {
  const text = textOf(helpCard(nation));

  it.each(parts)("%s", (_, words) => {
    expect(text).toMatch(words);
  });

  it("asks nothing, names no condition and does not doubt", () => {
    expect(text).not.toMatch(/\?/);
    expect(text).not.toMatch(
      /diagnos|depress|disorder|anxiety|trauma|suicid|self.?harm|abuse|are you sure|calm down/i,
    );
  });
});

describe("the help card", () => {
  it("names whom to tell when the board says so, and a worker else", () => {
    expect(textOf(helpCard("england", { staff: "Sam" }))).toContain(
      "Please tell Sam, or a grown-up you trust.",
    );
    expect(textOf(helpCard("england"))).toContain("Please tell a worker from your board");
  });

  it("says that the words were not kept only where that is so", () => {
    expect(textOf(helpCard("england", { notKept: true }))).toContain("did not save it");
    expect(textOf(helpCard("england"))).not.toContain("save");
  });

  it("shows the lines of the board's nation, and when they were looked up", () => {
    expect(textOf(helpCard("wales"))).toContain("Meic");
    expect(textOf(helpCard("england"))).not.toContain("Meic");
    expect(textOf(helpCard("northern-ireland"))).toContain("0808 808 8000");
    expect(textOf(helpCard("scotland"))).not.toContain("option 2");
    expect(textOf(helpCard("none"))).toContain("Outside the UK");
    expect(textOf(helpCard("narnia"))).toEqual(textOf(helpCard("none")));
    expect(textOf(helpCard("england"))).toContain(
      "We last looked up these numbers on Sunday 22 November 2026.",
    );
  });

  it("knows which lines have not been looked at for 90 days", () => {
    const day = (date: string) => new Date(`${date}T00:00Z`);
    expect(staleHelplines(day("2026-11-23"))).toEqual([]);
    expect(staleHelplines(day("2027-06-01"))).toEqual(helplines);
    expect(nations.every((nation) => helplinesFor(nation).length >= 4)).toBe(true);
  });
});
