/**
 * Counting a poll, pure. What comes out holds no number that may not be shown, so what is kept of a closed poll, what is
 * drawn and what is exported can all be this.
 */

export type Counting = {
  /** What stood on the ballot. `number` is what people see beside it, and the order within a tie. */
  options: readonly { id: string; number: number }[];
  /** One for each person who took part. No picks: "nothing this time". */
  ballots: readonly { picks: readonly string[] }[];
  /** How many ideas the board lets win: 1 to 3. */
  winners: number;
  /** How many people are on the board at the close (staff left out). */
  members: number;
};

/** One option in the result. */
export type Standing = {
  id: string;
  /** 1 is first; a tie shares a place, and the places it takes up are left out after it (1, 1, 3). */
  place: number;
  /** How many picked it. Left out where numbers could tell on someone. */
  count?: number;
  /** 0 to 1 of the longest bar. Where numbers are left out it follows from the places alone. */
  share: number;
};

export type Tally = {
  /** All options, the most picked first. */
  order: Standing[];
  /** Who won: as many as the board set, a tie at the border whole, and never an option that nobody picked. */
  winners: string[];
  /** More won than the board set, because the last ones are level. */
  tiedAtBorder: boolean;
  /** How many took part, "nothing this time" counted in. */
  voters: number;
  /** "order": the numbers are left out of everything above. */
  shows: "numbers" | "order";
};

/** The least number of people who picked something before counts are shown (PR-18 of the requirements: groups under 5). */
export const leastForNumbers = 5;

/**
 * Counts a poll. An unknown pick (an idea that was hidden for safety) counts for nothing, the same pick twice counts once.
 *
 * Numbers are left out when fewer than five people picked something, when everyone who picked something picked the same
 * (all ballots with picks are equal), and when everyone on the board took part: in each case a number would say, of people
 * who are known, what they picked. For the same reason options that nobody picked stay in the order then, unmarked.
 */
export function tally({ options, ballots, winners, members }: Counting): Tally {
  const known = new Set(options.map((option) => option.id));
  const picked = ballots
    .map((ballot) => [...new Set(ballot.picks)].filter((id) => known.has(id)))
    .filter((picks) => picks.length > 0);
  const counts = new Map(options.map(({ id }) => [id, picked.filter((picks) => picks.includes(id)).length]));
  const countOf = (id: string) => counts.get(id) ?? 0;

  const sorted = [...options].sort((a, b) => countOf(b.id) - countOf(a.id) || a.number - b.number);
  const border = Math.max(1, countOf(sorted[winners - 1]?.id ?? ""));
  const won = sorted.filter((option) => countOf(option.id) >= border).map((option) => option.id);

  const shows =
    picked.length < leastForNumbers || areAlike(picked) || ballots.length >= members ? "order" : "numbers";
  const levels = [...new Set(sorted.map((option) => countOf(option.id)))];
  const most = levels[0] ?? 0;
  const order = sorted.map(({ id }): Standing => {
    const count = countOf(id);
    const place = 1 + sorted.filter((other) => countOf(other.id) > count).length;
    if (shows === "numbers") return { id, place, count, share: most === 0 ? 0 : count / most };
    return { id, place, share: (levels.length - levels.indexOf(count)) / levels.length };
  });
  return { order, winners: won, tiedAtBorder: won.length > winners, voters: ballots.length, shows };
}

/** Whether everyone who picked something picked the same, in whatever order. */
function areAlike(picked: string[][]): boolean {
  return new Set(picked.map((picks) => JSON.stringify([...picks].sort()))).size <= 1;
}
