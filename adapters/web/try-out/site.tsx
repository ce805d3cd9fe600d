/** The try-out's pages, on this computer alone. Each page works as plain HTML; the script makes it live. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { type Bot, DoorError } from "../../../src/bot/index.ts";
import type { TryOutOptions } from "./adapter.ts";
import { assets, readAsset } from "./assets.ts";
import type { CastPerson } from "./cast.ts";
import { addClock } from "./clock-deeds.ts";
import { type Deed, makeDeeds, one, type Sent } from "./deeds.ts";
import { notTooBig, onlyFromHere, safeHeaders, trouble } from "./guard.tsx";
import { readHere } from "./here.ts";
import type { Inbox } from "./inbox.ts";
import { openLive } from "./live.ts";
import { Page } from "./page.tsx";
import { newId, type Room } from "./room.ts";
import { timesIn } from "./times.ts";
import { say } from "./words.ts";

export type SiteNeeds = TryOutOptions & { port: number; room: Room; bot: Bot; inbox: Inbox };
export type Site = { address: string; close(): Promise<void> };

/** How many presses are remembered, so that a double click is done once and goes where the first one went. */
const remembered = 200;

/** Listens. Throws `DoorError` when the port is taken. */
export async function openSite(needs: SiteNeeds): Promise<Site> {
  const { room, bot, log } = needs;
  const live = openLive(room);
  const board = { word: undefined as string | undefined };
  const zone = async () => (await needs.zone?.()) ?? "Europe/London";
  const deeds: Record<string, Deed> = {
    ...makeDeeds(room, needs.inbox),
    ...addClock({ ...needs, zone, board }),
  };
  const gone = new Map<string, Promise<string | undefined>>();
  let port = needs.port;

  const once = (key: string, person: CastPerson, deed: Deed, sent: Sent): Promise<string | undefined> => {
    const known = gone.get(key);
    if (known) return known;
    board.word = undefined;
    const going = deed(person, sent);
    gone.set(key, going);
    going.catch(() => gone.delete(key));
    for (const old of [...gone.keys()].slice(0, Math.max(0, gone.size - remembered))) gone.delete(old);
    return going;
  };

  async function drawn(context: Context): Promise<Response> {
    const here = readHere(context.req.query(), room);
    const now = needs.clock.now();
    const next = { known: needs.clock.next !== undefined, at: await needs.clock.next?.() };
    const closes = (await needs.clock.closes?.()) !== undefined;
    const { commands } = bot;
    const times = timesIn(await zone(), now);
    const scene = {
      room,
      here,
      now,
      next,
      closes,
      times,
      commands,
      previews: needs.previews,
      canRestart: needs.restart !== undefined,
      word: board.word,
    };
    return context.html(`<!doctype html>${await (<Page scene={scene} />)}`);
  }

  const app = new Hono();
  app.use(
    safeHeaders,
    onlyFromHere(() => port),
    notTooBig,
  );
  app.get("/", drawn);
  app.get("/live", (context) => live.stream(context));
  for (const path of Object.keys(assets) as (keyof typeof assets)[])
    app.get(path, async (context) =>
      context.body(new Uint8Array(await readAsset(path)), 200, { "content-type": assets[path].type }),
    );
  app.get("/:what{picture|file}/:id/:part", (context) => bytesOf(context, room));
  app.post("/:deed", async (context) => {
    const deed = deeds[context.req.param("deed")];
    if (!deed) return trouble(context, 404, say.trouble.missing());
    const sent = (await context.req.parseBody({ all: true })) as Sent;
    if (
      Object.values(sent)
        .flat()
        .some((value) => typeof value !== "string")
    )
      return trouble(context, 400, say.trouble.unclear());
    const person = room.people.find((it) => it.id === one(sent.as));
    const key = /^[\w-]{8,64}$/.test(one(sent.key)) ? one(sent.key) : newId();
    const to = person ? await once(key, person, deed, { ...sent, key }) : undefined;
    return to ? context.redirect(withPlace(to), 303) : trouble(context, 400, say.trouble.unclear());
  });
  app.notFound((context) => trouble(context, 404, say.trouble.missing()));
  app.onError((error, context) => {
    log.error({ err: error }, "A page of the try-out could not be made.");
    return trouble(context, 500, say.trouble.broken());
  });

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: Error) =>
      reject(
        new DoorError(`The try-out could not open on port ${needs.port}. Set TRY_OUT_PORT to a free one.`, {
          cause,
        }),
      ),
    );
    server.listen(needs.port, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port;
  const address = `http://127.0.0.1:${port}`;
  log.info({ address }, "The try-out is open.");
  return {
    address,
    async close() {
      live.close();
      await closed(server);
    },
  };
}

/** Lets what is in flight finish, for at most 2 seconds of real time; pages that are open keep nothing waiting. */
async function closed(server: ServerType): Promise<void> {
  if (!("closeIdleConnections" in server)) return;
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = setTimeout(() => server.closeAllConnections(), 2000);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(late);
}

/** A script cannot read the fragment of where it was sent to, so it stands in the address once more. */
function withPlace(address: string): string {
  const [path = "/", id] = address.split("#");
  return id ? `${path}&at=${encodeURIComponent(id)}#${id}` : path;
}

/** A picture or file out of a card or post. */
function bytesOf(context: Context, room: Room): Response | Promise<Response> {
  const { id = "", part = "" } = context.req.param();
  const card = Object.values(room.state.desks)
    .flatMap((desk) => desk.cards)
    .find((it) => it.id === id);
  const found = (card?.view ?? room.find(id)?.view)?.body[Number(part)];
  if (found?.kind === "picture")
    return context.body(new Uint8Array(found.png), 200, { "content-type": "image/png" });
  if (found?.kind === "file") {
    const headers = { "content-type": "application/octet-stream", "content-disposition": "attachment" };
    return context.body(new Uint8Array(found.bytes), 200, headers);
  }
  return trouble(context, 404, say.trouble.missing());
}
