/** The room as text and back. Pictures and files become base64. */
import type { State } from "./room.ts";

/** Raised when the shape of the room changes: an older text is then left aside, and the room opens empty. */
const version = 1;

export const writeState = (state: State): string =>
  JSON.stringify({ version, state }, (_name, value: unknown) =>
    value instanceof Uint8Array ? { bytes64: Buffer.from(value).toString("base64") } : buffered(value),
  );

/** `undefined` when the text is not a room of this version. */
export function readState(text: string): State | undefined {
  try {
    const read = JSON.parse(text, (_name, value: unknown) =>
      isBytes(value) ? new Uint8Array(Buffer.from(value.bytes64, "base64")) : value,
    ) as { version?: number; state?: State };
    return read.version === version ? read.state : undefined;
  } catch {
    return undefined;
  }
}

/** A Buffer turns itself into `{ type, data }` before the replacer sees it. */
const buffered = (value: unknown): unknown => {
  const it = value as { type?: unknown; data?: unknown } | null;
  return it?.type === "Buffer" && Array.isArray(it.data)
    ? { bytes64: Buffer.from(it.data as number[]).toString("base64") }
    : value;
};

const isBytes = (value: unknown): value is { bytes64: string } =>
  typeof (value as { bytes64?: unknown } | null)?.bytes64 === "string" &&
  Object.keys(value as object).length === 1;
