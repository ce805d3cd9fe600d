/** `npm start`: reads the environment, opens the house and its doors, and closes them again on SIGTERM. */
import { existsSync } from "node:fs";
import { discordDoor } from "../adapters/discord/adapter.ts";
import { slackDoor } from "../adapters/slack/adapter.ts";
import { type Adapter, DoorError } from "./bot/adapter.ts";
import { realClock } from "./bot/clock.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { isAway, type OpenDatabase, openDatabase } from "./database.ts";
import { serveHealth } from "./health.ts";
import { checkKey } from "./key-check.ts";
import { type Log, openLog } from "./log.ts";
import { type House, openHouse } from "./main.ts";
import { startHeartbeat } from "./schedule/heartbeat.ts";
import { clearTryOut, openTryOut, openTryOutClock } from "./try-out.ts";
import { openVault, readKey } from "./vault.ts";

/** A clean stop takes at most this long, in ms; what is in flight then is found again at the next start. */
const stopWithin = 9_500;

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL);
  // A promise that a library forgot (a pool that gives up on a connection) must not end a board's week: it is logged.
  process.on("unhandledRejection", (error) =>
    log.error({ err: error }, "Something failed where nobody waited for it."),
  );
  const database = await reach(config);
  const tryOutClock = config.tryOut ? await openTryOutClock(database) : undefined;
  if (!config.tryOut && (await clearTryOut(database)))
    log.info("This database held the try-out. Its made-up board was removed, for real doors are open now.");
  const key = readKey(config.SAYSO_KEY, config.SAYSO_KEY_FILE);
  await checkKey(database, openVault(key), config.SAYSO_KEY_LOST === "yes");
  const house = await openHouse({
    database,
    key,
    clock: tryOutClock ?? realClock,
    log,
  });
  const lastTick = () => house.lastTick();
  const { now } = tryOutClock ?? realClock;
  const health = await serveHealth({ database, doors: house.doors, lastTick, now }, config.HEALTH_PORT).catch(
    portTaken,
  );
  let stopHeartbeat = async () => {};
  stopOnSignal(async () => {
    await stopHeartbeat();
    await house.close();
    await health.close();
    log.info("Sayso has stopped.");
  });
  if (config.tryOut && tryOutClock) {
    const address = await openTryOut(house, tryOutClock, { ...config.tryOut, log }).catch(portTaken);
    console.log(`\n  Sayso is ready to try out: ${address}\n  Press Ctrl+C to stop.\n`);
  } else await openDoors(house, config, log);
  if (stopping) return;
  stopHeartbeat = startHeartbeat(house.beat);
  log.info({ doors: house.doors().map((door) => door.name), health: health.port }, "Sayso is up.");
}

async function reach({ DATABASE_URL }: Config): Promise<OpenDatabase> {
  try {
    return await openDatabase(DATABASE_URL);
  } catch (error) {
    const noFile = /^E(ACCES|PERM|EXIST|ISDIR|NOENT|NOTDIR|ROFS|NOSPC)$/.test(
      String((error as { code?: string }).code),
    );
    const known =
      noFile || isAway(error) || /P1\d\d\d|authentication|does not exist|not a database/.test(String(error));
    if (!known) throw error;
    const reason = /authentication/.test(String(error))
      ? "The user or password is not right."
      : noFile
        ? "The file cannot be made there."
        : "The database does not answer.";
    throw new ConfigError(
      `DATABASE_URL leads nowhere. ${reason} Check the address, such as "file:./data/sayso.db" or "postgresql://user:password@127.0.0.1:5432/sayso", and that the folder can be written to or the server runs.`,
      { cause: error },
    );
  }
}

/** Opens each door whose tokens are set. A wrong token stops that door alone, with the sentence that mends it. */
async function openDoors(house: House, config: Config, log: Log): Promise<void> {
  const doors: Adapter[] = [
    ...(config.discord ? [discordDoor({ ...config.discord, log })] : []),
    ...(config.slack ? [slackDoor({ ...config.slack, log })] : []),
  ];
  const opened = await Promise.all(
    doors.map(async (door) => {
      try {
        await house.open(door);
        return true;
      } catch (error) {
        if (!(error instanceof DoorError)) throw error;
        log.error({ door: door.name }, error.message);
        return false;
      }
    }),
  );
  if (!opened.includes(true))
    throw new ConfigError("No door could be opened. Mend what is named above, and start again.");
}

function portTaken(error: NodeJS.ErrnoException & { port?: number }): never {
  if (error.code !== "EADDRINUSE") throw error;
  throw new ConfigError(
    `Port ${error.port} is taken, perhaps by another Sayso. Stop that one, or set TRY_OUT_PORT (such as 3100) or HEALTH_PORT (such as 3101).`,
  );
}

/** A signal came, perhaps while the doors were still opening. */
let stopping = false;

function stopOnSignal(stop: () => Promise<void>): void {
  const leave = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), stopWithin).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", leave);
  process.once("SIGINT", leave);
}

start().catch((error: Error) => {
  if (stopping) return;
  const known = error instanceof ConfigError || error instanceof DoorError;
  console.error(known ? `\n  ${error.message}\n` : error);
  process.exit(1);
});
