/** What the door is given, and how long it waits for what. */

/** The log is handed in. The first argument holds plain facts: never words of people, never names. */
export type Log = Record<
  "info" | "warn" | "error",
  (facts: Record<string, unknown>, message: string) => void
>;

export type DoorOptions = {
  token: string;
  /** Default: Discord's own address. Another for proxies and tests, such as `http://127.0.0.1:4000/api`. */
  apiUrl?: string;
  log: Log;
  patience?: Partial<Patience>;
};

/** All in milliseconds. */
export type Patience = {
  /** A press without an answer by then gets a first sign. Discord gives up after 3,000. */
  firstSign: number;
  /** A form that is not there by then is given up; it must be the very first answer, within 3,000. */
  form: number;
  /** An answer that was put off and is not there by then: the person hears that it is late. It still comes when it can. */
  answer: number;
  /** One request to Discord. Tried twice where that is safe. */
  request: number;
  /** Longer waits that Discord asks for are handed back to the outbox. */
  rateLimit: number;
  /** What is in flight when the door closes may still finish. */
  stop: number;
  /** discord.js may never come back from `destroy()` while it is connecting. */
  goodbye: number;
  /** `start` waits this long for Discord; after that it connects in the background. */
  start: number;
  /** Between two tries to connect. */
  again: number;
};

export const defaultPatience: Patience = {
  firstSign: 1500,
  form: 2500,
  answer: 45_000,
  request: 10_000,
  rateLimit: 10_000,
  stop: 7000,
  goodbye: 1000,
  start: 20_000,
  again: 15_000,
};

/** Resolves after a while. Does not keep the process alive. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
