/** What keeps a ballot apart from its person: a secret for each poll, sealed by a key outside the database. */
import { createHmac, randomBytes, randomInt } from "node:crypto";
import type { Vault } from "../../bot/action.ts";

/** A new poll's secret, sealed. It is opened only in memory, and deleted at the close. */
export const newSecret = (vault: Vault): Uint8Array<ArrayBuffer> => vault.seal(randomBytes(32));

/** The key that stands on a person's ballot: the same for each change of their vote, worth nothing without the secret. */
export const voterKey = (vault: Vault, sealed: Uint8Array, person: string): string =>
  createHmac("sha256", vault.open(sealed)).update(person).digest("base64url");

/** A random number for a new ballot (−1 to −2³¹ + 1): below zero until `shuffle.ts` has mixed it with the others. */
export const ballotId = (): number => -mixedId();

/** A random number for a ballot that was mixed with the others (1 to 2³¹ − 1). */
export const mixedId = (): number => randomInt(1, 2 ** 31 - 1);
