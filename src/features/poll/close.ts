/** Closes polls: counts, forgets who picked what, tells the board, and asks the adults what happens next. */
import { address, type Duty, forEachOne, type Tools } from "../../bot/action.ts";
import type { Transaction } from "../../database.ts";
import type { Board } from "../../people/people.ts";
import { rhythmOf } from "../../people/rules.ts";
import { boardById } from "../../people/store.ts";
import { daysLater } from "../../schedule/wall-clock.ts";
import { cardKey } from "./open.ts";
import { voterKey } from "./secret.ts";
import { onBallot, type PollWithOptions, pollById } from "./store.ts";
import { type Tally, tally } from "./tally.ts";

/** The adults' first answer is due this many days after the close (PO-4, IM-2 of the requirements). */
export const daysToAnswer = 7;

export const closing: Duty = {
  name: "poll.closing",
  async run(tools) {
    const due = await tools.db.poll.findMany({
      where: { state: "open", closesAt: { lte: tools.now } },
      select: { id: true, boardId: true },
      orderBy: { closesAt: "asc" },
    });
    await forEachOne(due, async ({ id, boardId }) => {
      const board = await boardById(tools.db, boardId);
      if (board) await closePoll(board, id, tools);
    });
  },
  async next({ db }) {
    const first = await db.poll.findFirst({ where: { state: "open" }, orderBy: { closesAt: "asc" } });
    return first?.closesAt;
  },
};

/** Closes one poll now. Twice is harmless: only the first counts. */
export async function closePoll(board: Board, pollId: string, tools: Tools & { now: Date }): Promise<void> {
  const gone = await whoLeft(board, tools);
  await tools.keep(async (tx) => {
    await tx.member.updateMany({
      where: { boardId: board.id, personId: { in: gone } },
      data: { leftAt: tools.now },
    });
    const poll = await pollById(tx, board.id, pollId);
    if (poll?.state !== "open") return;
    const { result, members } = await count(tx, board, poll, tools);
    await keepResult(tx, board, poll, result, members, tools);
    await askAdults(tx, board, poll, result, tools);
    const draws = { board: board.id, draws: address("poll.card", { poll: poll.id }) };
    await tools.send(tx, {
      to: "redraw",
      post: cardKey(poll.id),
      key: `${cardKey(poll.id)}:closed`,
      urgent: true,
      ...draws,
    });
    await postResult(tx, board, poll.id, tools);
  });
  await tools.scrub();
}

/** Posts a closed poll's result to the board. */
export const postResult = (tx: Transaction, board: Board, poll: string, tools: Tools): Promise<void> =>
  tools.send(tx, {
    to: "board",
    key: `poll:${poll}:result`,
    board: board.id,
    draws: address("poll.result", { poll }),
  });

/** Members who are no longer in the chat, asked of the platform one by one. Who can't be asked about is still here. */
async function whoLeft(board: Board, { db, doors }: Tools): Promise<string[]> {
  const members = await db.member.findMany({
    where: { boardId: board.id, role: "young", leftAt: null, hanging: { state: "ok" } },
    include: { identity: true, hanging: true },
  });
  const gone: string[] = [];
  for (const { personId, identity, hanging } of members) {
    const found = await doors.checkPerson({
      platform: identity.platform as "discord" | "slack" | "web",
      workspace: hanging.workspace,
      id: identity.account,
    });
    if (found?.here === false) gone.push(personId);
  }
  return gone;
}

/** Counts the ballots of those who are on the board. Keys and people meet only here, in memory. */
async function count(
  tx: Transaction,
  board: Board,
  poll: PollWithOptions,
  { vault }: Tools,
): Promise<{ result: Tally; members: number }> {
  const members = await tx.member.findMany({ where: { boardId: board.id, role: "young", leftAt: null } });
  const sealed = poll.secret;
  const present = new Set(sealed ? members.map((member) => voterKey(vault, sealed, member.personId)) : []);
  const ballots = await tx.ballot.findMany({ where: { pollId: poll.id } });
  const result = tally({
    options: onBallot(poll),
    ballots: ballots
      .filter((it) => present.has(it.voterKey))
      .map((it) => ({ picks: it.picks.split(" ").filter(Boolean) })),
    winners: poll.winners,
    members: members.length,
  });
  return {
    result: poll.mode === "named" ? { ...result, shows: "numbers" } : result,
    members: members.length,
  };
}

/** Keeps the totals, and deletes ballots, secret and reminders in the same transaction. On a named poll ballots stay. */
async function keepResult(
  tx: Transaction,
  board: Board,
  poll: PollWithOptions,
  result: Tally,
  members: number,
  { now }: { now: Date },
): Promise<void> {
  for (const { id, place, count } of result.order)
    await tx.option.update({
      where: { id },
      data: { place, count: count ?? null, won: result.winners.includes(id) },
    });
  if (poll.mode !== "named") await tx.ballot.deleteMany({ where: { pollId: poll.id } });
  await tx.letter.deleteMany({
    where: { boardId: board.id, key: { startsWith: `poll:${poll.id}:remind:` } },
  });
  await tx.poll.update({
    where: { id: poll.id },
    data: {
      state: "closed",
      closedAt: now,
      secret: null,
      voters: result.voters,
      members,
      shows: result.shows,
      tied: result.tiedAtBorder,
    },
  });
}

/** Winners leave the table; for each, the adults owe an answer, and the staff channel is asked for it. */
async function askAdults(
  tx: Transaction,
  board: Board,
  poll: PollWithOptions,
  result: Tally,
  tools: Tools & { now: Date },
): Promise<void> {
  const { timeZone } = rhythmOf(board);
  for (const option of poll.options.filter((it) => result.winners.includes(it.id))) {
    if (!option.ideaId) continue;
    const id = tools.newId();
    await tx.idea.update({ where: { id: option.ideaId }, data: { state: "won" } });
    await tx.outcome.create({
      data: {
        id,
        boardId: board.id,
        pollId: poll.id,
        ideaId: option.ideaId,
        state: "owed",
        owedSince: tools.now,
        nextAskAt: daysLater(timeZone, tools.now, daysToAnswer),
        asked: 0,
      },
    });
    await tools.send(tx, {
      to: "staff",
      key: `outcome:${id}:ask`,
      board: board.id,
      draws: address("outcome.ask", { outcome: id }),
    });
  }
}
