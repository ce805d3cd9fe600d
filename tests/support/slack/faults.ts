/** Everything that can go wrong with Slack, on demand. */

export type Fault =
  /** 429 with `Retry-After`. */
  | { kind: "rate-limited"; retryAfterSeconds: number }
  /** An HTTP status such as 503. */
  | { kind: "status"; status: number }
  /** `{ ok: false, error }`. */
  | { kind: "error"; error: string }
  /** Nothing is done and no answer comes until the client gives up. */
  | { kind: "hang" }
  /** The connection breaks before anything is done. */
  | { kind: "cut" }
  /** It is done, but the connection breaks before the answer. */
  | { kind: "lost" };

/** The switches of one test server. */
export type Faults = {
  /** The next `times` calls of this method (`"response_url"` for answers) go wrong in this way. */
  next(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | undefined;
  /** Each press, command, form and event comes twice. */
  twice: boolean;
  /** What every call with the bot's token is told, such as `token_revoked`. */
  botToken?: string;
  /** What every call with the app's token is told. */
  appToken?: string;
  /** Trigger ids are dead on arrival. */
  deadTriggers: boolean;
  /** Answer addresses (`response_url`) are used up on arrival. */
  deadResponses: boolean;
  /** The limits for apps outside the Marketplace: 15 messages a call, one call a minute. */
  tightHistory: boolean;
};

export function newFaults(): Faults {
  const queues = new Map<string, Fault[]>();
  return {
    next(method, fault, times = 1) {
      queues.set(method, [...(queues.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    take: (method) => queues.get(method)?.shift(),
    twice: false,
    deadTriggers: false,
    deadResponses: false,
    tightHistory: false,
  };
}
