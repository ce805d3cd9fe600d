/** The try-out in the house: its clock, its demo board, and where its room is remembered. Named beside real doors never. */
import { nanoid } from "nanoid";
import { messageOf } from "../adapters/discord/render.ts";
import { drawView } from "../adapters/slack/render.ts";
import { tryOutDoor } from "../adapters/web/try-out/adapter.ts";
import { channelIds, workspace } from "../adapters/web/try-out/cast.ts";
import { seedDemoBoard } from "../prisma/seed.ts";
import type { OpenDatabase } from "./database.ts";
import type { Log } from "./log.ts";
import type { House } from "./main.ts";
import { latestOpening, nextOpening, type Rhythm } from "./schedule/rhythm.ts";
import { openPushableClock } from "./try-out-clock.ts";

const room = "try-out room";
const clockSetting = "try-out clock";
const zone = "Europe/London";
/** The demo begins as its board's poll opens: a Monday at 4pm. */
const rhythm: Rhythm = {
  timeZone: zone,
  weekday: 1,
  hour: 16,
  openHours: 120,
  quietFrom: 20,
  quietTo: 8,
  nation: "england",
  skipDates: [],
};

const nextMonday = (now: Date): Date => nextOpening(rhythm, now)?.opensAt ?? now;

/** The try-out's clock, which begins on a Monday at 4pm and keeps its offset across restarts. */
export const openTryOutClock = (database: OpenDatabase) => openPushableClock(database, nextMonday);

/** Makes the demo board, opens the try-out's door, and lets its clock step through what falls due. */
export async function openTryOut(
  house: House,
  clock: Awaited<ReturnType<typeof openTryOutClock>>,
  { host, port, log }: { host: string; port: number; log: Log },
): Promise<string> {
  const { database } = house;
  async function seed(): Promise<void> {
    const { board, hanging } = await seedDemoBoard(
      database,
      { workspace, boardChannel: channelIds.board, staffChannel: channelIds.staff, lead: "sam" },
      {
        pollsFrom: latestOpening(rhythm, clock.now()).opensAt,
        newId: () => nanoid(12),
        weekday: rhythm.weekday,
        hour: rhythm.hour,
      },
    );
    const key = `welcome:${hanging}:${channelIds.board}`;
    await house.tools.keep((tx) =>
      house.tools.send(tx, { to: "board", only: hanging, key, board, draws: "welcome.card" }),
    );
  }
  await seed();
  clock.steps({ nextDue: house.bot.nextDue, beat: house.beat });
  const door = tryOutDoor({
    host,
    port,
    log,
    clock: { now: clock.now, push: clock.push, next: house.bot.nextDue, closes: () => nextClose(database) },
    zone: async () => (await database.read.board.findFirst({ select: { timeZone: true } }))?.timeZone ?? zone,
    memory: {
      load: async () => (await database.read.setting.findUnique({ where: { name: room } }))?.value,
      save: async (value) => {
        await database.keep((tx) =>
          tx.setting.upsert({ where: { name: room }, update: { value }, create: { name: room, value } }),
        );
      },
    },
    previews: { discord: (view) => messageOf(view), slack: (view) => drawView(view) },
    async restart() {
      await house.outbox.settled();
      await forgetTryOut(database);
      await clock.push({ hours: (nextMonday(clock.now()).getTime() - clock.now().getTime()) / 3_600_000 });
      await seed();
      await house.beat();
    },
  });
  await house.open(door);
  return door.address() ?? "";
}

/** When the first open poll closes. */
async function nextClose({ read }: OpenDatabase): Promise<Date | undefined> {
  const first = await read.poll.findFirst({ where: { state: "open" }, orderBy: { closesAt: "asc" } });
  return first?.closesAt;
}

/** Empties what the try-out made: its board with all that hangs on it, and its people. Real boards stay. */
async function forgetTryOut({ keep }: OpenDatabase): Promise<void> {
  await keep(async (tx) => {
    await tx.board.deleteMany({
      where: { hangings: { some: { platform: "web" }, every: { platform: "web" } } },
    });
    await tx.person.deleteMany({ where: { identities: { every: { platform: "web" } } } });
    await tx.setting.deleteMany({ where: { name: room } });
  });
}

/** Before real doors open on a database that the try-out used: its board and its clock go. */
export async function clearTryOut(database: OpenDatabase): Promise<boolean> {
  const used = await database.read.setting.findUnique({ where: { name: clockSetting } });
  if (!used) return false;
  await forgetTryOut(database);
  await database.keep((tx) => tx.setting.deleteMany({ where: { name: clockSetting } }));
  return true;
}
