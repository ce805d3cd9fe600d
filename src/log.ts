/** Structured logs (pino), without content or names: ids of ours and kinds of trouble only. */
import { pino } from "pino";

export type Log = Pick<pino.Logger, "info" | "warn" | "error" | "debug">;

/** Writes to standard output. `level`: debug, info, warn, error or silent. */
export const openLog = (level: string, destination?: pino.DestinationStream): Log =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      // An error's own message can quote what was asked of a database or a platform, so only its kind and place are kept.
      serializers: {
        err: (error: Error) => ({
          type: error.name,
          code: (error as { code?: string }).code,
          stack: places(error),
        }),
      },
    },
    destination ?? pino.destination({ sync: true }),
  );

/** The lines of a stack that name places in the code; never the first, which holds the message. */
const places = (error: Error): string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
