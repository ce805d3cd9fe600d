/** The outbox: letters leave right after the commit; the heartbeat sweeps what was left. */

import type { Letter as Row } from "../../prisma/generated/sqlite/client.ts";
import type { Doors, Feature, Tools } from "../bot/action.ts";
import { readAddress } from "../bot/action.ts";
import { type Adapter, DeliveryError } from "../bot/adapter.ts";
import type { Clock } from "../bot/clock.ts";
import type { PostedAt } from "../bot/incoming.ts";
import type { View } from "../bot/view.ts";
import type { OpenDatabase } from "../database.ts";
import type { Log } from "../log.ts";
import type { Board } from "../people/people.ts";
import { boardById } from "../people/store.ts";
import { afterQuiet } from "../schedule/quiet.ts";
import { delivered, unwanted } from "./ledger.ts";
import { claimFor } from "./pace.ts";
import { troubled } from "./trouble.ts";

export type Outbox = {
  /** Delivers all that is due now. A second call while one runs asks it to look once more. Never throws. */
  sweep(): Promise<void>;
  /** Waits until nothing is on its way. */
  settled(): Promise<void>;
  /** Wakes up no more by itself, and waits for what is on its way. */
  stop(): Promise<void>;
};

export type OutboxNeeds = {
  database: OpenDatabase;
  clock: Clock;
  features: Feature[];
  doors(): Adapter[];
  tools: Tools & { doors: Doors };
  log: Log;
};

/** The heartbeat's length in ms: what is due later than that is found by its sweep. */
const beat = 60_000;

/** How many letters are taken at once, and to how many channels at the same time. */
const batch = 60;

export function createOutbox(needs: OutboxNeeds): Outbox {
  let running: Promise<void> | undefined;
  let again = false;
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

  /** A letter that may leave before the next heartbeat (a redraw waits a second) gets an alarm of its own. */
  async function setAlarm(): Promise<void> {
    clearTimeout(alarm);
    const now = needs.clock.now();
    const next = await needs.database.read.letter.findFirst({
      where: {
        state: "waiting",
        claimedUntil: null,
        notBefore: { gt: now, lt: new Date(now.getTime() + beat) },
      },
      orderBy: { notBefore: "asc" },
      select: { notBefore: true },
    });
    if (next && !stopped)
      alarm = setTimeout(() => void sweep(), next.notBefore.getTime() - now.getTime() + 1).unref();
  }

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        while (await deliverBatch(needs)) again = false;
        await setAlarm();
      } catch (error) {
        needs.log.warn(
          { trouble: (error as Error).name },
          "The outbox could not look for letters. The next tick tries again.",
        );
      }
    } while (again);
  }

  const sweep = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    again = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
  const settled = async () => {
    while (running) await running;
  };
  return {
    sweep,
    settled,
    async stop() {
      stopped = true;
      clearTimeout(alarm);
      await settled();
    },
  };
}

/** Takes what is due and delivers it: channels side by side, within a channel one after the other. True: there may be more. */
async function deliverBatch(needs: OutboxNeeds): Promise<boolean> {
  const now = needs.clock.now();
  const open = needs.doors().map((door) => door.name as string);
  const due = await needs.database.read.letter.findMany({
    where: {
      state: "waiting",
      platform: { in: open },
      notBefore: { lte: now },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
    },
    orderBy: [{ notBefore: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    take: batch,
  });
  const lanes = new Map<string, Row[]>();
  for (const letter of due) {
    const lane = `${letter.platform} ${letter.channel ?? letter.account}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), letter]);
  }
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const letter of lane) await deliverOne(letter, needs);
    }),
  );
  return due.length === batch;
}

async function deliverOne(letter: Row, needs: OutboxNeeds): Promise<void> {
  try {
    if (!(await claim(letter, needs))) return;
  } catch {
    return; // The database is away; the letter waits where it is.
  }
  try {
    await carry(letter, needs);
  } catch (error) {
    const known = error instanceof DeliveryError;
    if (!known)
      needs.log.error(
        { err: error, draws: readAddress(letter.draws).does },
        "A letter could not be drawn or sent.",
      );
    const trouble = known ? error : new DeliveryError("later", "our own mistake", { cause: error });
    await troubled(letter, trouble, needs).catch((cause) => {
      needs.log.warn({ trouble: (cause as Error).name }, "The outbox could not note a failed delivery.");
    });
  }
}

/** Marks the letter as ours for a while. From now on it may have arrived, whatever becomes of this process. */
async function claim(letter: Row, { database, clock }: OutboxNeeds): Promise<boolean> {
  const now = clock.now();
  return database.keep(async (tx) => {
    const { count } = await tx.letter.updateMany({
      where: {
        id: letter.id,
        state: "waiting",
        version: letter.version,
        OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
      },
      data: {
        claimedUntil: new Date(now.getTime() + claimFor),
        attempts: { increment: 1 },
        mayHaveArrived: true,
      },
    });
    return count === 1;
  });
}

async function carry(letter: Row, needs: OutboxNeeds): Promise<void> {
  const door = needs.doors().find((it) => it.name === letter.platform);
  const now = needs.clock.now();
  const board = letter.boardId ? await boardById(needs.database.read, letter.boardId) : null;
  if (!door || !board) return unwanted(letter, needs);
  const waits = (letter.kind === "post" && !letter.replyTo) || letter.kind === "tell";
  const held = waits && !letter.urgent ? afterQuiet(board, now) : now;
  if (held > now) return putOff(letter, held, needs);
  const at = letter.postKey
    ? await needs.database.read.post.findUnique({ where: { id: letter.postKey } })
    : undefined;

  if (letter.kind === "remove") {
    if (at) await door.remove(at as unknown as PostedAt);
    return delivered(letter, undefined, needs);
  }
  const view = await drawLetter(at?.draws ?? letter.draws, board, needs);
  if (!view || (letter.kind === "redraw" && (!at || at.gone))) return unwanted(letter, needs);
  if (letter.kind === "redraw") {
    await door.redraw(at as unknown as PostedAt, view);
    return delivered(letter, undefined, needs);
  }
  const delivery = {
    key: letter.key,
    mayHaveArrived: letter.mayHaveArrived,
    replyTo: letter.replyTo ?? undefined,
  };
  const place = { platform: door.name, workspace: letter.workspace };
  const posted =
    letter.kind === "tell"
      ? await door.tell({ ...place, id: letter.account ?? "" }, view, delivery)
      : await door.post({ ...place, channel: letter.channel ?? "" }, view, delivery);
  await delivered(letter, posted, needs);
}

/** What the letter shows, from what is true now. */
export async function drawLetter(
  draws: string,
  board: Board,
  { features, tools, clock }: Pick<OutboxNeeds, "features" | "tools" | "clock">,
): Promise<View | undefined> {
  const { does, input } = readAddress(draws);
  const [room, name] = does.split(".", 2);
  const it = features.find((feature) => feature.name === room)?.drawings[name ?? ""];
  if (!it) throw new Error(`No room draws "${does}". Its letter was written by another version.`);
  return it.draw(it.input.parse(input), { ...tools, board, now: clock.now() });
}

async function putOff(letter: Row, until: Date, { database }: OutboxNeeds): Promise<void> {
  await database.keep((tx) =>
    tx.letter.update({
      where: { id: letter.id },
      data: {
        notBefore: until,
        claimedUntil: null,
        mayHaveArrived: letter.mayHaveArrived,
        attempts: letter.attempts,
      },
    }),
  );
}
