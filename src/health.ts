/** `GET /healthz` on a local port: the database, the doors and the last tick, for whoever watches the machine. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Adapter } from "./bot/adapter.ts";
import type { OpenDatabase } from "./database.ts";

export type Health = {
  database: OpenDatabase;
  doors(): Adapter[];
  lastTick(): Date | undefined;
  now(): Date;
};

/** A tick this old (ms) means that the heartbeat stands still. */
const tickIsOld = 3 * 60_000;

/** What a look at the house shows. */
export async function lookAtHealth({ database, doors, lastTick, now }: Health) {
  const tick = lastTick();
  const found = {
    database: (await database.healthy()) ? "up" : "down",
    doors: Object.fromEntries(doors().map((door) => [door.name, door.health()])),
    lastTick: tick?.toISOString() ?? null,
  };
  const well =
    found.database === "up" &&
    tick !== undefined &&
    now().getTime() - tick.getTime() < tickIsOld &&
    Object.values(found.doors).every((door) => door.state === "up");
  return { well, ...found };
}

/** Serves it on 127.0.0.1. Answers 200 when all is well, else 503. */
export async function serveHealth(
  health: Health,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const known = request.method === "GET" && request.url === "/healthz";
    const found = known ? await lookAtHealth(health) : undefined;
    response.writeHead(found ? (found.well ? 200 : 503) : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(found ?? { error: "Only GET /healthz is here." }));
  });
  await new Promise<void>((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((done) => server.close(() => done()) && server.closeAllConnections()),
  };
}
