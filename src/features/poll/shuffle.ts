/**
 * Mixes the ballots of open polls. A file keeps its rows where there was room when they came, so the raw bytes, the
 * write-ahead log, or PostgreSQL's own order of rows would tell in which order people chose; and who came when is known.
 * So at each beat after somebody chose, all ballots of that poll are written anew, in an order of chance.
 */
import type { Duty } from "../../bot/action.ts";
import { mixedId } from "./secret.ts";

export const shuffling: Duty = {
  name: "poll.shuffling",
  async run({ db, keep, scrub }) {
    const fresh = await db.ballot.findMany({
      where: { id: { lt: 0 }, personId: null },
      select: { pollId: true },
      distinct: ["pollId"],
    });
    for (const { pollId } of fresh)
      await keep(async (tx) => {
        const ballots = await tx.ballot.findMany({ where: { pollId } });
        await tx.ballot.deleteMany({ where: { pollId } });
        const mixed = ballots.map((ballot) => ({ ...ballot, id: mixedId() }));
        await tx.ballot.createMany({ data: mixed.sort((one, other) => one.id - other.id) });
      });
    if (fresh.length > 0) await scrub();
  },
};
