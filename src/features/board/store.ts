/** Boards, hangings and letters in the database, for set-up. */

import type { Hanging, Letter } from "../../../prisma/generated/sqlite/client.ts";
import { address, type Hands, type Tools } from "../../bot/action.ts";
import type { Database, Transaction } from "../../database.ts";
import { audit } from "../../people/audit.ts";
import type { Board } from "../../people/people.ts";
import type { Channels, Staffing } from "./rules.ts";

/** How many days back set-up looks for letters that did not arrive. */
const daysBack = 7;
/** More would not fit on the card. */
const mostLost = 3;
/** A letter that failed this often is worth telling of while it is still tried. */
const triesToTell = 3;

/** The channels of every other hanging on a platform: two boards cannot share a board channel. Shown to nobody. */
export const otherChannels = (
  db: Database | Transaction,
  platform: string,
  butNot?: string,
): Promise<Channels[]> =>
  db.hanging.findMany({
    where: { platform, ...(butNot ? { id: { not: butNot } } : {}) },
    select: { boardChannel: true, staffChannel: true },
  });

/** A new board as it begins: Monday at 4pm, five days long, quiet from 8 to 8, in practice. */
export const newBoard = (id: string, name: string, now: Date) => ({
  id,
  name,
  language: "en",
  timeZone: "Europe/London",
  weekday: 1,
  hour: 16,
  openHours: 120,
  quietFrom: 20,
  quietTo: 8,
  nation: "england",
  winners: 1,
  ballotMode: "secret",
  ideaNaming: "unnamed",
  stage: "practice",
  lastPoll: 0,
  pollsFrom: now,
  createdAt: now,
});

/** Hangs a board in a workspace, and sends its welcome card there alone. */
export async function hang(
  tx: Transaction,
  it: { board: string; channels: Channels; staffing: Staffing },
  hands: Pick<Hands, "newId" | "place" | "send" | "now">,
): Promise<Hanging> {
  const { platform, workspace } = hands.place;
  const hanging = await tx.hanging.create({
    data: {
      id: hands.newId(),
      boardId: it.board,
      platform,
      workspace,
      ...it.channels,
      ...it.staffing,
      state: "ok",
    },
  });
  await sendWelcome(tx, hanging, hands);
  await sendOpenPolls(tx, hanging, hands);
  return hanging;
}

/** What is open already goes up in a hanging's board channel, too, unless it stands there or is on its way. */
export async function sendOpenPolls(
  tx: Transaction,
  hanging: Hanging,
  { send, now }: Pick<Hands, "send" | "now">,
): Promise<void> {
  const { boardId, boardChannel: channel } = hanging;
  const open = await tx.poll.findMany({ where: { boardId, state: "open" }, orderBy: { opensAt: "asc" } });
  for (const { id: poll } of open) {
    const card = `poll:${poll}:card`;
    const stands = await tx.post.findFirst({ where: { boardId, key: card, channel, gone: false } });
    const waits = await tx.letter.findFirst({
      where: { boardId, key: { startsWith: `${card}@` }, kind: "post", channel, state: "waiting" },
    });
    if (stands || waits) continue;
    const known = await tx.letter.findFirst({ where: { boardId, key: `${card}@${hanging.id}` } });
    await send(tx, {
      to: "board",
      only: hanging.id,
      key: known ? `${card}@${channel}` : card,
      board: boardId,
      draws: address("poll.card", { poll }),
      replies: address("idea.reply", { b: boardId, poll }),
      // After the welcome card.
      notBefore: new Date(now.getTime() + 1_000),
    });
  }
}

/** The welcome card of a hanging's board channel: one for each channel, however often it is asked for. */
export async function sendWelcome(tx: Transaction, hanging: Hanging, { send }: Pick<Tools, "send">) {
  await send(tx, {
    to: "board",
    only: hanging.id,
    key: welcomeKey(hanging),
    board: hanging.boardId,
    draws: address("welcome.card"),
  });
}

/** The welcome cards tell of the board's ways, so a change draws them anew. */
export async function redrawWelcomes(tx: Transaction, board: Board, { send }: Pick<Tools, "send">) {
  for (const hanging of board.hangings)
    await send(tx, {
      to: "redraw",
      post: welcomeKey(hanging),
      key: `redraw:${welcomeKey(hanging)}`,
      board: board.id,
      draws: address("welcome.card"),
    });
}

const welcomeKey = (hanging: Hanging) => `welcome:${hanging.id}:${hanging.boardChannel}`;

/** Notes what staff or a manager did, in the transaction of what it tells of. */
export const note = (
  tx: Transaction,
  it: { board: string; what: string; subject: string; why?: string },
  { newId, person, now }: Pick<Hands, "newId" | "person" | "now">,
) => audit(tx, { newId, board: { id: it.board }, person, now }, it.what, it.subject, it.why);

/** Letters of the last week that did not arrive, and those that are late; the newest first. Shut private messages are nobody's business. */
export const lostLetters = (db: Database, board: string, now: Date): Promise<Letter[]> =>
  db.letter.findMany({
    where: {
      boardId: board,
      kind: { in: ["post", "tell"] },
      NOT: [{ key: { startsWith: "lost:" } }, { trouble: "shut" }],
      OR: [
        { state: "given-up", sentAt: { gte: new Date(now.getTime() - daysBack * 86_400_000) } },
        { state: "waiting", trouble: { not: null }, attempts: { gte: triesToTell } },
      ],
    },
    orderBy: { createdAt: "desc" },
    take: mostLost,
  });

/** Whether any board hangs on another platform. Tells nothing of whose. */
export const hangsElsewhere = async (db: Database, platform: string): Promise<boolean> =>
  (await db.hanging.findFirst({ where: { platform: { not: platform } }, select: { id: true } })) !== null;
