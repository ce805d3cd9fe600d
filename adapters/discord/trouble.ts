/** Discord's errors as the outbox knows them. Codes: Discord developer documentation, "Opcodes and Status Codes". */
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { DeliveryError, type DeliveryTrouble } from "../../src/bot/index.ts";

const byCode: Record<number, DeliveryTrouble> = {
  10003: "gone", // Unknown Channel
  10004: "gone", // Unknown Guild
  10008: "gone", // Unknown Message
  10013: "gone", // Unknown User
  20026: "later", // flagged for opening private messages too quickly
  20028: "later", // channel write rate limit
  30046: "later", // too many edits to messages older than an hour
  40003: "later", // opening private messages too fast
  50001: "forbidden", // Missing Access
  50007: "shut", // Cannot send messages to this user
  50013: "forbidden", // Missing Permissions
  50035: "invalid", // Invalid Form Body
  50278: "shut", // No server in common with this user
  160002: "forbidden", // Replying needs Read Message History
};

/** Seconds to wait after 30046: Discord names no time; edits come free again within minutes. */
const afterTooManyEdits = 300;

/**
 * What a failed request means. `changes: false`: asking again can do no harm, so a lost answer is only "later".
 * The error that was thrown is not passed on: discord.js keeps the whole message in it.
 */
export function deliveryError(error: unknown, request: { changes: boolean }): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof RateLimitError) {
    const retryAfterSeconds = Math.ceil(Math.max(error.timeToReset, error.retryAfter, 1000) / 1000);
    return new DeliveryError("later", "Discord asked to wait.", { retryAfterSeconds });
  }
  if (error instanceof DiscordAPIError) return refused(error);
  const lost: DeliveryTrouble = request.changes ? "uncertain" : "later";
  if (error instanceof HTTPError) return new DeliveryError(lost, `Discord had an error (${error.status}).`);
  const name = error instanceof Error ? ((error as { code?: string }).code ?? error.name) : "unknown";
  const neverLeft = [
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ENETUNREACH",
    "EHOSTUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
  ];
  if (neverLeft.includes(name) || /token/i.test(messageOf(error)))
    return new DeliveryError("later", `Discord was not reached (${name}).`);
  return new DeliveryError(lost, `No answer came from Discord (${name}).`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : "");

function refused(error: DiscordAPIError): DeliveryError {
  const code = Number(error.code);
  const trouble = byCode[code] ?? byStatus(error.status);
  const where = trouble === "invalid" ? ` at ${places(error.rawError).join(", ")}` : "";
  const more = code === 30046 ? { retryAfterSeconds: afterTooManyEdits } : {};
  return new DeliveryError(trouble, `Discord said no (${error.status}, code ${error.code}${where}).`, more);
}

const byStatus = (status: number): DeliveryTrouble => {
  if (status === 403) return "forbidden";
  if (status === 404) return "gone";
  return status === 400 ? "invalid" : "later";
};

/** Which places of the body were refused: names of fields only, never what stood there. */
function places(raw: unknown, path = "", depth = 0): string[] {
  if (typeof raw !== "object" || raw === null || depth > 12) return [];
  return Object.entries(depth === 0 ? ((raw as { errors?: object }).errors ?? {}) : raw).flatMap(
    ([name, inner]) =>
      name === "_errors" ? [path || "the body"] : places(inner, path ? `${path}.${name}` : name, depth + 1),
  );
}

/** Discord's error code, where it gave one. */
export const codeOf = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError ? Number(error.code) : undefined;
