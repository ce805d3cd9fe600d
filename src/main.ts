/** Turns the lights on: config → database → bot → doors → heartbeat. Knows everyone. */
import { nanoid } from "nanoid";
import type { Tools } from "./bot/action.ts";
import type { Adapter } from "./bot/adapter.ts";
import { createBot, type Heart } from "./bot/bot.ts";
import type { Clock } from "./bot/clock.ts";
import { sweepOld } from "./bot/drafts.ts";
import type { Platform } from "./bot/incoming.ts";
import { type OpenDatabase, openDatabase } from "./database.ts";
import { features } from "./features/index.ts";
import type { Log } from "./log.ts";
import { createOutbox, type Outbox } from "./outbox/outbox.ts";
import { giveUpOverdue } from "./outbox/trouble.ts";
import { openDesk } from "./people/desk.ts";
import { notePlaceChange, type PlaceChange } from "./people/places.ts";
import { boardById } from "./people/store.ts";
import { helpCard } from "./safety/help.ts";
import { concernIn } from "./safety/screen.ts";
import { tidy } from "./safety/tidy.ts";
import { makeTools } from "./tools.ts";
import { openVault } from "./vault.ts";

export type House = {
  bot: Heart;
  database: OpenDatabase;
  outbox: Outbox;
  tools: Tools;
  /** Opens a door. Throws `DoorError` with the sentence that mends it. */
  open(door: Adapter): Promise<void>;
  doors(): Adapter[];
  /** One beat of the heart: duties, then letters. */
  beat(): Promise<void>;
  lastTick(): Date | undefined;
  /** Closes the doors, lets what is in flight finish, and closes the database. */
  close(): Promise<void>;
};

/** Builds the house around a database. Doors are opened one by one, since a wrong token stops that door alone. */
export async function openHouse(needs: {
  database: string | OpenDatabase;
  key: Uint8Array;
  clock: Clock;
  log: Log;
}): Promise<House> {
  const { clock, log } = needs;
  const database = typeof needs.database === "string" ? await openDatabase(needs.database) : needs.database;
  const open: Adapter[] = [];
  const doors = () => open;
  const newId = () => nanoid(12);
  const tools = makeTools({
    database,
    clock,
    newId,
    doors,
    vault: openVault(needs.key),
    wake: () => outbox.sweep(),
  });
  // Letters wait for a door that is up: one that is still connecting would only count as tries.
  const ready = () => open.filter((door) => door.health().state === "up");
  const outboxNeeds = { database, clock, features, doors: ready, tools, log };
  const outbox = createOutbox(outboxNeeds);
  const bot = createBot({
    features,
    database,
    tools,
    desk: openDesk({ database, doors: tools.doors, clock, newId }),
    // Lines stay lines: some forms ask for one thing to a line.
    screen: (text) => ({
      clean: text.split("\n").map(tidy).join("\n").trim(),
      concern: concernIn(text),
    }),
    help: (nation, language) => helpCard(nation, { language, notKept: true }),
    repliesPrivately: (platform) =>
      open.find((door) => door.name === platform)?.answersRepliesPrivately ?? false,
    async placeChanged(change) {
      if (change.what === "bot-added" && !change.place.channel) return lookAgain(change.place.platform);
      await placeChanged(change);
    },
    mention: "help.mentioned",
    log,
  });
  let lastTick: Date | undefined;

  /** Notes it, tells staff another way, and posts what should stand in a channel that can be reached again. */
  async function placeChanged(change: PlaceChange): Promise<void> {
    const { platform } = change.place;
    for (const id of await notePlaceChange(database, change)) {
      log.info({ what: change.what, platform, board: id }, "A board's channel is gone or there again.");
      const board = await boardById(database.read, id);
      if (!board) continue;
      for (const room of features)
        await (change.what === "bot-added"
          ? room.returned?.(board, tools)
          : room.unreachable?.(board, platform, tools));
    }
  }

  /** A bot that was invited again, perhaps while Sayso did not run: places that were given up are asked about once more. */
  async function lookAgain(platform: Platform): Promise<void> {
    const gone = await database.read.hanging.findMany({ where: { platform, state: "gone" } });
    for (const { workspace, boardChannel, staffChannel } of gone) {
      const places = [boardChannel, staffChannel].map((channel) => ({ platform, workspace, channel }));
      const found = await Promise.all(places.map((place) => tools.doors.checkPlace(place)));
      const [place] = places;
      if (place && found.every((it) => it?.reachable)) await placeChanged({ what: "bot-added", place });
    }
  }

  // One process on a SQLite file: whatever it held when it stopped is free again. On PostgreSQL claims run out by themselves.
  if (database.provider === "sqlite")
    await database.keep((tx) =>
      tx.letter.updateMany({ where: { state: "waiting" }, data: { claimedUntil: null } }),
    );

  return {
    bot,
    database,
    outbox,
    tools,
    doors,
    lastTick: () => lastTick,
    async open(door) {
      // A door that could not open stays in the list, so that /healthz says so.
      open.push(door);
      await door.start(bot);
      await lookAgain(door.name).catch((error) =>
        log.warn({ err: error }, "Places could not be looked at again."),
      );
      await outbox.sweep();
    },
    async beat() {
      await bot.tick();
      await giveUpOverdue(outboxNeeds).catch(() => {});
      await sweepOld(tools, clock.now()).catch((error) =>
        log.warn({ err: error }, "Old rows could not be swept."),
      );
      await outbox.sweep();
      await outbox.settled();
      lastTick = clock.now();
    },
    async close() {
      await outbox.stop();
      await Promise.allSettled(open.map((door) => door.stop()));
      await database.close();
    },
  };
}
