/** The pulse: once a minute. The only file that imports node-cron; what is due is known to the database. */
import { schedule } from "node-cron";

/** Calls `beat` now and at each full minute; a beat that is still running is not joined by another. Gives the stop. */
export function startHeartbeat(beat: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let busy = false;
  const once = () => {
    if (busy) return;
    busy = true;
    running = beat().finally(() => {
      busy = false;
    });
  };
  const task = schedule("* * * * *", once);
  once();
  return async () => {
    await task.destroy();
    await running;
  };
}
