/** What staff trigger: /poll now, preview, skip, close, extend. Each says before what will happen, and to whom. */
import { z } from "zod";
import { action, address, type Hands } from "../../bot/action.ts";
import { card, type View } from "../../bot/view.ts";
import type { Transaction } from "../../database.ts";
import { rhythmOf } from "../../people/rules.ts";
import { afterQuiet, isQuiet } from "../../schedule/quiet.ts";
import { nextOpening } from "../../schedule/rhythm.ts";
import { closePoll } from "./close.ts";
import { cardKey, openWeekly, skipWeek } from "./open.ts";
import { ballotMost, byHand, carryOver, extensions, picksEach } from "./rules.ts";
import { calledNames, openPolls, type PollWithOptions, pollById } from "./store.ts";
import { pollCard } from "./views.ts";
import { inkFor } from "./vote.ts";

const none = z.object({});
const ofPoll = z.object({ poll: z.string().max(40) });

/** Notes what a worker did, in the same transaction. */
export const audit = (tx: Transaction, hands: Hands, what: string, subject: string, why?: string) =>
  tx.audit.create({
    data: {
      id: hands.newId(),
      boardId: hands.board.id,
      personId: hands.person.id,
      what,
      subject,
      why,
      at: hands.now,
    },
  });

const weekly = async (hands: Hands): Promise<PollWithOptions | undefined> =>
  (await openPolls(hands.db, hands.board.id)).find((poll) => poll.kind === "weekly");

/** The next week of the rhythm that has no row yet (was neither skipped nor opened by hand). */
async function nextUndecided(hands: Hands): Promise<{ occurrence: string; opensAt: Date } | undefined> {
  const rhythm = rhythmOf(hands.board);
  let after = hands.now;
  for (let week = 0; week < 60; week += 1) {
    const next = nextOpening(rhythm, after);
    if (!next) return undefined;
    const decided = await hands.db.poll.findFirst({
      where: { boardId: hands.board.id, occurrence: next.occurrence },
      select: { id: true },
    });
    if (!decided) return next;
    after = next.opensAt;
  }
  return undefined;
}

export const now = action({
  input: none,
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const { say, when } = inkFor(hands);
    const open = await weekly(hands);
    if (open) return card(say.staff.nowOpen({ when: when.moment(open.closesAt, hands.now) }));
    const plan = byHand(rhythmOf(hands.board), hands.now);
    const lines = [
      say.staff.nowIntro({ channel: hands.board.name, when: when.moment(plan.closesAt, hands.now) }),
    ];
    if (plan.insteadOf)
      lines.push(say.staff.nowInstead({ when: when.moment(plan.insteadOf.opensAt, hands.now) }));
    if (isQuiet(hands.board, hands.now))
      lines.push(say.staff.nowQuiet({ when: when.moment(afterQuiet(hands.board, hands.now), hands.now) }));
    return card(lines, [
      { label: say.buttons.postIt(), tone: "main", does: address("poll.opennow", { b: hands.board.id }) },
      { label: say.buttons.notNow(), does: address("poll.status", { b: hands.board.id }) },
    ]);
  },
});

export const opennow = action({
  input: none,
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const { say, when } = inkFor(hands);
    const plan = byHand(rhythmOf(hands.board), hands.now);
    const id = await hands.keep(async (tx) => {
      const open = await tx.poll.findFirst({
        where: { boardId: hands.board.id, kind: "weekly", state: "open" },
      });
      if (open) return undefined;
      const taken = plan.insteadOf
        ? await tx.poll.findFirst({
            where: { boardId: hands.board.id, occurrence: plan.insteadOf.occurrence },
          })
        : null;
      const poll = await openWeekly(
        tx,
        hands.board,
        { ...plan, occurrence: taken ? undefined : plan.insteadOf?.occurrence },
        hands,
      );
      await audit(tx, hands, "poll.now", poll);
      return poll;
    });
    if (!id) return card(say.staff.nowOpen({ when: when.moment(plan.closesAt, hands.now) }));
    if (!isQuiet(hands.board, hands.now)) return card(say.staff.nowDone());
    return card(say.staff.nowWaits({ when: when.moment(afterQuiet(hands.board, hands.now), hands.now) }), [
      { label: say.buttons.undo(), does: address("poll.undonow", { b: hands.board.id, poll: id }) },
    ]);
  },
});

/** Takes back a poll whose card has not gone out anywhere yet. */
export const undonow = action({
  input: ofPoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say } = inkFor(hands);
    const undone = await hands.keep(async (tx) => {
      const poll = await pollById(tx, hands.board.id, id);
      const letters = await tx.letter.findMany({
        where: { boardId: hands.board.id, key: { startsWith: `${cardKey(id)}@` } },
      });
      const still =
        letters.length > 0 && letters.every((letter) => letter.state === "waiting" && letter.attempts === 0);
      if (poll?.state !== "open" || !still) return false;
      const ideas = poll.options.map((line) => line.ideaId).filter((it): it is string => it !== null);
      await tx.letter.deleteMany({ where: { id: { in: letters.map((letter) => letter.id) } } });
      await tx.idea.updateMany({
        where: { boardId: hands.board.id, id: { in: ideas } },
        data: { timesAsked: { decrement: 1 } },
      });
      await tx.poll.delete({ where: { id: poll.id } });
      await audit(tx, hands, "poll.now.undone", poll.id);
      return true;
    });
    return card(undone ? say.staff.undone() : say.staff.tooLateToUndo());
  },
});

/** Exactly the post that would go out, to this person alone. */
export const preview = action({
  input: none,
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const ink = inkFor(hands);
    const open = await weekly(hands);
    const post = open ?? (await wouldBe(hands));
    const names = await calledNames(
      hands.db,
      hands.board.id,
      post.options.map((line) => line.idea?.authorId ?? null),
    );
    const drawn = pollCard(post, names, open ? ink : { ...ink, now: post.opensAt });
    const body: View["body"] = [
      { kind: "small", text: ink.say.staff.preview() },
      { kind: "line" },
      ...drawn.body,
    ];
    return { title: drawn.title, body };
  },
});

/** The next weekly poll as it would stand on its opening, from the ideas that wait now. */
async function wouldBe(hands: Hands): Promise<PollWithOptions> {
  const rhythm = rhythmOf(hands.board);
  const next = nextOpening(rhythm, hands.now) ?? { opensAt: hands.now, ...byHand(rhythm, hands.now) };
  const ideas = await hands.db.idea.findMany({ where: { boardId: hands.board.id, state: "open" } });
  const { stay } = carryOver(ideas);
  const { board } = hands;
  return {
    id: "preview",
    boardId: board.id,
    number: board.lastPoll + 1,
    kind: "weekly",
    occurrence: null,
    question: inkFor(hands).say.question(),
    state: "open",
    opensAt: next.opensAt,
    ideasCloseAt: next.ideasCloseAt,
    closesAt: next.closesAt,
    closedBefore: null,
    closedAt: null,
    mode: board.ballotMode,
    picks: picksEach,
    winners: board.winners,
    ballotMost,
    secret: null,
    remindedAt: null,
    voters: null,
    members: null,
    shows: null,
    tied: null,
    skippedFor: null,
    options: stay.flatMap((id, index) => {
      const idea = ideas.find((it) => it.id === id);
      return idea
        ? [
            {
              id,
              pollId: "preview",
              ideaId: id,
              text: idea.text,
              number: index + 1,
              fresh: false,
              off: false,
              count: null,
              place: null,
              won: false,
              idea,
            },
          ]
        : [];
    }),
  };
}

export const skip = action({
  input: none,
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const { say, when } = inkFor(hands);
    const next = await nextUndecided(hands);
    if (!next) return card(say.staff.nothingAhead());
    return card(say.staff.skipIntro({ when: when.moment(next.opensAt, hands.now) }), [
      {
        label: say.buttons.skipIt(),
        does: address("poll.skipweek", { b: hands.board.id, week: next.occurrence }),
      },
      { label: say.buttons.notNow(), does: address("poll.status", { b: hands.board.id }) },
    ]);
  },
});

const ofWeek = z.object({ week: z.iso.date() });

export const skipweek = action({
  input: ofWeek,
  may: "staff",
  answers: "view",
  async run({ week }, hands) {
    const { say, when } = inkFor(hands);
    const next = await nextUndecided(hands);
    if (next?.occurrence !== week) return next ? skip.run({}, hands) : card(say.staff.nothingAhead());
    await hands.keep(async (tx) => {
      await skipWeek(tx, hands.board, { occurrence: week, why: "staff", opensAt: next.opensAt }, hands);
      await audit(tx, hands, "poll.skip", week);
    });
    return card(say.staff.skipped({ when: when.moment(next.opensAt, hands.now) }), [
      { label: say.buttons.undo(), does: address("poll.unskip", { b: hands.board.id, week }) },
    ]);
  },
});

export const unskip = action({
  input: ofWeek,
  may: "staff",
  answers: "view",
  async run({ week }, hands) {
    const { say, when } = inkFor(hands);
    const undone = await hands.keep(async (tx) => {
      const skipped = await tx.poll.findFirst({
        where: {
          boardId: hands.board.id,
          occurrence: week,
          state: "skipped",
          skippedFor: "staff",
          opensAt: { gt: hands.now },
        },
      });
      if (!skipped) return undefined;
      await tx.poll.delete({ where: { id: skipped.id } });
      await audit(tx, hands, "poll.skip.undone", week);
      return skipped.opensAt;
    });
    return card(
      undone ? say.staff.skipUndone({ when: when.moment(undone, hands.now) }) : say.staff.tooLateToUndo(),
    );
  },
});

/** The open poll that a command means: the only one, else a question back. */
async function whichOpen(hands: Hands, does: string): Promise<PollWithOptions | View> {
  const { say } = inkFor(hands);
  const open = await openPolls(hands.db, hands.board.id);
  const [only] = open;
  if (!only) return card(say.staff.noneOpen());
  if (open.length === 1) return only;
  return card(
    say.staff.which(),
    open
      .slice(0, 10)
      .map((poll) => ({
        label: poll.question.slice(0, 70),
        does: address(does, { b: hands.board.id, poll: poll.id }),
      })),
  );
}

const maybePoll = z.object({ poll: z.string().max(40).optional() });

async function meant(id: string | undefined, hands: Hands, does: string): Promise<PollWithOptions | View> {
  if (!id) return whichOpen(hands, does);
  const poll = await pollById(hands.db, hands.board.id, id);
  return poll?.state === "open" ? poll : card(inkFor(hands).say.staff.noneOpen());
}

export const close = action({
  input: maybePoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say } = inkFor(hands);
    const poll = await meant(id, hands, "poll.close");
    if ("body" in poll) return poll;
    return card(say.staff.closeIntro({ question: poll.question }), [
      {
        label: say.buttons.closeIt(),
        tone: "danger",
        does: address("poll.closenow", { b: hands.board.id, poll: poll.id }),
      },
      { label: say.buttons.notNow(), does: address("poll.status", { b: hands.board.id }) },
    ]);
  },
});

export const closenow = action({
  input: ofPoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say } = inkFor(hands);
    const poll = await meant(id, hands, "poll.close");
    if ("body" in poll) return poll;
    await hands.keep((tx) => audit(tx, hands, "poll.close", poll.id));
    await closePoll(hands.board, poll.id, hands);
    return card(say.staff.closed());
  },
});

export const extend = action({
  input: maybePoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say, when } = inkFor(hands);
    const poll = await meant(id, hands, "poll.extend");
    if ("body" in poll) return poll;
    const possible = extensions(poll, rhythmOf(hands.board), hands.now);
    const next = nextOpening(rhythmOf(hands.board), hands.now);
    if (possible.length === 0)
      return card(say.staff.extendNever({ when: next ? when.moment(next.opensAt, hands.now) : "" }));
    return {
      body: [
        {
          kind: "text",
          text: say.staff.extendIntro({
            question: poll.question,
            when: when.moment(poll.closesAt, hands.now),
          }),
        },
        {
          kind: "menu",
          prompt: say.staff.extendLabel(),
          choose: { min: 1, max: 1 },
          choices: possible.map((at) => ({ label: when.moment(at, hands.now), value: at.toISOString() })),
          does: address("poll.extendto", { b: hands.board.id, poll: poll.id }),
        },
      ],
    };
  },
});

const closing = z.preprocess((value) => [value].flat()[0], z.iso.datetime());

export const extendto = action({
  input: ofPoll.extend({ chosen: closing }),
  may: "staff",
  answers: "view",
  async run({ poll: id, chosen }, hands) {
    const { say, when } = inkFor(hands);
    const poll = await meant(id, hands, "poll.extend");
    if ("body" in poll) return poll;
    const at = extensions(poll, rhythmOf(hands.board), hands.now).find((it) => it.toISOString() === chosen);
    if (!at) return extend.run({ poll: id }, hands);
    await moveClose(hands, poll, at, "poll.extend");
    return card(say.staff.extended({ when: when.moment(at, hands.now) }), [
      { label: say.buttons.undo(), does: address("poll.unextend", { b: hands.board.id, poll: poll.id }) },
    ]);
  },
});

export const unextend = action({
  input: ofPoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say, when } = inkFor(hands);
    const poll = await meant(id, hands, "poll.extend");
    if ("body" in poll) return poll;
    if (!poll.closedBefore || poll.closedBefore <= hands.now) return card(say.staff.tooLateToUndo());
    await moveClose(hands, poll, poll.closedBefore, "poll.extend.undone");
    return card(say.staff.extendUndone({ when: when.moment(poll.closedBefore, hands.now) }));
  },
});

/** Moves the close, and with it the end of new ideas; the post says so. */
async function moveClose(hands: Hands, poll: PollWithOptions, to: Date, what: string): Promise<void> {
  const ideasCloseAt = new Date(poll.ideasCloseAt.getTime() + to.getTime() - poll.closesAt.getTime());
  await hands.keep(async (tx) => {
    await tx.poll.update({
      where: { id: poll.id },
      data: {
        closesAt: to,
        ideasCloseAt,
        closedBefore: what === "poll.extend" ? poll.closesAt : null,
        // A reminder that went out stays the only one.
        ...(poll.remindedAt ? {} : { remindedAt: null }),
      },
    });
    await audit(tx, hands, what, poll.id);
    await hands.send(tx, {
      to: "redraw",
      post: cardKey(poll.id),
      key: `${cardKey(poll.id)}:time`,
      board: hands.board.id,
      draws: address("poll.card", { poll: poll.id }),
      urgent: true,
    });
  });
}
