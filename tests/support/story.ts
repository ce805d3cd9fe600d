/** A story: a board on one platform, people who act, and a clock that the story pushes. */
import { nanoid } from "nanoid";
import { seedDemoBoard } from "../../prisma/seed.ts";
import { openDatabase } from "../../src/database.ts";
import { openLog } from "../../src/log.ts";
import { openHouse } from "../../src/main.ts";
import { openPushableClock } from "../../src/try-out-clock.ts";
import { freshDatabase } from "./database.ts";
import type { Shown, World } from "./world.ts";

/** Monday 7 December 2026, 4pm in London. Stories begin here unless they say otherwise. */
export const monday = new Date("2026-12-07T16:00:00Z");

export type Story = Awaited<ReturnType<typeof startStory>>;

type Beginning = {
  world: World;
  /** Further platforms whose doors open in the same house. */
  also?: World[];
  /** What differs from the demo board. */
  board?: Record<string, string | number>;
  at?: Date;
  /** Do not make a board: the story sets one up. */
  noBoard?: boolean;
  database?: string;
};

/** Opens a house with one board (its first poll is due at once) and the world's real door. */
export async function startStory({
  world,
  also = [],
  board: differs = {},
  at = monday,
  noBoard,
  database: url,
}: Beginning) {
  const address = url ?? (await freshDatabase());
  const log: string[] = [];
  let base = at;
  const logger = openLog("debug", { write: (line: string) => void log.push(line) });

  async function light() {
    const database = await openDatabase(address);
    const clock = await openPushableClock(database, () => base, { now: () => base });
    const house = await openHouse({ database, key: Buffer.alloc(32, 7), clock, log: logger });
    const beat = async () => {
      await house.beat();
      await house.outbox.settled();
    };
    clock.steps({ nextDue: house.bot.nextDue, beat });
    return { house, clock, beat };
  }

  async function openDoors() {
    for (const it of [world, ...also]) await lit.house.open(it.openDoor());
    await lit.beat();
  }

  let lit = await light();
  const id = noBoard ? "" : await makeBoard();
  await openDoors();

  async function makeBoard(): Promise<string> {
    const { boardChannel, staffChannel, workspace, platform, staffRole } = world;
    const { board: boardId } = await seedDemoBoard(
      lit.house.database,
      { workspace, boardChannel: boardChannel.channel, staffChannel: staffChannel.channel, lead: "" },
      { pollsFrom: at, newId: () => nanoid(12), weekday: 1, hour: 16 },
    );
    await lit.house.database.keep(async (tx) => {
      await tx.hanging.updateMany({
        where: { boardId },
        data: { platform, staffRoles: staffRole ?? "", staffByChannel: staffRole === undefined },
      });
      await tx.board.update({ where: { id: boardId }, data: differs });
    });
    return boardId;
  }

  return {
    world,
    boardId: id,
    /** Everything that was logged, line by line. */
    log,
    database: address,
    get house() {
      return lit.house;
    },
    get clock() {
      return lit.clock;
    },
    /** Lets everything that is on its way arrive: two seconds pass. */
    async settles() {
      await lit.house.outbox.settled();
      await lit.clock.push({ hours: 2 / 3600 });
    },
    /** Time passes; everything due in it happens in its order. */
    async waits(time: { days?: number; hours?: number; minutes?: number }) {
      await lit.clock.push({ hours: (time.days ?? 0) * 24 + (time.hours ?? 0) + (time.minutes ?? 0) / 60 });
    },
    /** The newest post of a channel that holds these words. Throws with what stands there when there is none. */
    finds(words: string, where: "board" | "staff" = "board", there: World = world): Shown {
      const posts = there.posts(where === "board" ? there.boardChannel : there.staffChannel);
      const found = posts.findLast((post) => post.text.includes(words));
      if (!found)
        throw new Error(`No post says "${words}". There:\n${posts.map((post) => post.text).join("\n---\n")}`);
      return found;
    },
    /** Stops the process and starts it again on the same database. */
    async restarts() {
      await lit.house.close();
      lit = await light();
      await openDoors();
    },
    /** The process is not running for this long; then it starts, and beats once. */
    async sleeps({ days }: { days: number }) {
      await lit.house.close();
      base = new Date(base.getTime() + days * 86_400_000);
      lit = await light();
      await openDoors();
    },
    async ends() {
      await lit.house.close();
      for (const it of [world, ...also]) await it.close();
    },
  };
}
