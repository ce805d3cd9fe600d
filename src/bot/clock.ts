/** The clock is one thing that is handed in, so that tests and the try-out can push it. */
export type Clock = { now(): Date };

/** The real time. */
export const realClock: Clock = { now: () => new Date() };
