/** Notes what became of a letter that needs no further try. */
import type { Letter as Row } from "../../prisma/generated/sqlite/client.ts";
import type { PostedAt } from "../bot/incoming.ts";
import type { OutboxNeeds } from "./outbox.ts";
import { redrawAt } from "./pace.ts";

/** Of a private message only the hour is noted: one that was no longer wanted must look like one that was read. */
const noted = ({ kind }: Row, now: Date) => ({
  state: "sent",
  sentAt: kind === "tell" ? new Date(now.getTime() - (now.getTime() % 3_600_000)) : now,
});

/** It arrived. A new post is remembered; wishes for drawings end, unless a newer wish came meanwhile. */
export async function delivered(
  letter: Row,
  posted: PostedAt | undefined,
  needs: OutboxNeeds,
): Promise<void> {
  const now = needs.clock.now();
  await needs.database.keep(async (tx) => {
    if (letter.kind === "redraw") {
      if (letter.postKey) await tx.post.updateMany({ where: { id: letter.postKey }, data: { drawnAt: now } });
      const { count } = await tx.letter.deleteMany({ where: { id: letter.id, version: letter.version } });
      if (count === 0)
        await tx.letter.updateMany({
          where: { id: letter.id },
          data: {
            claimedUntil: null,
            mayHaveArrived: false,
            attempts: 0,
            notBefore: new Date(now.getTime() + 1_000),
          },
        });
      return;
    }
    if (letter.kind === "remove") {
      if (letter.postKey) await tx.post.updateMany({ where: { id: letter.postKey }, data: { gone: true } });
      await tx.letter.deleteMany({ where: { id: letter.id } });
      return;
    }
    const { version } = await tx.letter.update({
      where: { id: letter.id },
      data: { ...noted(letter, now), claimedUntil: null, mayHaveArrived: false, trouble: null },
    });
    // Private messages are not drawn again, so where they stand is not kept.
    if (!posted || letter.kind === "tell") return;
    const where = { platform: posted.platform, channel: posted.channel, message: posted.message };
    const post = await tx.post.upsert({
      where: { platform_channel_message: where },
      update: {},
      create: {
        ...where,
        id: needs.tools.newId(),
        key: letter.key.split("@")[0] ?? letter.key,
        boardId: letter.boardId,
        workspace: letter.workspace,
        draws: letter.draws,
        replies: letter.replies,
        postedAt: now,
        drawnAt: now,
        gone: false,
      },
    });
    if (version === letter.version) return;
    // Something changed while it was on its way: draw it again.
    const key = `redraw:${post.id}`;
    await tx.letter.upsert({
      where: { key },
      update: { version: { increment: 1 } },
      create: {
        id: needs.tools.newId(),
        key,
        boardId: letter.boardId,
        kind: "redraw",
        platform: letter.platform,
        workspace: letter.workspace,
        channel: posted.channel,
        postKey: post.id,
        draws: letter.draws,
        urgent: true,
        version: 1,
        notBefore: redrawAt(post, now),
        giveUpAt: letter.giveUpAt,
        attempts: 0,
        state: "waiting",
        mayHaveArrived: false,
        createdAt: now,
      },
    });
  });
}

/** Nobody needs it any more: what it would show is past. */
export async function unwanted(letter: Row, { database, clock }: OutboxNeeds): Promise<void> {
  await database.keep(async (tx) => {
    if (letter.kind === "redraw" || letter.kind === "remove")
      await tx.letter.deleteMany({ where: { id: letter.id } });
    else
      await tx.letter.updateMany({
        where: { id: letter.id },
        data: { ...noted(letter, clock.now()), claimedUntil: null, mayHaveArrived: false, trouble: null },
      });
  });
}
