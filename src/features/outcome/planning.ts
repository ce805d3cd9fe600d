/** Gathers the rolling four weeks of one board: what is open or opens next, what is on, what the adults owe, what is over. */
import type { Hands } from "../../bot/action.ts";
import type { Language } from "../../bot/say.ts";
import type { Board } from "../../people/people.ts";
import { rhythmOf } from "../../people/rules.ts";
import { nextOpening } from "../../schedule/rhythm.ts";
import { speaking } from "../../schedule/speaking.ts";
import { dateIn, daysLater } from "../../schedule/wall-clock.ts";
import { type Told, telling } from "./telling.ts";
import { voiceOf } from "./voice.ts";

/** How far the plan looks back and ahead, in days. */
const fourWeeks = 28;
/** How many ideas that wait for the next poll are named. */
const mostOnTable = 5;

export type Planned = Told & { ideaOf: string | undefined };

export type Plan = {
  open: { id: string; question: string; when: string }[];
  nextOpens: string | undefined;
  outcomes: Planned[];
  onTable: { ideas: string[]; more: number };
};

type Looking = Pick<Hands, "db" | "board" | "now">;

/** What `/plan` shows now. */
export async function planOf({ db, board, now }: Looking): Promise<Plan> {
  const say = voiceOf(board);
  const speaks = speaking(board.language as Language, board.timeZone);
  const open = await db.poll.findMany({
    where: { boardId: board.id, state: "open" },
    orderBy: [{ kind: "desc" }, { closesAt: "asc" }],
  });
  const next = await nextQuestion({ db, board, now });
  const since = daysLater(board.timeZone, now, -fourWeeks);
  const outcomes = await db.outcome.findMany({
    where: {
      boardId: board.id,
      idea: { state: { notIn: ["hidden", "withdrawn"] } },
      OR: [{ state: { in: ["owed", "under-way"] } }, { answeredAt: { gte: since } }],
    },
    orderBy: [{ byDate: "asc" }, { owedSince: "asc" }, { id: "asc" }],
    include: {
      idea: { include: { author: { include: { members: { where: { boardId: board.id, leftAt: null } } } } } },
    },
  });
  const waiting = await db.idea.findMany({
    where: { boardId: board.id, state: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    open: open.map((poll) => ({
      id: poll.id,
      question: poll.question,
      when: speaks.moment(poll.closesAt, now),
    })),
    nextOpens: next && speaks.moment(next, now),
    outcomes: outcomes.map((outcome) => ({
      ...telling(outcome, board, now, say),
      ideaOf: outcome.idea.named ? outcome.idea.author?.members[0]?.calledName : undefined,
    })),
    onTable: {
      ideas: waiting.slice(0, mostOnTable).map((idea) => idea.text),
      more: Math.max(0, waiting.length - mostOnTable),
    },
  };
}

/** The next opening that has no poll of its own yet: not one that staff skipped or asked ahead of its time. */
async function nextQuestion({ db, board, now }: { db: Hands["db"]; board: Board; now: Date }) {
  const known = await db.poll.findMany({
    where: { boardId: board.id, occurrence: { gte: dateIn(board.timeZone, now) } },
  });
  const taken = new Set(known.map((poll) => poll.occurrence));
  const justBefore = new Date(board.pollsFrom.getTime() - 1);
  let next = nextOpening(rhythmOf(board), justBefore > now ? justBefore : now);
  while (next && taken.has(next.occurrence)) next = nextOpening(rhythmOf(board), next.opensAt);
  return next?.opensAt;
}
