/** Section 4 of issue 2: the database is locked, full, read-only or out of reach for a while. Nothing is lost or done twice. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { address } from "../../src/bot/action.ts";
import { type OpenDatabase, openDatabase } from "../../src/database.ts";
import { lookAtHealth } from "../../src/health.ts";
import { freshDatabase, postgresql } from "../support/database.ts";
import { openDiscordWorld } from "../support/discord/world.ts";
import { openWire, type Wire } from "../support/proxy.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone, World } from "../support/world.ts";
import { adds, kept, linesWith, picks, question, questions } from "./ledger.ts";

const sorry = "I can't save anything right now, so nothing has changed. Please try again in a minute.";
const hostLine = "The database is away; a press was answered without being kept.";

let story: Story;
let amina: Someone;
let ben: Someone;

async function begin(world: World, database?: string): Promise<void> {
  story = await startStory({ world, ...(database ? { database } : {}) });
  amina = await world.person("Amina");
  ben = await world.person("Ben");
  await adds(amina, "Ice skating");
  await ben.commands("plan");
  await story.settles();
}

/** What must hold of each fault: `breaks` begins it, `mends` ends it. */
async function comesThrough(breaks: () => Promise<void>, mends: () => Promise<void>): Promise<void> {
  const before = await kept(story);
  await amina.presses("Add my idea");
  await breaks();
  await amina.fills({ text: "Bowling" });
  expect(amina.sees()?.text).toContain(sorry);
  expect(amina.sees()?.text).toContain("You wrote: Bowling");
  expect(linesWith(story, hostLine)).toBe(1);
  await story.house.beat();
  await mends();

  expect(await kept(story)).toEqual(before);
  await adds(amina, "Bowling");
  expect(amina.sees()?.text).toContain("Added: Bowling");
  await picks(ben, ["Bowling"], story.finds(question));
  expect(ben.sees()?.text).toContain("Saved: Bowling");
  expect(await kept(story)).toMatchObject({ ideas: 2, options: 2, ballots: 1 });
  await story.settles();
  expect(questions(story.world)).toHaveLength(1);
  expect(story.finds(question).text).toContain("Bowling");
}

describe.skipIf(postgresql)("a SQLite file", () => {
  let other: OpenDatabase | undefined;
  afterEach(async () => {
    await other?.close();
    other = undefined;
    await story.ends();
  });

  /** Another process begins to write and does not end. */
  async function lock(): Promise<() => Promise<void>> {
    other = await openDatabase(story.database);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let begun = () => {};
    const locked = new Promise<void>((done) => {
      begun = done;
    });
    const writing = other.keep(async (tx) => {
      await tx.setting.create({ data: { name: "held", value: "" } });
      begun();
      await held;
    });
    await locked;
    return async () => {
      release();
      await writing;
    };
  }

  it("is locked by another process", async () => {
    await begin(webWorld());
    let unlock = async () => {};
    await comesThrough(
      async () => {
        unlock = await lock();
      },
      () => unlock(),
    );
  });

  it("is locked only for a moment: Amina waits for it and notices nothing", async () => {
    await begin(webWorld());
    await amina.presses("Add my idea");
    const unlock = await lock();
    const filling = amina.fills({ text: "Bowling" });
    setTimeout(() => void unlock(), 300);
    await filling;
    expect(amina.sees()?.text).toContain("Added: Bowling");
    expect(linesWith(story, hostLine)).toBe(0);
  });

  it("is locked: Discord still has its answer within three seconds", async () => {
    const world = await openDiscordWorld();
    await begin(world);
    let unlock = async () => {};
    await comesThrough(
      async () => {
        unlock = await lock();
      },
      () => unlock(),
    );
    expect(world.violations()).toEqual([]);
  });

  it("stands on a full disk", async () => {
    await begin(webWorld());
    const limit = (pages: number | bigint) =>
      story.house.database.keep((tx) => tx.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`));
    await comesThrough(
      async () => {
        const { keep } = story.house.database;
        const [found] = await keep((tx) => tx.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count"));
        await limit(found?.page_count ?? 1n);
        // Every act notes its press first: fills what is left for those.
        const at = story.clock.now();
        for (let nth = 0; ; nth += 1) {
          const id = `filled-to-the-brim${1_000 + nth}`;
          const took = await keep((tx) => tx.press.create({ data: { id, at } })).then(
            () => true,
            () => false,
          );
          if (!took) break;
        }
      },
      async () => {
        await limit(1_000_000);
      },
    );
  });

  it("may not be written to", async () => {
    await begin(webWorld());
    const only = (state: "ON" | "OFF") =>
      story.house.database.keep((tx) => tx.$queryRawUnsafe(`PRAGMA query_only = ${state}`)).then(() => {});
    await comesThrough(
      () => only("ON"),
      () => only("OFF"),
    );
  });
});

describe.skipIf(!postgresql)("a PostgreSQL server", () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await openWire(await freshDatabase());
    await begin(webWorld(), wire.through);
  });
  afterEach(async () => {
    wire.mend();
    await story.ends();
    await wire.close();
  });
  const look = () =>
    lookAtHealth({
      database: story.house.database,
      doors: story.house.doors,
      lastTick: story.house.lastTick,
      now: () => story.clock.now(),
    });

  it("is out of reach for a while", async () => {
    await comesThrough(
      async () => {
        wire.cut();
        expect(await look()).toMatchObject({ well: false, database: "down" });
      },
      async () => wire.mend(),
    );
    await story.settles();
    expect(await look()).toMatchObject({ well: true, database: "up" });
  });

  it("is out of reach at the close: the poll closes when it is back, and its result is posted once", async () => {
    await picks(ben, ["Ice skating"], story.finds(question));
    await story.waits({ days: 4, hours: 23 });
    wire.cut();
    await story.house.beat();
    wire.mend();
    await story.waits({ hours: 2 });
    const results = story.world
      .posts(story.world.boardChannel)
      .filter((post) => post.text.includes("1. Ice"));
    expect(results).toHaveLength(1);
    expect(await story.house.database.read.outcome.count()).toBe(1);
  });

  it("answers nobody, though the line stands: Amina hears so, in time", async () => {
    await amina.presses("Add my idea");
    wire.hush();
    await amina.fills({ text: "Bowling" });
    expect(amina.sees()?.text).toContain(sorry);
    wire.mend();
    await vi.waitFor(async () => expect((await look()).database).toBe("up"), {
      timeout: 8_000,
      interval: 50,
    });
    await adds(amina, "Bowling");
    expect(amina.sees()?.text).toContain("Added: Bowling");
    expect(await kept(story)).toMatchObject({ ideas: 2 });
  });
});

describe("asking for help", () => {
  afterEach(() => story.ends());

  it("works whatever becomes of the database", async () => {
    await begin(webWorld());
    const { boardId, house } = story;
    const rename = (from: string, to: string) =>
      house.database.keep((tx) => tx.$executeRawUnsafe(`ALTER TABLE "${from}" RENAME TO "${to}"`));
    await rename("Identity", "Lost");
    const answer = await house.bot.answer({
      key: "help",
      from: "button",
      person: amina.visitor,
      place: story.world.boardChannel,
      does: address("help.now", { b: boardId }),
    });
    expect(JSON.stringify(answer)).toContain("999");
    expect(linesWith(story, "Help was shown without the board")).toBe(1);
    await rename("Lost", "Identity");
  });
});
