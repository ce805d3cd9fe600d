/** What the poll room's letters show: drawn when they are delivered, from what is true then. */
import { z } from "zod";
import { drawing, type Tools } from "../../bot/action.ts";
import type { Language } from "../../bot/say.ts";
import { card } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { calendarDay } from "../../schedule/speaking.ts";
import { daysLater } from "../../schedule/wall-clock.ts";
import { daysToAnswer } from "./close.ts";
import { resultCard } from "./result-view.ts";
import { takesVotes } from "./rules.ts";
import { voterKey } from "./secret.ts";
import { calledNames, outcomesOf, type PollWithOptions, picksOf, pledgedIdeas, pollById } from "./store.ts";
import { pollCard, reminderCard } from "./views.ts";
import { inkFor } from "./vote.ts";

const ofPoll = z.object({ poll: z.string() });

const namesOn = (poll: PollWithOptions, tools: Tools, board: Board) =>
  calledNames(
    tools.db,
    board.id,
    poll.options.filter((line) => line.idea?.named).map((line) => line.idea?.authorId ?? null),
  );

export const cardDrawing = drawing({
  input: ofPoll,
  async draw({ poll: id }, hands) {
    const poll = await pollById(hands.db, hands.board.id, id);
    return poll ? pollCard(poll, await namesOn(poll, hands, hands.board), inkFor(hands)) : undefined;
  },
});

export const resultDrawing = drawing({
  input: ofPoll,
  async draw({ poll: id }, hands) {
    const { db, board } = hands;
    const poll = await pollById(db, board.id, id);
    if (poll?.state !== "closed" || !poll.closedAt) return undefined;
    const ideas = poll.options.map((line) => line.ideaId).filter((it): it is string => it !== null);
    const [names, outcomes, pledged, pickedBy] = await Promise.all([
      namesOn(poll, hands, board),
      outcomesOf(db, board.id, poll.id),
      pledgedIdeas(db, ideas),
      whoPicked(poll, hands, board),
    ]);
    const answerDue = daysLater(board.timeZone, poll.closedAt, daysToAnswer);
    const byDate = (outcome: { byDate: string | null }) =>
      outcome.byDate ? calendarDay(board.language as Language, outcome.byDate) : "";
    return resultCard({ poll, names, outcomes, pledged, pickedBy, answerDue, byDate }, inkFor(hands));
  },
});

/** On a named poll: the called names of those who picked each option. Empty on a secret one. */
async function whoPicked(poll: PollWithOptions, { db }: Tools, board: Board): Promise<Map<string, string[]>> {
  const picked = new Map<string, string[]>();
  if (poll.mode !== "named") return picked;
  const ballots = await db.ballot.findMany({ where: { pollId: poll.id, personId: { not: null } } });
  const names = await calledNames(
    db,
    board.id,
    ballots.map((ballot) => ballot.personId),
  );
  for (const ballot of ballots)
    for (const option of ballot.picks.split(" ").filter(Boolean))
      picked.set(option, [...(picked.get(option) ?? []), names.get(ballot.personId ?? "") ?? "?"].sort());
  return picked;
}

/** Nothing for whoever has chosen by now: they are not reminded, and no row says so. */
export const reminderDrawing = drawing({
  input: ofPoll.extend({ person: z.string() }),
  async draw({ poll: id, person }, hands) {
    const poll = await pollById(hands.db, hands.board.id, id);
    if (!poll?.secret || !takesVotes(poll, hands.now)) return undefined;
    const picks = await picksOf(hands.db, poll.id, voterKey(hands.vault, poll.secret, person));
    return picks === undefined ? reminderCard(poll, inkFor(hands)) : undefined;
  },
});

export const skippedDrawing = drawing({
  input: ofPoll,
  async draw({ poll: id }, hands) {
    const poll = await pollById(hands.db, hands.board.id, id);
    if (poll?.state !== "skipped" || !poll.occurrence) return undefined;
    const { say } = inkFor(hands);
    const reasons = say.staff.skippedCard;
    const why = (poll.skippedFor ?? "missed") as keyof typeof reasons;
    return card(reasons[why]({ date: calendarDay(hands.board.language as Language, poll.occurrence) }));
  },
});
