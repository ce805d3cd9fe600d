/** Choosing: opening the private card, picking, "nothing this time", taking back, and pledges. */
import { z } from "zod";
import { action, type Hands } from "../../bot/action.ts";
import { type Language, speak } from "../../bot/say.ts";
import { kindNo, type View } from "../../bot/view.ts";
import type { Transaction } from "../../database.ts";
import { speaking } from "../../schedule/speaking.ts";
import { nextAhead } from "./ahead.ts";
import { takesVotes, type VoteNo, vote } from "./rules.ts";
import { ballotId, voterKey } from "./secret.ts";
import {
  calledNames,
  changeBallot,
  onBallot,
  openPolls,
  type PollWithOptions,
  picksOf,
  type Sheet,
  sheetOf,
} from "./store.ts";
import { choosingCard, type Ink, statusCard } from "./views.ts";
import { words } from "./words.ts";

/** The words, the calendar's words, the board and the instant, for drawing. */
export const inkFor = (hands: Pick<Hands, "board" | "now">): Ink => ({
  say: speak(hands.board.language as Language, words),
  when: speaking(hands.board.language as Language, hands.board.timeZone),
  board: hands.board,
  now: hands.now,
});

const ofPoll = z.object({ poll: z.string().max(40) });
const chosen = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : [value].flat()),
  z.array(z.string().max(40)).max(30),
);

/** The kind no that goes on: what is open now, and what can be done instead. */
export async function elsewhere(hands: Hands, no: "closed" | "gone" | "ideas-closed"): Promise<View> {
  const ink = inkFor(hands);
  const open = await openPolls(hands.db, hands.board.id);
  const next = (await nextAhead(hands))?.opensAt;
  return kindNo(no, statusCard(open, next, ink, ink.say.no[no]()));
}

/** The open poll as this person sees it, or why there is none. */
async function find(hands: Hands, id: string): Promise<Sheet | "gone" | "closed"> {
  const { db, board, person, now } = hands;
  const poll = await sheetOf(db, board.id, id, person.id);
  if (!poll || poll.state === "skipped") return "gone";
  return takesVotes(poll, now) ? poll : "closed";
}

/** The choosing card as it stands for this person. */
async function draw(hands: Hands, poll: Sheet, picks: string[] | undefined, note?: string): Promise<View> {
  const authors = onBallot(poll)
    .filter((line) => line.idea?.named)
    .map((line) => line.idea?.authorId ?? null);
  const names = await calledNames(hands.db, hands.board.id, authors);
  const pledged = (kind: "help" | "lead") => poll.options.flatMap((it) => (it[kind] && it.ideaId) || []);
  const mine = { picks, helps: pledged("help"), leads: pledged("lead"), note, resting: poll.resting };
  return choosingCard(poll, names, mine, inkFor(hands));
}

const keyOf = (hands: Hands, poll: PollWithOptions): string | undefined =>
  poll.secret ? voterKey(hands.vault, poll.secret, hands.person.id) : undefined;

async function picksIn(hands: Hands, poll: PollWithOptions): Promise<string[] | undefined> {
  const key = keyOf(hands, poll);
  return key === undefined ? undefined : picksOf(hands.db, poll.id, key);
}

/** Opens the private card. Without a poll, that of the one that is open, the weekly one first. */
export const choose = action({
  input: ofPoll.partial(),
  may: "young",
  answers: "view",
  async run({ poll: id }, hands) {
    const poll = await find(hands, id ?? (await openPolls(hands.db, hands.board.id))[0]?.id ?? "");
    if (typeof poll === "string") return elsewhere(hands, poll);
    return draw(hands, poll, await picksIn(hands, poll));
  },
});

/** Writes a person's ballot, if the poll still takes it: looked at again inside the transaction. */
async function cast(hands: Hands, id: string, picks: string[] | undefined): Promise<View> {
  const poll = await find(hands, id);
  if (typeof poll === "string") return elsewhere(hands, poll);
  const key = keyOf(hands, poll);
  if (!key) return elsewhere(hands, "closed");
  const asked =
    picks === undefined
      ? undefined
      : vote(
          poll,
          onBallot(poll).map((line) => line.id),
          picks,
          hands.now,
        );
  if (asked && !asked.ok) return refused(hands, poll, asked.reason);
  const kept = await hands.keep((tx) => write(tx, hands, poll, key, asked?.value));
  if (!kept) return elsewhere(hands, "closed");
  return draw(hands, poll, asked?.value, asked ? undefined : inkFor(hands).say.choosing.takenBack());
}

/** False: the poll closed meanwhile. */
async function write(
  tx: Transaction,
  hands: Hands,
  poll: PollWithOptions,
  key: string,
  picks: string[] | undefined,
): Promise<boolean> {
  const open = { id: poll.id, boardId: hands.board.id, state: "open" };
  const mine = { pollId: poll.id, voterKey: key };
  const ballot = picks && {
    picks: picks.join(" "),
    personId: poll.mode === "named" ? hands.person.id : null,
  };
  if (ballot && (await changeBallot(tx, open, key, ballot))) return true;
  if (!(await tx.poll.findFirst({ where: open, select: { id: true } }))) return false;
  if (!ballot) await tx.ballot.deleteMany({ where: mine });
  else
    await tx.ballot.upsert({
      where: { pollId_voterKey: mine },
      update: ballot,
      create: { id: ballotId(), ...mine, ...ballot },
    });
  return true;
}

async function refused(hands: Hands, poll: Sheet, reason: VoteNo): Promise<View> {
  if (reason === "closed") return elsewhere(hands, "closed");
  const { say } = inkFor(hands);
  const note = reason === "too-many" ? say.no["too-many"]({ picks: poll.picks }) : say.no[reason]();
  return kindNo(reason, await draw(hands, poll, await picksIn(hands, poll), note));
}

export const pick = action({
  input: ofPoll.extend({ chosen }),
  may: "young",
  answers: "view",
  run: ({ poll, chosen: picks }, hands) => cast(hands, poll, picks),
});

export const nothing = action({
  input: ofPoll,
  may: "young",
  answers: "view",
  run: ({ poll }, hands) => cast(hands, poll, []),
});

export const takeback = action({
  input: ofPoll,
  may: "young",
  answers: "view",
  run: ({ poll }, hands) => cast(hands, poll, undefined),
});

/** "Yes, back that one": adds an idea to one's picks, if there is room for it. */
export const back = action({
  input: z.object({ idea: z.string().max(40) }),
  may: "young",
  answers: "view",
  async run({ idea }, hands) {
    const open = await openPolls(hands.db, hands.board.id);
    const poll = open.find((it) => it.kind === "weekly" && takesVotes(it, hands.now));
    const line = poll && onBallot(poll).find((it) => it.ideaId === idea);
    if (!poll || !line) return elsewhere(hands, "gone");
    const picks = (await picksIn(hands, poll)) ?? [];
    if (picks.length < poll.picks || picks.includes(line.id))
      return cast(hands, poll.id, [...picks, line.id]);
    const mine = await find(hands, poll.id);
    if (typeof mine === "string") return elsewhere(hands, mine);
    return draw(hands, mine, picks, inkFor(hands).say.choosing.full());
  },
});

/** "I'd help", "I'd lead": what was chosen replaces what this person said before about the ideas of this poll. */
export const pledge = action({
  input: ofPoll.extend({ kind: z.enum(["help", "lead"]), chosen }),
  may: "young",
  answers: "view",
  async run({ poll: id, kind, chosen: wanted }, hands) {
    const before = await find(hands, id);
    if (typeof before === "string") return elsewhere(hands, before);
    const ideas = onBallot(before)
      .map((line) => line.ideaId)
      .filter((idea): idea is string => idea !== null);
    const pledged = wanted.filter((idea) => ideas.includes(idea));
    const personId = hands.person.id;
    await hands.keep(async (tx) => {
      await tx.pledge.deleteMany({ where: { personId, kind, ideaId: { in: ideas, notIn: pledged } } });
      for (const ideaId of pledged)
        await tx.pledge.upsert({
          where: { ideaId_personId_kind: { ideaId, personId, kind } },
          update: {},
          create: { ideaId, personId, kind },
        });
    });
    const after = await find(hands, id);
    if (typeof after === "string") return elsewhere(hands, after);
    return draw(hands, after, await picksIn(hands, after));
  },
});

/** What is open now, or when the next question comes. */
export const status = action({
  input: z.object({}),
  may: "member",
  answers: "view",
  async run(_input, hands) {
    const next = (await nextAhead(hands))?.opensAt;
    return statusCard(await openPolls(hands.db, hands.board.id), next, inkFor(hands));
  },
});
