/** Whether the key is the one with which this database was begun. Another could not count the polls that are open. */
import { randomBytes } from "node:crypto";
import type { Vault } from "./bot/action.ts";
import { ConfigError } from "./config.ts";
import type { OpenDatabase } from "./database.ts";

const name = "key check";

/**
 * Throws `ConfigError` when the key is another one. `lost`: the old key is gone for good. Then the ballots of open
 * secret polls, which nobody can count any more, are deleted, and their people can choose again.
 */
export async function checkKey({ read, keep }: OpenDatabase, vault: Vault, lost: boolean): Promise<void> {
  const kept = await read.setting.findUnique({ where: { name } });
  if (kept && opens(vault, kept.value)) return;
  if (kept && !lost)
    throw new ConfigError(
      "SAYSO_KEY (or the file that SAYSO_KEY_FILE names) is not the key of this database. Put the old key back. If it is gone for good, start once with SAYSO_KEY_LOST=yes: in open polls everyone then chooses again.",
    );
  const value = Buffer.from(vault.seal(Buffer.from(name))).toString("base64");
  await keep(async (tx) => {
    await tx.setting.upsert({ where: { name }, update: { value }, create: { name, value } });
    if (!kept) return;
    for (const { id } of await tx.poll.findMany({ where: { state: "open" }, select: { id: true } })) {
      await tx.ballot.deleteMany({ where: { pollId: id } });
      await tx.poll.update({ where: { id }, data: { secret: vault.seal(randomBytes(32)) } });
    }
  });
}

function opens(vault: Vault, sealed: string): boolean {
  try {
    return Buffer.from(vault.open(Buffer.from(sealed, "base64"))).toString() === name;
  } catch {
    return false;
  }
}
