/** Opens polls: the weekly one when it is due, or by hand. */
import { address, type Duty, forEachOne, type Tools } from "../../bot/action.ts";
import { type Language, speak } from "../../bot/say.ts";
import type { Transaction } from "../../database.ts";
import type { Board } from "../../people/people.ts";
import { rhythmOf } from "../../people/rules.ts";
import { boardsByIds } from "../../people/store.ts";
import { nextOpening } from "../../schedule/rhythm.ts";
import { ballotMost, carryOver, picksEach, type WeekSkipped, whatIsDue } from "./rules.ts";
import { newSecret } from "./secret.ts";
import { weeklyIsOpen } from "./store.ts";
import { words } from "./words.ts";

/** The letter by which a poll's card is posted and drawn anew. */
export const cardKey = (pollId: string) => `poll:${pollId}:card`;

type NewPoll = {
  kind: "weekly" | "ask";
  occurrence?: string;
  question: string;
  closesAt: Date;
  ideasCloseAt: Date;
  picks: number;
  winners: number;
  ballotMost: number;
};

/** Opens a weekly poll: ideas that wait go on its ballot, the oldest rest, and its card goes to the board. */
export async function openWeekly(
  tx: Transaction,
  board: Board,
  times: { occurrence?: string; closesAt: Date; ideasCloseAt: Date },
  tools: Tools & { now: Date },
): Promise<string> {
  const question = speak(board.language as Language, words).question();
  const id = await createPoll(
    tx,
    board,
    { ...times, kind: "weekly", question, picks: picksEach, winners: board.winners, ballotMost },
    tools,
  );
  const ideas = await tx.idea.findMany({ where: { boardId: board.id, state: "open" } });
  const { stay, rest } = carryOver(ideas);
  await tx.idea.updateMany({ where: { boardId: board.id, id: { in: rest } }, data: { state: "resting" } });
  await tx.idea.updateMany({
    where: { boardId: board.id, id: { in: stay } },
    data: { timesAsked: { increment: 1 } },
  });
  await addOptions(
    tx,
    id,
    stay.map((ideaId) => ideas.find((idea) => idea.id === ideaId)).filter((idea) => idea !== undefined),
    tools,
  );
  await postCard(tx, board, id, tools);
  return id;
}

/** Opens staff's own question with its own answers; it may overlap the weekly one. */
export async function openAsk(
  tx: Transaction,
  board: Board,
  ask: { question: string; options: string[]; picks: number; closesAt: Date },
  tools: Tools & { now: Date },
): Promise<string> {
  const { question, picks, closesAt } = ask;
  const id = await createPoll(
    tx,
    board,
    {
      kind: "ask",
      question,
      picks,
      closesAt,
      ideasCloseAt: closesAt,
      winners: 1,
      ballotMost: ask.options.length,
    },
    tools,
  );
  await addOptions(
    tx,
    id,
    ask.options.map((text) => ({ id: undefined, text })),
    tools,
  );
  await postCard(tx, board, id, tools);
  return id;
}

async function createPoll(
  tx: Transaction,
  board: Board,
  poll: NewPoll,
  tools: Tools & { now: Date },
): Promise<string> {
  const id = tools.newId();
  const { lastPoll } = await tx.board.update({
    where: { id: board.id },
    data: { lastPoll: { increment: 1 } },
  });
  await tx.poll.create({
    data: {
      ...poll,
      id,
      boardId: board.id,
      number: lastPoll,
      state: "open",
      mode: board.ballotMode,
      opensAt: tools.now,
      secret: newSecret(tools.vault),
    },
  });
  return id;
}

async function addOptions(
  tx: Transaction,
  pollId: string,
  lines: { id: string | undefined; text: string }[],
  { newId }: Pick<Tools, "newId">,
): Promise<void> {
  await tx.option.createMany({
    data: lines.map(({ id, text }, index) => ({
      id: newId(),
      pollId,
      ideaId: id,
      text,
      number: index + 1,
      fresh: false,
      off: false,
      won: false,
    })),
  });
}

/** Posts a poll's card to the board. */
export async function postCard(tx: Transaction, board: Board, poll: string, tools: Tools): Promise<void> {
  await tools.send(tx, {
    to: "board",
    key: cardKey(poll),
    board: board.id,
    draws: address("poll.card", { poll }),
    replies: address("idea.reply", { b: board.id, poll }),
  });
}

/** Notes a week without a poll; staff are told of it by a letter of its own. */
export async function skipWeek(
  tx: Transaction,
  board: Board,
  week: { occurrence: string; why: WeekSkipped | "staff"; opensAt?: Date },
  tools: Tools & { now: Date },
): Promise<void> {
  const id = tools.newId();
  const { lastPoll } = await tx.board.update({
    where: { id: board.id },
    data: { lastPoll: { increment: 1 } },
  });
  const at = week.opensAt ?? tools.now;
  await tx.poll.create({
    data: {
      id,
      boardId: board.id,
      number: lastPoll,
      kind: "weekly",
      occurrence: week.occurrence,
      question: speak(board.language as Language, words).question(),
      state: "skipped",
      opensAt: at,
      ideasCloseAt: at,
      closesAt: at,
      mode: board.ballotMode,
      picks: picksEach,
      winners: board.winners,
      ballotMost,
      skippedFor: week.why,
    },
  });
  if (week.why !== "staff")
    await tools.send(tx, {
      to: "staff",
      key: `poll:${id}:skipped`,
      board: board.id,
      draws: address("poll.skipped", { poll: id }),
    });
}

/** The weekly opening. The board's `pollsFrom` is where its calendar has got to, so that a tick reads only who is due. */
export const opening: Duty = {
  name: "poll.opening",
  async run(tools) {
    const due = await tools.db.board.findMany({
      where: { pollsFrom: { lte: tools.now } },
      select: { id: true },
    });
    const boards =
      due.length > 0
        ? await boardsByIds(
            tools.db,
            due.map((board) => board.id),
          )
        : [];
    await forEachOne(boards, (board) => openIfDue(board, tools));
  },
  async next({ db }) {
    const first = await db.board.findFirst({
      where: { hangings: { some: { state: "ok" } } },
      orderBy: { pollsFrom: "asc" },
    });
    return first?.pollsFrom;
  },
};

async function openIfDue(board: Board, tools: Tools & { now: Date }): Promise<void> {
  const rhythm = rhythmOf(board);
  await tools.keep(async (tx) => {
    // Whoever moves the calendar on opens; a second process finds it moved.
    const { count } = await tx.board.updateMany({
      where: { id: board.id, pollsFrom: board.pollsFrom },
      data: { pollsFrom: nextMoment(rhythm, tools.now) },
    });
    if (count === 0) return;
    const { opens, skips } = whatIsDue(rhythm, board.pollsFrom, tools.now, await weeklyIsOpen(tx, board.id));
    const known = await tx.poll.findMany({
      where: {
        boardId: board.id,
        occurrence: { in: [...skips, ...(opens ? [opens] : [])].map((it) => it.occurrence) },
      },
      select: { occurrence: true },
    });
    const isKnown = (occurrence: string) => known.some((poll) => poll.occurrence === occurrence);
    for (const week of skips) if (!isKnown(week.occurrence)) await skipWeek(tx, board, week, tools);
    if (opens && !isKnown(opens.occurrence)) await openWeekly(tx, board, opens, tools);
  });
}

/** When the calendar must be looked at again: the next week, skipped or not, so that staff hear of each in its time. */
function nextMoment(rhythm: ReturnType<typeof rhythmOf>, now: Date): Date {
  const unskipped = nextOpening({ ...rhythm, nation: "none", skipDates: [] }, now);
  return unskipped?.opensAt ?? new Date(now.getTime() + 7 * 86_400_000);
}
