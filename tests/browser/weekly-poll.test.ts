/** A whole weekly poll in the try-out, in Chromium, with the keyboard alone: from an idea to what the adults answer. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PushableClock } from "../../adapters/web/try-out/adapter.ts";
import { noBrowser, openBrowser } from "../support/browser.ts";
import { monday, type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";

const missing = noBrowser();
if (missing) console.warn(`The browser tests are skipped. ${missing}`);

describe.skipIf(missing !== undefined)("The weekly poll with the keyboard alone", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let story: Story;
  let address: string;
  beforeAll(async () => {
    browser = await openBrowser({ width: 1280, height: 800, reducedMotion: "reduce" });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of browser.context.pages()) await page.close();
    await story.ends();
  });

  async function opened(size: { width: number; height: number }): Promise<Page> {
    const clock: PushableClock = {
      now: () => story?.clock.now() ?? monday,
      push: (to) => story.clock.push(to),
      next: () => story.house.bot.nextDue(),
    };
    const world = webWorld({ port: 0, clock });
    story = await startStory({ world });
    address = world.door().address() ?? "";
    const page = await browser.context.newPage();
    await page.setViewportSize(size);
    return page;
  }

  /** One person at the keyboard of this page. */
  function keysOf(page: Page) {
    const focused = () =>
      page.evaluate(() => {
        const it = document.activeElement;
        const label = it instanceof HTMLInputElement ? it.labels?.[0]?.textContent : it?.textContent;
        return label?.replace(/\s+/g, " ").trim().slice(0, 60) ?? "";
      });
    /** Goes on with Tab until the control with this name has the focus. */
    async function reach(name: string): Promise<void> {
      for (let step = 0; step < 120; step += 1) {
        if ((await focused()) === name) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`The keyboard does not reach "${name}". It is on: ${await focused()}`);
    }
    return {
      reach,
      async presses(name: string): Promise<void> {
        await reach(name);
        await page.keyboard.press("Enter");
      },
      /** Waits until the focus was brought to the answer: the card or form that came of the last press. */
      arrives: (what: "card" | "form", words: string) =>
        page.waitForFunction(
          ([kind, text]) => {
            const it = document.activeElement;
            return (
              it?.matches(`.card${kind === "form" ? ".form" : ":not(.form)"}`) &&
              it.textContent?.includes(text ?? "")
            );
          },
          [what, words],
        ),
      is: (who: string) => page.goto(`${address}/?as=${who}&show=chat`),
    };
  }

  for (const [name, size] of [
    ["a phone", { width: 390, height: 844 }],
    ["a wide screen", { width: 1280, height: 800 }],
  ] as const) {
    it(`goes from an idea to the adults' answer on ${name}`, async () => {
      const page = await opened(size);
      const keys = keysOf(page);

      await keys.is("amina");
      await keys.reach("Skip to the group chat");
      await page.keyboard.press("Enter");
      await keys.presses("Add my idea");
      await keys.arrives("form", "idea");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Ice skating");
      await page.keyboard.press("Enter");
      await keys.arrives("card", "Added: Ice skating");

      await keys.is("ben");
      await keys.reach("Message to #board, as Ben");
      await page.keyboard.type("/idea Film night");
      await page.keyboard.press("Enter");
      await keys.arrives("card", "Added: Film night");
      await keys.presses("Choose");
      await keys.arrives("card", "Pick up to 3");
      await keys.reach("1 Ice skating");
      await page.keyboard.press("Space");
      await keys.presses("Save");
      await keys.arrives("card", "Saved: Ice skating");
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

      if (size.width < 900) await page.locator("#clock-more > summary").press("Enter");
      const closed = page.locator("#chat").getByText("Here is what you chose");
      for (let push = 0; push < 6 && (await closed.count()) === 0; push += 1) {
        const pushed = page.waitForResponse((response) => response.url().endsWith("/clock"));
        await keys.presses("To the next due moment");
        await pushed;
        await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
      }
      expect(await closed.count()).toBe(1);

      await keys.is("sam");
      if (size.width < 900) await keys.presses("Staff channel");
      await keys.presses("We'll do it");
      await keys.arrives("form", "We'll do it");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Sam");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Book the rink by Friday");
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      await page.keyboard.press("Tab");
      await page.keyboard.type("18 December");
      await keys.presses("Tell the board");
      await keys.arrives("card", "Book the rink by Friday");
      await keys.is("amina");
      await page.locator("#chat").getByText("Book the rink by Friday").waitFor();
    }, 60_000);
  }
});
