/** The try-out in Chromium: for everybody, on a phone and on a wide screen, with the keyboard alone, and live. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { messageOf } from "../../adapters/discord/render.ts";
import { drawView } from "../../adapters/slack/render.ts";
import type { TryOutDoor } from "../../adapters/web/try-out/adapter.ts";
import { noBrowser, openBrowser } from "../support/browser.ts";
import { result, type TestBot, testBot, weekly } from "../support/web/bot.ts";
import { type WebWorld, webWorld } from "../support/web/world.ts";

const missing = noBrowser();
if (missing) console.warn(`The browser tests are skipped. ${missing}`);

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

describe.skipIf(missing !== undefined)("The try-out in a browser", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let world: WebWorld;
  let door: TryOutDoor;
  let bot: TestBot;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser({ ...desktop, reducedMotion: "reduce" });
  }, 30_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of browser.context.pages()) await page.close();
    await world.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  /** A world with the weekly post, and a page of it as one person. */
  async function opened(size: { width: number; height: number }, query = "as=amina"): Promise<Page> {
    let now = new Date("2026-11-23T16:00:00Z");
    const clock = {
      now: () => now,
      async push({ hours = 1 }: { hours?: number }) {
        const from = now;
        now = new Date(from.getTime() + hours * 3_600_000);
        return { from, to: now, steps: 1 };
      },
    };
    const previews = { discord: messageOf, slack: drawView };
    world = webWorld({ port: 0, clock, previews, restart: async () => {} });
    bot = testBot();
    door = world.openDoor();
    await door.start(bot);
    await post("result", result);
    await post("poll", weekly);
    await door.tell({ platform: "web", workspace: "try-out", id: "amina" }, weekly, {
      key: "remind",
      mayHaveArrived: false,
    });
    return another(size, query);
  }
  const post = (key: string, view = weekly) =>
    door.post(world.boardChannel, view, { key, mayHaveArrived: false });
  async function another(size: { width: number; height: number }, query: string): Promise<Page> {
    const page = await browser.context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    await page.setViewportSize(size);
    await page.goto(`${door.address()}/?${query}`);
    return page;
  }

  async function violations(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
  }
  /** Nothing is cut off at the side, and nobody has to scroll sideways. */
  const sideways = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  /** Controls in sight that are smaller than 24 by 24 pixels (WCAG 2.5.8). */
  const tiny = (page: Page) =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll(
          "a, button, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea, .tick",
        ),
      ]
        .map((it) => ({ it, box: it.getBoundingClientRect() }))
        .filter(({ it, box }) => box.width > 0 && !it.matches(".skip") && (box.width < 24 || box.height < 24))
        .map(({ it }) => it.outerHTML),
    );
  /** Words smaller than 16 pixels, or set in italics, capitals or not to the left (AC-8). */
  const hardToRead = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .filter((it) => {
          const style = getComputedStyle(it);
          const small = Number.parseFloat(style.fontSize) < 16;
          const shouts = style.textTransform !== "none" || style.fontStyle !== "normal";
          return (
            small ||
            shouts ||
            !["left", "start", "center"].includes(style.textAlign) ||
            style.textAlign === "justify"
          );
        })
        .map((it) => it.outerHTML.slice(0, 200)),
    );

  for (const [name, size] of [
    ["a phone", phone],
    ["a wide screen", desktop],
  ] as const) {
    it(`everybody can use it on ${name}: every part, every field, both looks, and what went wrong`, async () => {
      const page = await opened(size, "as=sam&show=chat");
      const clean = async (where: string) => {
        expect({ where, violations: await violations(page) }).toEqual({ where, violations: [] });
        expect({ where, sideways: await sideways(page) }).toEqual({ where, sideways: 0 });
        expect({ where, tiny: await tiny(page) }).toEqual({ where, tiny: [] });
        expect({ where, hardToRead: await hardToRead(page) }).toEqual({ where, hardToRead: [] });
      };
      await clean("the chat");
      await page.getByRole("button", { name: "Choose" }).last().click();
      await page.getByRole("group", { name: "Your picks" }).waitFor();
      await clean("a private card");
      const staff = await another(size, "as=sam&show=staff");
      await staff.getByLabel("Message to #staff, as Sam").fill("/setup");
      await staff.keyboard.press("Enter");
      await staff.getByRole("button", { name: "Send it" }).click();
      await staff.getByText("Please fill this in.").waitFor();
      await staff.close();
      await page.getByText("need a look").waitFor();
      await clean("a form that needs a look");
      for (const where of ["discord", "slack"]) {
        const id = world.posts(world.boardChannel).at(-1)!.id;
        await page.goto(`${door.address()}/?as=sam&show=chat&look=${id}~${where}`);
        await page.locator(`.${where} summary`).click();
        await clean(`a look on ${where}`);
      }
      await page.goto(`${door.address()}/?as=amina&show=staff`);
      await clean("the staff channel, looked at by Amina");
    }, 60_000);
  }

  it("Amina goes through a poll with the keyboard alone", async () => {
    const page = await opened(desktop);
    const { keyboard } = page;
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 60) ?? "");
    /** Tab until the control with this name has the focus. */
    const reach = async (name: string) => {
      for (let step = 0; step < 80; step += 1) {
        await keyboard.press("Tab");
        if ((await focused()) === name) return;
      }
      throw new Error(`The keyboard does not reach "${name}". It is on: ${await focused()}`);
    };
    await keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the group chat");
    await keyboard.press("Enter");
    await reach("Choose");
    await keyboard.press("Enter");
    await page.getByRole("group", { name: "Your picks" }).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches(".card"));
    await keyboard.press("Tab");
    await keyboard.press("Space");
    await keyboard.press("Tab");
    await keyboard.press("Space");
    await reach("Save");
    await keyboard.press("Enter");
    await page.getByText("Saved: Ice skating · Film night").waitFor();
    await reach("Something else");
    await keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches(".card.form"));
    await keyboard.press("Tab");
    await keyboard.type("Pizza and planning");
    await keyboard.press("Enter");
    await page.getByText("Added: Pizza and planning").waitFor();
    expect(bot.came.map((one) => "from" in one && one.from)).toEqual(["button", "menu", "button", "form"]);
  }, 30_000);

  it("a slash opens the commands; arrows choose, Escape goes back to the line", async () => {
    const page = await opened(desktop, "as=sam");
    const line = page.getByLabel("Message to #board, as Sam");
    await line.pressSequentially("/");
    await page.getByRole("button", { name: "/setup" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await line.evaluate((it) => it === document.activeElement)).toBe(true);
    await line.pressSequentially("po");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Open a poll now?" }).waitFor();
    expect(await line.inputValue()).toBe("");
  });

  it("four ticks where two are allowed are said at once, and can be mended", async () => {
    const page = await opened(phone);
    await page.getByRole("button", { name: "Choose" }).last().click();
    const picks = page.getByRole("group", { name: "Your picks" });
    await picks.waitFor();
    for (const tick of await picks.getByRole("checkbox").all()) await tick.check();
    await expect.poll(() => picks.getByRole("status").textContent()).toBe("Pick up to 2.");
    await picks.getByRole("checkbox").first().uncheck();
    await expect.poll(() => picks.getByRole("status").textContent()).toBe("");
  });

  it("what others do arrives by itself, and leaves focus and half a sentence where they were", async () => {
    const page = await opened(desktop);
    const line = page.getByLabel("Message to #board, as Amina");
    await line.fill("I think we sho");
    await line.focus();
    const ben = await world.person("Ben");
    await ben.replies(world.posts(world.boardChannel).at(-1)!, "can we go ice skating");
    await page.getByText("can we go ice skating").waitFor();
    await expect.poll(() => page.locator("#news").textContent()).toBe("New in Group chat.");
    expect(await line.inputValue()).toBe("I think we sho");
    expect(await line.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.type("uld");
    await page.keyboard.press("Enter");
    await page.locator("#chat-list").getByText("I think we should").waitFor();
    expect(await line.inputValue()).toBe("");
  });

  it("ticks that are not saved yet stay when the page is drawn anew", async () => {
    const page = await opened(desktop);
    await page.getByRole("button", { name: "Choose" }).first().click();
    const tick = page
      .getByRole("group", { name: "Your picks" })
      .getByRole("checkbox", { name: "Film night" });
    await tick.check();
    await post("another");
    await expect.poll(() => page.locator("#chat-list > li").count()).toBe(3);
    expect(await tick.isChecked()).toBe(true);
  });

  it("Ben answers a post, and takes his answer back", async () => {
    const page = await opened(phone, "as=ben");
    await page.getByRole("link", { name: "Reply to Sayso" }).last().click();
    await page.getByText("You are replying to Sayso.").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "line-chat");
    await page.keyboard.type("Pizza");
    await page.keyboard.press("Enter");
    await page.locator("#you").getByText("Added: Pizza").waitFor();
    await page.getByRole("link", { name: "Group chat", exact: true }).click();
    const mine = page.locator("#chat-list > li").last();
    await mine.getByText("In reply to Sayso").waitFor();
    await mine.getByText("Delete", { exact: true }).click();
    await mine.getByRole("button", { name: "Yes, delete it" }).click();
    await expect.poll(() => page.locator("#chat-list > li").count()).toBe(2);
    expect(bot.removedOnes).toHaveLength(1);
  });

  it("the clock is pushed on, and the page says what happened", async () => {
    const page = await opened(desktop);
    await page.getByRole("button", { name: "+1 day" }).click();
    await page.getByText("Now it is Tue 24 Nov, 16:00.").waitFor();
    expect(await page.locator("#clock-more time").textContent()).toBe("Tue 24 Nov, 16:00");
  });

  it("nothing is asked of any other computer", async () => {
    const page = await opened(desktop);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    await page.reload();
    await page.getByRole("button", { name: "Get help" }).first().click();
    await page.getByText("Here is who can help.").waitFor();
    expect([...new Set(asked)]).toEqual([door.address()]);
  });
});
