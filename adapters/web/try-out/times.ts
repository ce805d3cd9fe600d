/** Demo times in words, in the board's own zone. */

const day = { weekday: "short", day: "numeric", month: "short" } as const;
const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

export type Times = {
  /** "Mon 23 Nov, 16:00" */
  full(at: Date): string;
  /** "16:00", or with its day where that is another one than today's. */
  short(at: Date): string;
};

/** `zone` is an IANA name such as "Europe/London"; one that is not known is read as UTC. */
export function timesIn(zone: string, now: Date): Times {
  const timeZone = known(zone) ? zone : "UTC";
  const write = (at: Date, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...parts, timeZone }).format(at);
  const full = (at: Date) => `${write(at, day).replace(",", "")}, ${write(at, hour)}`;
  return { full, short: (at) => (write(at, day) === write(now, day) ? write(at, hour) : full(at)) };
}

function known(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
