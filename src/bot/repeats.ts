/**
 * The same press can come twice: platforms deliver again when they are unsure. Within a process a repeat gets the answer
 * of the first; across a restart the database knows its hash (`Press`), and nothing is done twice.
 */
import { createHash } from "node:crypto";
import type { Transaction } from "../database.ts";

/** What is kept of a press: a hash, from which nobody can tell who pressed. */
export const pressId = (key: string): string =>
  createHash("sha256").update(key).digest("base64url").slice(0, 22);

/** Thrown inside a transaction when the press was done before. */
export class DoneBefore extends Error {
  override name = "DoneBefore";
}

const fullHour = (at: Date): Date => new Date(at.getTime() - (at.getTime() % 3_600_000));

/** Notes a press in the transaction of what it does. Throws `DoneBefore` when it stands there already. */
export async function notePress(tx: Transaction, key: string, now: Date): Promise<void> {
  const added = await tx.$executeRaw`
    INSERT INTO "Press" ("id", "at") VALUES (${pressId(key)}, ${fullHour(now)}) ON CONFLICT DO NOTHING`;
  if (added === 0) throw new DoneBefore();
}

/** How long a process remembers answers, in ms, and how many. */
const rememberFor = 5 * 60_000;
const most = 5_000;

/** Gives a repeat of `key` the answer of its first run, also while that is still under way; `onRepeat` hears of it. */
export function recently<Value>(
  onRepeat: () => void,
): (key: string, run: () => Promise<Value>) => Promise<Value> {
  const answers = new Map<string, { answer: Promise<Value>; until: number }>();
  return (key, run) => {
    const id = pressId(key);
    const now = performance.now();
    for (const [old, { until }] of answers) {
      if (until > now && answers.size < most) break;
      answers.delete(old);
    }
    const known = answers.get(id);
    if (known) {
      onRepeat();
      return known.answer;
    }
    const answer = run();
    answers.set(id, { answer, until: now + rememberFor });
    return answer;
  };
}
