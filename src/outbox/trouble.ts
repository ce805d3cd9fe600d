/** What follows when a letter could not be delivered: another try, or giving it up and telling staff another way. */
import type { Letter as Row } from "../../prisma/generated/sqlite/client.ts";
import { address } from "../bot/action.ts";
import type { DeliveryError } from "../bot/adapter.ts";
import type { Transaction } from "../database.ts";
import type { OutboxNeeds } from "./outbox.ts";
import { afterPeople, retryAfter } from "./pace.ts";

/** Where staff are told of a letter that was given up: the drawing gets its id. */
export const lostCard = "board.lost";

export async function troubled(letter: Row, error: DeliveryError, needs: OutboxNeeds): Promise<void> {
  const now = needs.clock.now();
  const { trouble } = error;
  needs.log.warn(
    {
      letter: letter.id,
      kind: letter.kind,
      platform: letter.platform,
      trouble,
      attempts: letter.attempts + 1,
    },
    "A letter was not delivered.",
  );
  await needs.database.keep(async (tx) => {
    if (trouble === "gone" && (letter.kind === "redraw" || letter.kind === "remove")) {
      if (letter.postKey) await tx.post.updateMany({ where: { id: letter.postKey }, data: { gone: true } });
      await tx.letter.deleteMany({ where: { id: letter.id } });
      return;
    }
    if (trouble === "shut" || trouble === "invalid" || now >= letter.giveUpAt) {
      await giveUp(tx, letter, trouble, needs);
      return;
    }
    const wait =
      trouble === "gone" || trouble === "forbidden"
        ? afterPeople
        : retryAfter(letter.attempts + 1, error.retryAfterSeconds);
    const next = new Date(
      Math.min(now.getTime() + wait, Math.max(letter.giveUpAt.getTime(), now.getTime() + 1_000)),
    );
    await tx.letter.updateMany({
      where: { id: letter.id },
      data: {
        claimedUntil: null,
        notBefore: next,
        trouble,
        // Only a lost answer leaves it open whether it arrived; a clear no says that it did not.
        mayHaveArrived: trouble === "uncertain",
      },
    });
  });
}

/** Marks the letter, and writes to staff where they can still be reached. Shut private messages are nobody's business. */
async function giveUp(tx: Transaction, letter: Row, trouble: string, needs: OutboxNeeds): Promise<void> {
  const now = needs.clock.now();
  // A wish to draw anew is not kept: the next one begins afresh.
  if (letter.kind === "redraw") {
    await tx.letter.deleteMany({ where: { id: letter.id } });
    return;
  }
  await tx.letter.updateMany({
    where: { id: letter.id },
    data: { state: "given-up", sentAt: now, claimedUntil: null, trouble },
  });
  if (trouble === "shut" || !letter.boardId || letter.key.startsWith("lost:")) return;
  const draws = address(lostCard, { letter: letter.id });
  await needs.tools.send(tx, { to: "staff", key: `lost:${letter.id}`, board: letter.boardId, draws });
  const staff = await tx.member.findMany({
    where: { boardId: letter.boardId, role: "staff", leftAt: null },
    take: 3,
  });
  for (const { personId } of staff)
    await needs.tools.send(tx, {
      to: "person",
      person: personId,
      key: `lost:${letter.id}:${personId}`,
      board: letter.boardId,
      draws,
    });
}

/** Letters whose door did not open in time: given up by the heartbeat, since no delivery is tried without a door. */
export async function giveUpOverdue(needs: OutboxNeeds): Promise<void> {
  const now = needs.clock.now();
  const overdue = await needs.database.read.letter.findMany({
    where: {
      state: "waiting",
      giveUpAt: { lt: now },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
    },
    take: 50,
  });
  for (const letter of overdue)
    await needs.database.keep((tx) => giveUp(tx, letter, letter.trouble ?? "no door", needs));
}
