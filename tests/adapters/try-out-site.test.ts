/** The try-out's pages as plain HTML: what they show, what they take, and whom they refuse. */
import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { TryOutOptions } from "../../adapters/web/try-out/adapter.ts";
import { DoorError } from "../../src/bot/index.ts";
import { pixel, result, testBot, weekly } from "../support/web/bot.ts";
import { type WebWorld, webWorld } from "../support/web/world.ts";

const worlds: WebWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function opened(options: Partial<TryOutOptions> = {}) {
  const world = webWorld({ port: 0, ...options });
  worlds.push(world);
  const bot = testBot();
  const door = world.openDoor();
  await door.start(bot);
  const address = door.address()!;
  const send = (
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ) => {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    );
    return fetch(address + path, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { origin: address, ...headers },
    });
  };
  const page = async (query = "") => (await fetch(`${address}/${query}`)).text();
  const post = (view = weekly, key = "poll:1") =>
    door.post(world.boardChannel, view, { key, mayHaveArrived: false });
  return { world, bot, door, address, send, page, post };
}

/** A request whose Host header we choose ourselves, which `fetch` does not let us. */
const withHost = (address: string, host: string) =>
  new Promise<number>((resolve, reject) => {
    const asked = request(address, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject).end();
  });

describe("A page without scripts", () => {
  it("Amina presses Choose, is sent to her card, picks and saves", async () => {
    const { send, page, post, door } = await opened();
    const { message } = await post();
    const pressed = await send("/press", {
      as: "amina",
      key: "key-number-1",
      on: message,
      does: "test.choose",
    });
    expect(pressed.status).toBe(303);
    const [card] = door.room.desk("amina").cards;
    expect(pressed.headers.get("location")).toBe(`/?as=amina&show=you&at=card-${card?.id}#card-${card?.id}`);
    await send("/choose", {
      as: "amina",
      key: "key-number-2",
      on: card!.id,
      does: "test.pick",
      chosen: ["Film night"],
    });
    expect(await page("?as=amina&show=you")).toContain("Saved: Film night");
    expect(await page("?as=ben&show=you")).not.toContain("Saved: Film night");
  });

  it("a double click is done once and goes to the same card", async () => {
    const { send, post, bot } = await opened();
    const { message } = await post();
    const press = { as: "amina", key: "key-number-1", on: message, does: "test.choose" };
    const [first, second] = await Promise.all([send("/press", press), send("/press", press)]);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(bot.came).toHaveLength(1);
  });

  it("each button carries a key that stays until the person has done something", async () => {
    const { send, page, post } = await opened();
    const { message } = await post();
    const keys = async () =>
      [...(await page()).matchAll(/name="key" value="([\w-]+)"/g)].map(([, key]) => key);
    const before = await keys();
    expect(await keys()).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    await send("/press", { as: "amina", key: "key-number-1", on: message, does: "test.help" });
    expect((await keys()).filter((key) => before.includes(key))).toEqual([]);
  });

  it("what people write is shown as they wrote it, and never becomes part of the page", async () => {
    const { send, page } = await opened();
    await send("/write", {
      as: "ben",
      channel: "board",
      key: "key-number-1",
      text: '<img src=x onerror="alert(1)">',
    });
    const html = await page();
    expect(html).toContain("&lt;img src=x");
    expect(html).not.toContain("<img src=x");
  });

  it("a slash at the start of a message is a command", async () => {
    const { send, page, bot } = await opened();
    await send("/write", { as: "sam", channel: "staff", key: "key-number-1", text: "/poll now" });
    expect(bot.came[0]).toMatchObject({ from: "command", does: "test.ask", place: { channel: "staff" } });
    expect(await page("?as=sam")).toContain("Open a poll now?");
  });

  it("young people read the staff channel here, but cannot write there", async () => {
    const { send, page } = await opened();
    expect(
      (await send("/write", { as: "amina", channel: "staff", key: "key-number-1", text: "hi" })).status,
    ).toBe(400);
    expect(await page("?as=amina&show=staff")).toContain("Amina has no seat here.");
  });

  it("pictures and files come as they were sent", async () => {
    const { address, post } = await opened();
    const { message } = await post(result);
    const picture = await fetch(`${address}/picture/${message}/2`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(pixel);
    const file = await fetch(`${address}/file/${message}/3`);
    expect(file.headers.get("content-disposition")).toBe("attachment");
    expect(await file.text()).toBe("idea,picks\n");
  });

  it("the clock says where it came from and what was due; starting again empties the room", async () => {
    const from = new Date("2026-11-23T16:00:00Z");
    let now = from;
    let cleared = 0;
    const clock = {
      now: () => now,
      async push() {
        now = new Date("2026-11-24T16:00:00Z");
        return { from, to: now, steps: 2 };
      },
    };
    const restart = async () => {
      cleared += 1;
    };
    const { send, page, post } = await opened({ clock, restart });
    await post();
    await send("/clock", { as: "amina", to: "day", key: "key-number-1" });
    expect(await page()).toContain(
      "It was Mon 23 Nov, 16:00. Now it is Tue 24 Nov, 16:00. 2 things were due.",
    );
    await send("/start-again", { as: "amina", key: "key-number-2" });
    expect(cleared).toBe(1);
    expect(await page()).toContain("It is quiet here.");
  });

  it("a post can be seen as it would look on Discord and on Slack, and what cannot be drawn breaks nothing", async () => {
    const previews = {
      discord: () => ({
        body: { components: [{ type: 17, components: [{ type: 10, content: "## Hello **you**" }] }] },
      }),
      slack: () => {
        throw new Error("Slack cannot draw this.");
      },
    };
    const { page, post } = await opened({ previews });
    const { message } = await post();
    const discord = await page(`?look=${message}~discord`);
    expect(discord).toContain('<p class="big">Hello <strong>you</strong></p>');
    expect(await page(`?look=${message}~slack`)).toContain("This look could not be drawn.");
  });
});

describe("Whom the try-out refuses", () => {
  it("a page from elsewhere cannot press for somebody", async () => {
    const { send, post, bot } = await opened();
    const { message } = await post();
    const press = { as: "amina", key: "key-number-1", on: message, does: "test.choose" };
    for (const origin of ["https://example.org", "null", ""])
      expect((await send("/press", press, { origin })).status).toBe(403);
    expect(bot.came).toEqual([]);
  });

  it("another name that points at this computer gets no page", async () => {
    const { address } = await opened();
    const { port } = new URL(address);
    expect(await withHost(address, `localhost:${port}`)).toBe(200);
    expect(await withHost(address, `rebound.example.org:${port}`)).toBe(421);
    expect(await withHost(address, "127.0.0.1:1")).toBe(421);
  });

  it("too much at once gets a clear answer", async () => {
    const { send } = await opened();
    const answer = await send("/write", {
      as: "amina",
      channel: "board",
      key: "key-number-1",
      text: "a".repeat(300_000),
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("That is too much to send at once.");
  });

  it("a form that is not understood changes nothing and says so", async () => {
    const { send, bot } = await opened();
    expect((await send("/press", { as: "nobody", does: "test.choose" })).status).toBe(400);
    expect((await send("/press", { as: "amina" })).status).toBe(400);
    expect((await send("/unheard-of", { as: "amina" })).status).toBe(404);
    expect(bot.came).toEqual([]);
  });

  it("no page allows scripts, styles or requests other than its own", async () => {
    const { address, page, post } = await opened();
    await post();
    const policy = (await fetch(address)).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const html = await page();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! type="module" src="\/)/);
  });

  it("a port that is taken is said with what to do", async () => {
    const { address } = await opened();
    const other = webWorld({ port: Number(new URL(address).port) });
    worlds.push(other);
    const starting = other.openDoor().start(testBot());
    await expect(starting).rejects.toThrow(DoorError);
    await expect(starting).rejects.toThrow("TRY_OUT_PORT");
  });
});

describe("Live", () => {
  it("a page that is open is told when something changed", async () => {
    const { address, post } = await opened();
    const stream = await fetch(`${address}/live`);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain("event: here");
    await post();
    expect((await reader.read()).value).toContain("event: changed");
    await reader.cancel();
  });
});
