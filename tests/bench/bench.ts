/**
 * `npm run bench`: how long a press takes from the platform to its answer, beside a bare handler that does one upsert.
 * Both run in turns in one process, so that only their ratio counts (docs/bench.md).
 */
import { databases } from "./databases.ts";
import { bareOnDiscord, saysoOnDiscord } from "./discord.ts";
import { type Measured, ratioOf, table } from "./figures.ts";
import { round, type Side } from "./side.ts";
import { bareOnSlack, saysoOnSlack } from "./slack.ts";

/**
 * The product's median is at most so many times the bare handler's, on the same database file (issue 2, section 5).
 * PostgreSQL is measured beside it and held to nothing yet: the issue on load sets its bound.
 */
const bound = 2;
const boundFor = "SQLite";
const rounds = 7;
const presses = 40;
/** Presses before anything counts: the machine gets to know both. */
const warmUp = 150;

type Doors = Record<string, { bare(url: string): Promise<Side>; sayso(url: string): Promise<Side> }>;
const doors: Doors = {
  "discord.js": { bare: bareOnDiscord, sayso: saysoOnDiscord },
  Bolt: { bare: bareOnSlack, sayso: saysoOnSlack },
};

async function measure(bare: Side, sayso: Side): Promise<Pick<Measured, "bare" | "product">> {
  await round(bare, warmUp);
  await round(sayso, warmUp);
  const times: Pick<Measured, "bare" | "product"> = { bare: [], product: [] };
  for (let turn = 0; turn < rounds; turn++) {
    const first = turn % 2 === 0;
    if (first) times.bare.push(await round(bare, presses));
    times.product.push(await round(sayso, presses));
    if (!first) times.bare.push(await round(bare, presses));
  }
  return times;
}

async function bench(): Promise<boolean> {
  const rows: Measured[] = [];
  for (const database of await databases()) {
    try {
      for (const [door, { bare, sayso }] of Object.entries(doors)) {
        const [other, ours] = [await bare(await database.fresh()), await sayso(await database.fresh())];
        rows.push({ door, database: database.name, ...(await measure(other, ours)) });
        await other.close();
        await ours.close();
      }
    } finally {
      await database.remove();
    }
  }
  console.log(`\n${table(rows)}\n`);
  const over = rows.filter((row) => row.database === boundFor && ratioOf(row) > bound);
  const which = over.map((row) => `${row.door} on ${row.database}`).join(", ");
  console.log(
    over.length === 0
      ? `The bound holds: on ${boundFor} a press takes at most ${bound} times a bare handler's median.`
      : `The bound is broken (${bound} times a bare handler's median): ${which}.`,
  );
  return over.length === 0;
}

process.exitCode = (await bench()) ? 0 : 1;
