/** The key that lives outside the database, and sealing with it (AES-256-GCM, Node's own crypto). */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Vault } from "./bot/action.ts";
import { ConfigError } from "./config.ts";

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** The key from the environment (64 hexadecimal characters), else from the file, which is made when it is missing. */
export function readKey(fromEnvironment: string | undefined, file: string): Buffer {
  if (fromEnvironment) return Buffer.from(fromEnvironment, "hex");
  const key = Buffer.from(keyFile(file).trim(), "hex");
  if (key.length !== keyBytes)
    throw new ConfigError(
      `SAYSO_KEY_FILE holds no key. It should be 64 hexadecimal characters; the file is ${file}.`,
    );
  return key;
}

function keyFile(file: string): string {
  try {
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${randomBytes(keyBytes).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    }
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigError(
      "SAYSO_KEY_FILE cannot be read or made. Use a path such as ./data/sayso.key in a folder that can be written to.",
      { cause },
    );
  }
}

/** Seals and opens with a key of 32 bytes. The sealed form is: 12 bytes of nonce, the text, 16 bytes of tag. */
export function openVault(key: Uint8Array): Vault {
  return {
    seal(bytes) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      return new Uint8Array(Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
    },
    open(sealed) {
      const all = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", key, all.subarray(0, ivBytes));
      decipher.setAuthTag(all.subarray(all.length - tagBytes));
      return new Uint8Array(
        Buffer.concat([decipher.update(all.subarray(ivBytes, all.length - tagBytes)), decipher.final()]),
      );
    },
  };
}
