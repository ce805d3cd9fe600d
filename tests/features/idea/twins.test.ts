import { describe, expect, it } from "vitest";
import { sameKey, twinOf } from "../../../src/features/idea/twins.ts";

const isTwin = (one: string, other: string) => twinOf(one, [{ id: "other", text: other }]) === "other";

const same: [string, string][] = [
  ["Film night", "film night"],
  ["Film night", "FILM  NIGHT!!"],
  ["Film night", "film nights"],
  ["Film night", "A film night"],
  ["Film night", "The Film-Night"],
  ["Film night", "filmnight"],
  ["Film night", "Flim night"],
  ["Film night", "film nihgt"],
  ["Film night", "Film night 🎬🍿"],
  ["Film night", "Can we have a film night please"],
  ["Pizza", "Pizzas"],
  ["Pizza", "piza"],
  ["Pizza", "pizza 🍕"],
  ["Party", "Parties"],
  ["Bus trip", "Buses trip"],
  ["Open house", "open houses"],
  ["Ice skating", "ice-skateing"],
  ["Ice skating", "iceskating"],
  ["Ice skating", "ice skaitng"],
  ["Ice skating", "can we go ice skating"],
  ["Ice skating", "Let's go ice skating!"],
  ["Ice skating", "Ice skating at the rink"],
  ["Ice skating at the rink", "ice skating"],
  ["Paint the waiting room", "paint waiting rooms"],
  ["Paint the waiting room", "paint the wating room"],
  ["Pizza and planning", "Planning & pizza"],
  ["Meet the new waiting-list manager", "meet the new waiting list manger"],
  ["Meet the manager", "Meet the new manager"],
  ["Mother's day cards", "mothers day card"],
  ["Café trip", "cafe trip"],
  ["Noson ffilm", "noson ffilm"],
  ["🍕", "🍕 "],
  ["пикник", "Пикник!"],
];

const different: [string, string][] = [
  ["Film night", "Quiz night"],
  ["Film night", "Game night"],
  ["Film night", "Film making"],
  ["Film night", "No film nights"],
  ["Trip to London", "Trip to Luton"],
  ["Trip to the sea", "Trip to the spa"],
  ["Trip to Leeds", "Trip to Wales"],
  ["Trip", "Trip to London"],
  ["Pizza", "Pizza and planning"],
  ["Pizza", "Pasta"],
  ["Year 10 trip", "Year 11 trip"],
  ["Year 10 trip", "Year trip"],
  ["Boat trip", "Goat trip"],
  ["Cake sale", "Lake sale"],
  ["Book club", "Cook club"],
  ["Ice skating", "Ice cream"],
  ["Ice skating", "Roller skating"],
  ["Football", "Netball"],
  ["Paint the waiting room", "Paint the meeting room"],
  ["Art day", "Arts and crafts fair for parents"],
  ["🍕", "🍔"],
  ["🍕", "Pizza"],
  ["", "Pizza"],
  ["Pizza", ""],
  ["", ""],
  ["The", "Pizza"],
];

describe("the same idea in other words", () => {
  it.each(same)("is noticed: %s / %s", (one, other) => {
    expect([isTwin(one, other), isTwin(other, one)]).toEqual([true, true]);
  });

  it.each(different)("is not seen in: %s / %s", (one, other) => {
    expect([isTwin(one, other), isTwin(other, one)]).toEqual([false, false]);
  });

  it("is the likeliest of several, and the earlier of two", () => {
    const others = [
      { id: "longer", text: "Ice skating at the rink" },
      { id: "typo", text: "Ice skateing" },
      { id: "same", text: "ice skating" },
      { id: "later", text: "Ice Skating" },
    ];
    expect(twinOf("Ice skating", others)).toBe("same");
    expect(twinOf("Ice skating", others.slice(0, 2))).toBe("typo");
    expect(twinOf("Ice skating", [])).toBeUndefined();
  });

  it("has one key for case, spacing, articles and plurals, and another for other words", () => {
    expect(
      new Set(["Film night", "the FILM nights!", "film-night 🎬", "Can we have a film night"].map(sameKey))
        .size,
    ).toBe(1);
    expect(sameKey("Film night")).not.toBe(sameKey("Quiz night"));
  });
});
