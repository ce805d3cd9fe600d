/** Leaving a board, and being forgotten. */
import { address, type Hands, type Tools } from "../../bot/action.ts";
import type { Transaction } from "../../database.ts";
import type { Person } from "../../people/people.ts";

/**
 * Takes somebody off a board: their pledges, drafts, receipts and waiting private letters go; their ideas stay, without a name.
 * What shows a pledge or a name is drawn anew.
 */
export async function leave(tx: Transaction, hands: Pick<Hands, "board" | "person" | "now" | "send">) {
  const { board, person, now } = hands;
  const mine = { boardId: board.id, personId: person.id };
  const pledged = await tx.pledge.findMany({ where: { personId: person.id, idea: { boardId: board.id } } });
  const named = await tx.idea.findMany({ where: { boardId: board.id, authorId: person.id, named: true } });
  await tx.pledge.deleteMany({ where: { personId: person.id, idea: { boardId: board.id } } });
  await tx.idea.updateMany({ where: { boardId: board.id, authorId: person.id }, data: { named: false } });
  await tx.draft.deleteMany({ where: mine });
  await tx.receipt.deleteMany({ where: mine });
  const accounts = await tx.identity.findMany({ where: { personId: person.id } });
  for (const { platform, account } of accounts)
    await tx.letter.deleteMany({
      where: { boardId: board.id, kind: "tell", platform, account, state: "waiting" },
    });
  await tx.member.updateMany({ where: mine, data: { leftAt: now, reminders: false } });
  await redrawIdeas(tx, [...pledged.map((it) => it.ideaId), ...named.map((it) => it.id)], hands);
}

/** Draws anew the open polls and the results on which these ideas stand. */
async function redrawIdeas(
  tx: Transaction,
  ideas: string[],
  { board, send }: Pick<Hands, "board" | "send">,
): Promise<void> {
  const options = await tx.option.findMany({
    where: { ideaId: { in: ideas }, poll: { boardId: board.id, state: { not: "skipped" } } },
    select: { pollId: true, poll: { select: { state: true } } },
  });
  const posts = options.map(
    ({ pollId, poll }) => `poll:${pollId}:${poll.state === "open" ? "card" : "result"}`,
  );
  for (const post of new Set(posts)) {
    const [, poll = "", what = ""] = post.split(":");
    const draws = address(`poll.${what}`, { poll });
    await send(tx, { to: "redraw", post, key: `redraw:${post}`, board: board.id, draws });
  }
}

/** Deletes a person with their accounts and seats. What hangs on them goes too; ideas stay without an author. */
export async function forgetPerson(person: Person, tools: Tools): Promise<void> {
  await tools.keep(async (tx) => {
    const accounts = await tx.identity.findMany({ where: { personId: person.id } });
    for (const { platform, workspace, account } of accounts)
      await tx.letter.deleteMany({
        where: { platform, account, ...(workspace ? { workspace } : {}) },
      });
    await tx.letter.deleteMany({ where: { key: { endsWith: `:${person.id}` } } });
    await tx.person.deleteMany({ where: { id: person.id } });
  });
  await tools.scrub();
}
