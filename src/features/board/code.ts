/** The code that proves on a second platform that somebody runs the board on the first. Kept as a hash, for one hour. */
import { createHash } from "node:crypto";
import type { Transaction } from "../../database.ts";

const prefix = "link:";
const hoursValid = 1;
/** Without letters and digits that look alike. 32 of them: five bits each. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const digest = (text: string) => createHash("sha256").update(text).digest();
const nameOf = (code: string) =>
  prefix + digest(code.toUpperCase().replace(/[^A-Z0-9]/g, "")).toString("base64url");

/** A code of eight signs (40 bits) from a random id: "ABCD-2345". */
export function codeFrom(randomId: string): string {
  const signs = [...digest(randomId).subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Keeps the code's hash for the board. An earlier code of the board, and every code whose hour is over, ends. */
export async function keepCode(
  tx: Transaction,
  it: { code: string; board: string; now: Date },
): Promise<void> {
  const codes = await tx.setting.findMany({ where: { name: { startsWith: prefix } } });
  const over = codes.filter(({ value }) => {
    const [board, until] = value.split(" ");
    return board === it.board || new Date(until ?? 0) <= it.now;
  });
  await tx.setting.deleteMany({ where: { name: { in: over.map(({ name }) => name) } } });
  const until = new Date(it.now.getTime() + hoursValid * 3_600_000).toISOString();
  await tx.setting.create({ data: { name: nameOf(it.code), value: `${it.board} ${until}` } });
}

/** The board of a code, as long as it holds. It stays until `endCode`. */
export async function boardOfCode(tx: Transaction, code: string, now: Date): Promise<string | undefined> {
  const kept = await tx.setting.findUnique({ where: { name: nameOf(code) } });
  const [board, until] = kept?.value.split(" ") ?? [];
  return until && new Date(until) > now ? board : undefined;
}

/** A code works once. */
export async function endCode(tx: Transaction, code: string): Promise<void> {
  await tx.setting.deleteMany({ where: { name: nameOf(code) } });
}
