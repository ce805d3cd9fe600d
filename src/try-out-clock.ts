/** The try-out's clock: real time and an offset that only grows. It steps through each due moment in order. */
import type { Clock } from "./bot/clock.ts";
import { realClock } from "./bot/clock.ts";
import type { OpenDatabase } from "./database.ts";

const setting = "try-out clock";
/** A push stops after this many due moments, so that a mistake cannot run for ever. */
const mostSteps = 2_000;

export type PushableClock = Clock & {
  /** Moves on by hours, or to the next due moment, letting everything due between happen in its order. */
  push(to: { hours: number } | { next: true }): Promise<{ from: Date; to: Date; steps: number }>;
};

/** What a push steps through: given once the house stands. */
export type Stepping = { nextDue(): Promise<Date | undefined>; beat(): Promise<void> };

/** Opens the clock with the offset that it had (ms). `startAt`: where a new try-out begins, if that is in the future.
 *  `base`: the time without the offset; stories stop it. */
export async function openPushableClock(
  database: OpenDatabase,
  startAt: (now: Date) => Date,
  base: Clock = realClock,
): Promise<PushableClock & { steps(through: Stepping): void }> {
  const kept = await database.read.setting.findUnique({ where: { name: setting } });
  let offset = kept ? Number(kept.value) : Math.max(0, startAt(base.now()).getTime() - base.now().getTime());
  let through: Stepping | undefined;
  const now = () => new Date(base.now().getTime() + offset);

  async function jumpTo(instant: Date): Promise<void> {
    offset += Math.max(0, instant.getTime() - now().getTime());
    const value = String(offset);
    await database.keep((tx) =>
      tx.setting.upsert({ where: { name: setting }, update: { value }, create: { name: setting, value } }),
    );
  }
  if (!kept) await jumpTo(now());

  return {
    now,
    steps(it) {
      through = it;
    },
    async push(to) {
      const from = now();
      const goal = "hours" in to ? new Date(from.getTime() + to.hours * 3_600_000) : undefined;
      let steps = 0;
      while (through && steps < mostSteps) {
        const due = await through.nextDue();
        const next = due && (due > now() ? due : new Date(now().getTime() + 60_000));
        if (!next || (goal && next > goal)) break;
        await jumpTo(next);
        await through.beat();
        steps += 1;
        if (!goal) return { from, to: now(), steps };
      }
      if (goal) await jumpTo(goal);
      await through?.beat();
      return { from, to: now(), steps };
    },
  };
}
