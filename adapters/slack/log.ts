/** Logs: ours is handed in; Bolt's own goes through it without anything that a person wrote. */
import type { Logger, LogLevel } from "@slack/bolt";

/** What the door needs of a log (pino fits). Facts never hold content, names or platform ids. */
export type Log = Record<
  "info" | "warn" | "error",
  (facts: Record<string, unknown>, sentence: string) => void
>;

/** Bolt's words in a shape that tells nothing: no tokens, no addresses, no quoted text, at most 160 characters. */
const quiet = (said: unknown): string => {
  if (said instanceof Error) return `${said.name} ${"code" in said ? String(said.code) : ""}`.trim();
  if (typeof said !== "string") return typeof said;
  return said
    .replace(/\b(?:xox[a-z]|xapp)-\S+/g, "(token)")
    .replace(/\b(?:https?|wss?):\/\/\S+/g, "(address)")
    .replace(/\b[UWCDGT][A-Z0-9]{8,}\b/g, "(id)")
    .replace(/"[^"]*"|\{.*\}/gs, "(text)")
    .slice(0, 160);
};

/** Bolt's logger, wired to ours. Its debug and info lines hold payloads and are dropped. */
export function boltLogger(log: Log): Logger {
  const pass =
    (level: "warn" | "error") =>
    (...said: unknown[]): void =>
      log[level]({ from: "bolt", said: said.map(quiet).join(" ") }, "Slack's library says");
  return {
    debug: () => {},
    info: () => {},
    warn: pass("warn"),
    error: pass("error"),
    setLevel: () => {},
    getLevel: () => "warn" as LogLevel,
    setName: () => {},
  };
}
