/** Quiet time: the hours of the wall in which a board gets no new posts and no private messages. */
import { atHour, dateIn, daysLater, onTheWall } from "./wall-clock.ts";

/** From this full hour (0 to 23) until that one, over midnight if need be. Equal hours: no quiet time. */
export type QuietTime = { timeZone: string; quietFrom: number; quietTo: number };

/** Whether an instant lies in the board's quiet time. The hour at which it ends is no longer quiet. */
export const isQuiet = (quiet: QuietTime, at: Date): boolean =>
  isQuietHour(quiet, onTheWall(quiet.timeZone, at).hour);

/** Whether an hour of the wall (0 to 23) is quiet: set-up refuses an opening then. */
export function isQuietHour({ quietFrom, quietTo }: QuietTime, hour: number): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? quietFrom <= hour && hour < quietTo : quietFrom <= hour || hour < quietTo;
}

/** When something may go out that is ready now: now itself, or the end of the quiet time. */
export function afterQuiet(quiet: QuietTime, at: Date): Date {
  if (!isQuiet(quiet, at)) return at;
  // Two days on: on the night of a clock change the one hour that is not quiet may not exist.
  for (const days of [0, 1, 2]) {
    const end = atHour(
      quiet.timeZone,
      dateIn(quiet.timeZone, daysLater(quiet.timeZone, at, days)),
      quiet.quietTo,
    );
    if (end > at && !isQuiet(quiet, end)) return end;
  }
  throw new Error(`No end of the quiet time ${quiet.quietFrom} to ${quiet.quietTo} in ${quiet.timeZone}.`);
}
