/** What keeps two presses at once from both being the third idea: rules that look and then write. */
import { expect, it } from "vitest";
import { openDatabase } from "../src/database.ts";
import { freshDatabase, postgresql } from "./support/database.ts";

it.skipIf(!postgresql)(
  "two people who press at once on PostgreSQL never see half of each other's act",
  async () => {
    const database = await openDatabase(await freshDatabase());
    const [kept] = await database.keep(
      (tx) => tx.$queryRaw<{ transaction_isolation: string }[]>`SHOW transaction_isolation`,
    );
    await database.close();
    expect(kept?.transaction_isolation).toBe("serializable");
  },
);
