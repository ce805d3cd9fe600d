import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counting, tally } from "../../../src/features/poll/tally.ts";

const options = ["skating", "paint", "film", "pizza"].map((id, index) => ({ id, number: index + 1 }));
/** "skating,paint skating -": three people; a dash is "nothing this time". */
const ballots = (text: string) =>
  text.split(" ").map((person) => ({ picks: person === "-" ? [] : person.split(",") }));
const count = (text: string, more: Partial<Counting> = {}) =>
  tally({ options, ballots: ballots(text), winners: 1, members: 14, ...more });

describe("the result of a poll", () => {
  it("shows how many picked each idea when five or more picked something and some did not take part", () => {
    const result = count("skating,paint skating paint skating film");
    expect(result.shows).toBe("numbers");
    expect(result.order).toEqual([
      { id: "skating", place: 1, count: 3, share: 1 },
      { id: "paint", place: 2, count: 2, share: 2 / 3 },
      { id: "film", place: 3, count: 1, share: 1 / 3 },
      { id: "pizza", place: 4, count: 0, share: 0 },
    ]);
    expect(result).toMatchObject({ winners: ["skating"], tiedAtBorder: false, voters: 5 });
  });

  it("lets both win when two are level at the top, and says that they tie", () => {
    const result = count("paint paint skating skating film");
    expect(result).toMatchObject({ winners: ["skating", "paint"], tiedAtBorder: true });
    expect(result.order.map(({ id, place }) => [id, place])).toEqual([
      ["skating", 1],
      ["paint", 1],
      ["film", 3],
      ["pizza", 4],
    ]);
  });

  it("lets as many win as the board set, the tie at the border whole", () => {
    expect(count("skating,paint skating,film skating film,paint film", { winners: 2 })).toMatchObject({
      winners: ["skating", "film"],
      tiedAtBorder: false,
    });
    expect(count("skating,paint,film skating skating paint film", { winners: 2 })).toMatchObject({
      winners: ["skating", "paint", "film"],
      tiedAtBorder: true,
    });
  });

  it("has no winner that nobody picked", () => {
    expect(count("- - -")).toMatchObject({ winners: [], tiedAtBorder: false, voters: 3 });
    expect(count("film film - - -", { winners: 3 })).toMatchObject({
      winners: ["film"],
      tiedAtBorder: false,
    });
    expect(tally({ options: [], ballots: [], winners: 1, members: 3 })).toMatchObject({
      order: [],
      winners: [],
    });
  });

  it("counts those who said 'nothing this time' as taking part, but not towards showing numbers", () => {
    expect(count("skating paint film pizza -")).toMatchObject({ voters: 5, shows: "order" });
    expect(count("skating paint film pizza skating -")).toMatchObject({ voters: 6, shows: "numbers" });
  });

  it("is an order alone when fewer than five picked, when all picked alike, and when everyone took part", () => {
    expect(count("skating paint skating film").shows).toBe("order");
    expect(count("skating,film film,skating skating,film film,skating skating,film -").shows).toBe("order");
    expect(count("skating paint skating film film", { members: 5 }).shows).toBe("order");
    expect(count("skating paint skating film -", { members: 5 }).shows).toBe("order");
    expect(count("skating paint skating film film", { members: 6 }).shows).toBe("numbers");
  });

  it("draws the order with bars that say no more than the places", () => {
    const few = count("skating skating skating paint");
    const others = count("skating,paint skating,film skating,paint,film skating,paint");
    expect(few.order.map((standing) => standing.share)).toEqual([1, 2 / 3, 1 / 3, 1 / 3]);
    expect(others.order.map((standing) => standing.share)).toEqual([1, 3 / 4, 2 / 4, 1 / 4]);
  });

  it("counts the same pick twice once, and a hidden idea not at all", () => {
    const result = count("skating,skating paint paint gone film film,gone");
    expect(result.order.map(({ id, count }) => [id, count])).toEqual([
      ["paint", 2],
      ["film", 2],
      ["skating", 1],
      ["pizza", 0],
    ]);
    expect(result.voters).toBe(6);
  });
});

describe("any poll", () => {
  const ids = options.map((option) => option.id);
  const anyBallots = fc.array(fc.record({ picks: fc.subarray(ids, { maxLength: 3 }) }), { maxLength: 12 });
  const polls = fc.record({
    options: fc.shuffledSubarray(options),
    ballots: anyBallots,
    winners: fc.integer({ min: 1, max: 3 }),
    members: fc.integer({ min: 0, max: 14 }),
  });

  it("comes out the same in whatever order people voted and picked", () => {
    const shuffled = polls.chain((poll) =>
      fc
        .tuple(
          fc.shuffledSubarray(poll.ballots, { minLength: poll.ballots.length }),
          fc.shuffledSubarray(poll.options, { minLength: poll.options.length }),
        )
        .map(([cast, listed]) => ({
          poll,
          other: {
            ...poll,
            options: listed,
            ballots: cast.map(({ picks }) => ({ picks: [...picks].reverse() })),
          },
        })),
    );
    fc.assert(
      fc.property(shuffled, ({ poll, other }) => {
        expect(tally(other)).toEqual(tally(poll));
      }),
    );
  });

  it("does not care what the ideas are called", () => {
    const rename = (id: string) => `x${id}`;
    fc.assert(
      fc.property(polls, (poll) => {
        const renamed = tally({
          ...poll,
          options: poll.options.map((option) => ({ ...option, id: rename(option.id) })),
          ballots: poll.ballots.map(({ picks }) => ({ picks: picks.map(rename) })),
        });
        const { order, winners, ...rest } = tally(poll);
        expect(renamed).toEqual({
          ...rest,
          order: order.map((standing) => ({ ...standing, id: rename(standing.id) })),
          winners: winners.map(rename),
        });
      }),
    );
  });

  it("has winners that stand above all others, level ones together, as many as were set or all that were picked", () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const picks = (id: string) => poll.ballots.filter((ballot) => ballot.picks.includes(id)).length;
        const { winners, tiedAtBorder } = tally(poll);
        const others = poll.options.map((option) => option.id).filter((id) => !winners.includes(id));
        const least = Math.min(...winners.map(picks));
        expect(winners.every((id) => picks(id) > 0)).toBe(true);
        expect(others.every((id) => picks(id) === 0 || picks(id) < least)).toBe(true);
        const pickedAtAll = poll.options.filter((option) => picks(option.id) > 0).length;
        expect(winners.length).toBeGreaterThanOrEqual(Math.min(poll.winners, pickedAtAll));
        expect(tiedAtBorder).toBe(winners.length > poll.winners);
        if (tiedAtBorder) expect(winners.filter((id) => picks(id) === least).length).toBeGreaterThan(1);
      }),
    );
  });

  it("says nothing of numbers when they are left out: polls with the same places look the same", () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const result = tally(poll);
        if (result.shows === "numbers") return;
        const levels = [...new Set(result.order.map((standing) => standing.place))];
        expect(result.order.every((standing) => !("count" in standing))).toBe(true);
        expect(result.order.map((standing) => standing.share)).toEqual(
          result.order.map((standing) => (levels.length - levels.indexOf(standing.place)) / levels.length),
        );
      }),
    );
  });

  it("never puts an idea further down because one more person picked it alone", () => {
    fc.assert(
      fc.property(polls, fc.constantFrom(...ids), (poll, id) => {
        const placeIn = (result: ReturnType<typeof tally>) =>
          result.order.find((each) => each.id === id)?.place ?? 0;
        const before = tally(poll);
        const after = tally({ ...poll, ballots: [...poll.ballots, { picks: [id] }] });
        expect(placeIn(after)).toBeLessThanOrEqual(placeIn(before));
        if (before.winners.includes(id)) expect(after.winners).toContain(id);
      }),
    );
  });
});
