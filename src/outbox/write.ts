/** Puts a letter into the outbox, inside the transaction of what it tells of. */
import type { Transaction } from "../database.ts";
import type { Board } from "../people/people.ts";
import { boardById } from "../people/store.ts";
import { afterQuiet } from "../schedule/quiet.ts";
import type { Letter } from "./letter.ts";
import { hoursToLive, redrawAt } from "./pace.ts";

type Row = {
  key: string;
  kind: "post" | "tell" | "redraw" | "remove";
  platform: string;
  workspace: string;
  channel?: string;
  account?: string;
  replyTo?: string;
  postKey?: string;
  notBefore: Date;
};

/** Writes the letter: one row for each place that it goes to. The same key twice is the same letter.
 *  `createdAt` grows from letter to letter, so that those of one transaction leave in the order of their writing. */
export async function writeLetter(
  tx: Transaction,
  letter: Letter,
  more: { newId(): string; now: Date; createdAt: Date },
): Promise<number> {
  const board = await boardById(tx, letter.board);
  if (!board) return 0;
  const rows = await rowsFor(tx, letter, board, more.now);
  for (const row of rows) {
    await tx.letter.upsert({
      where: { key: row.key },
      update: {
        version: { increment: 1 },
        ...(letter.urgent ? { urgent: true, notBefore: row.notBefore } : {}),
      },
      create: {
        id: more.newId(),
        boardId: board.id,
        draws: letter.draws,
        replies: letter.replies,
        urgent: letter.urgent ?? false,
        version: 1,
        giveUpAt: hoursAfter(row.notBefore, letter.hoursToLive ?? hoursToLive),
        attempts: 0,
        state: "waiting",
        mayHaveArrived: false,
        createdAt: more.createdAt,
        ...row,
      },
    });
  }
  return rows.length;
}

const hoursAfter = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);

async function rowsFor(tx: Transaction, letter: Letter, board: Board, now: Date): Promise<Row[]> {
  const wished = letter.notBefore && letter.notBefore > now ? letter.notBefore : now;
  const held = letter.urgent ? wished : afterQuiet(board, wished);
  switch (letter.to) {
    case "board":
    case "staff":
      return board.hangings
        .filter((it) => it.state === "ok" && (!letter.only || it.id === letter.only))
        .map((it) => ({
          key: `${letter.key}@${it.id}`,
          kind: "post",
          platform: it.platform,
          workspace: it.workspace,
          channel: letter.to === "board" ? it.boardChannel : it.staffChannel,
          notBefore: held,
        }));
    case "message":
      return [
        {
          key: letter.key,
          kind: "post",
          platform: letter.at.platform,
          workspace: letter.at.workspace,
          channel: letter.at.channel,
          replyTo: letter.at.message,
          notBefore: wished,
        },
      ];
    case "person":
      return rowsForPerson(tx, letter.key, board, letter.person, held);
    case "redraw":
    case "remove":
      return rowsForPosts(tx, letter, now);
  }
}

async function rowsForPerson(
  tx: Transaction,
  key: string,
  board: Board,
  person: string,
  notBefore: Date,
): Promise<Row[]> {
  const member = await tx.member.findUnique({
    where: { boardId_personId: { boardId: board.id, personId: person } },
    include: { identity: true, hanging: true },
  });
  if (!member || member.leftAt) return [];
  const { identity, hanging } = member;
  return [
    {
      key,
      kind: "tell",
      platform: identity.platform,
      workspace: hanging.workspace,
      account: identity.account,
      notBefore,
    },
  ];
}

async function rowsForPosts(
  tx: Transaction,
  letter: Extract<Letter, { to: "redraw" | "remove" }>,
  now: Date,
): Promise<Row[]> {
  // A post that is just leaving was drawn before this change: raising its version has it drawn again when it stands.
  await tx.letter.updateMany({
    where: { boardId: letter.board, key: { startsWith: `${letter.post}@` }, state: "waiting" },
    data: { version: { increment: 1 } },
  });
  const posts = await tx.post.findMany({ where: { boardId: letter.board, key: letter.post, gone: false } });
  return posts.map((post) => ({
    key: `${letter.to}:${post.id}`,
    kind: letter.to === "redraw" ? "redraw" : "remove",
    platform: post.platform,
    workspace: post.workspace,
    channel: post.channel,
    postKey: post.id,
    notBefore: letter.to === "remove" || letter.urgent ? now : redrawAt(post, now),
  }));
}
