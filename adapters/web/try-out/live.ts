/** Live: a page that is open is told when something changed, by server-sent events. What changed it asks for itself. */
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Room } from "./room.ts";

/** Changes within this many milliseconds of real time are told together. */
const togetherMs = 60;
/** A line that keeps the connection open, in milliseconds of real time. */
const stillHereMs = 25_000;

export type Live = { stream(context: Context): Response; close(): void };

export function openLive(room: Room): Live {
  const closing = new AbortController();
  return {
    stream: (context) =>
      streamSSE(context, async (stream) => {
        let tell: () => void = () => {};
        let changed = false;
        const stop = room.watch(() => {
          changed = true;
          tell();
        });
        const end = () => tell();
        stream.onAbort(end);
        closing.signal.addEventListener("abort", end);
        await stream.writeSSE({ event: "here", data: "" });
        while (!stream.aborted && !closing.signal.aborted) {
          if (!changed) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, stillHereMs);
              tell = () => {
                clearTimeout(timer);
                resolve();
              };
            });
          }
          if (stream.aborted || closing.signal.aborted) break;
          if (changed) await stream.sleep(togetherMs);
          const event = changed ? "changed" : "here";
          changed = false;
          await stream.writeSSE({ event, data: "" });
        }
        closing.signal.removeEventListener("abort", end);
        stop();
      }),
    close: () => closing.abort(),
  };
}
