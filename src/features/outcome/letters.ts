/** The letters of this room: who sees what when an answer is given. Keys are telling, so the same letter leaves once. */
import { address, type Tools } from "../../bot/action.ts";
import type { Transaction } from "../../database.ts";
import type { Found } from "./store.ts";

type Sending = Pick<Tools, "send">;

/** A letter's key in this room. */
export const keyOf = (outcome: string, what: string, number?: number | string): string =>
  ["outcome", outcome, what, ...(number === undefined ? [] : [number])].join(":");

/** A drawing's address in this room. */
export const draws = (outcome: string, what: string, more: Record<string, string | number> = {}): string =>
  address(`outcome.${what}`, { outcome, ...more });

/** How many of the weekly cards are drawn anew: older ones are far up in the staff channel. */
const mostAskings = 12;

/** The numbers of the askings so far, the newest ones. */
const askings = (asked: number): number[] =>
  [...Array(asked).keys()].map((index) => index + 1).slice(-mostAskings);

/** Draws anew whatever shows this outcome: the staff cards, the late post, and the poll's result. */
export async function redrawAll(tx: Transaction, outcome: Found, { send }: Sending): Promise<void> {
  const { id, boardId: board, pollId, asked } = outcome;
  const mine: [key: string, drawing: string][] = [
    [keyOf(id, "ask"), "ask"],
    [keyOf(id, "overdue"), "overdue"],
    ...askings(asked).flatMap((number): [string, string][] => [
      [keyOf(id, "asked", number), "asked"],
      [keyOf(id, "progress", number), "progress"],
    ]),
  ];
  for (const [post, drawing] of mine)
    await send(tx, { to: "redraw", post, key: `redraw:${post}`, board, draws: draws(id, drawing) });
  const post = `poll:${pollId}:result`;
  const result = address("poll.result", { poll: pollId });
  await send(tx, { to: "redraw", post, key: `redraw:${post}`, board, draws: result });
}

/** Draws the staff card anew, alone: somebody pledged, or gave a name. */
export const redrawStaffCard = (
  tx: Transaction,
  { id, boardId }: Pick<Found, "id" | "boardId">,
  { send }: Sending,
): Promise<void> =>
  send(tx, {
    to: "redraw",
    post: keyOf(id, "ask"),
    key: `redraw:${keyOf(id, "ask")}`,
    board: boardId,
    draws: draws(id, "ask"),
  });

/** Tells the board what was said, the `number`th time; and, but for news, whoever had the idea. */
export async function tellAll(
  tx: Transaction,
  outcome: Found,
  said: { number: number; news: boolean },
  { send }: Sending,
): Promise<void> {
  const { id, boardId: board, idea } = outcome;
  const more = { n: said.number, ...(said.news ? { news: "yes" } : {}) };
  const told = draws(id, "told", more);
  await send(tx, { to: "board", key: keyOf(id, "told", said.number), board, draws: told });
  if (said.news || !idea.authorId) return;
  const author = { to: "person" as const, person: idea.authorId };
  const own = draws(id, "author", { n: said.number });
  await send(tx, { ...author, key: keyOf(id, "author", said.number), board, draws: own });
}

/** Asks each of these people privately whether staff may know their name. */
export async function askNames(
  tx: Transaction,
  { id, boardId: board }: Found,
  people: string[],
  { send }: Sending,
): Promise<void> {
  for (const person of people)
    await send(tx, {
      to: "person",
      person,
      key: keyOf(id, "name", person),
      board,
      draws: draws(id, "name", { person }),
    });
}
