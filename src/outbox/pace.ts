/** Pure: when a letter may leave, when it is tried again, and how often a post is drawn anew. Times in milliseconds. */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long a process may hold a letter before another may take it. Longer than any door waits for an answer. */
export const claimFor = 2 * minute;

/** A letter that could not be delivered for this long is given up, and staff are told. */
export const hoursToLive = 24;

/** Wait before try number `attempts + 1`: 5 s, doubled each time, at most 15 minutes; never less than the platform asks. */
export function retryAfter(attempts: number, askedSeconds = 0): number {
  return Math.max(askedSeconds * second, Math.min(5 * second * 2 ** Math.max(0, attempts - 1), 15 * minute));
}

/** Trouble that only a person can mend (no permission, channel gone) is looked at less often: every 10 minutes. */
export const afterPeople = 10 * minute;

/**
 * When a post may be drawn anew. In its first hour a second apart; later every 3 minutes, since Discord limits the
 * edits of older messages (error 30046, Discord documentation).
 */
export function redrawAt(post: { postedAt: Date; drawnAt: Date }, now: Date): Date {
  const gap = now.getTime() - post.postedAt.getTime() < hour ? second : 3 * minute;
  return new Date(Math.max(now.getTime(), post.drawnAt.getTime() + gap));
}
