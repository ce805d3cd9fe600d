/** Trouble on demand: a test says which of the bot's next requests goes wrong, and how. */

export type Trouble =
  /** 429 with Retry-After and Discord's headers. Seconds. */
  | { kind: "limited"; seconds: number; global?: boolean }
  /** A status such as 500 or 503, nothing done. */
  | { kind: "status"; status: number }
  /** Discord's own error, such as 30046, nothing done. */
  | { kind: "refused"; status: number; code: number; message?: string }
  /** Nothing is done and no answer ever comes. */
  | { kind: "silence" }
  /** The connection breaks before anything is done. */
  | { kind: "broken" }
  /** The work is done, the answer is lost. `silently`: the connection stays open, no answer comes. */
  | { kind: "answer-lost"; silently?: boolean }
  /** The work is done, half of the answer arrives. */
  | { kind: "half-answer" }
  /** The work is done, and then answered with a status such as 502. */
  | { kind: "done-but-status"; status: number }
  /** Done after a while. Milliseconds. */
  | { kind: "slow"; ms: number };

export type Faults = {
  /** The next `times` requests whose "METHOD /path" fits (default: the next one of any kind) meet this trouble. */
  next(trouble: Trouble, on?: RegExp, times?: number): void;
  /** Takes the trouble for this request, if any waits. */
  meet(request: string): Trouble | undefined;
  clear(): void;
};

export function newFaults(): Faults {
  let waiting: { trouble: Trouble; on: RegExp; left: number }[] = [];
  return {
    next(trouble, on = /./, times = 1) {
      waiting.push({ trouble, on, left: times });
    },
    meet(request) {
      const found = waiting.find((fault) => fault.left > 0 && fault.on.test(request));
      if (found) found.left -= 1;
      waiting = waiting.filter((fault) => fault.left > 0);
      return found?.trouble;
    },
    clear() {
      waiting = [];
    },
  };
}
