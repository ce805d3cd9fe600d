/** Debian's Chromium for the browser tests: where it is, how it is started, and what to do where it is missing. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why the browser tests cannot run here; `undefined` when they can. On CI they must run, so there it throws. */
export function noBrowser(): string | undefined {
  if (existsSync(executablePath)) return undefined;
  const reason = `There is no Chromium at ${executablePath}. Install it (apt install chromium) or set CHROMIUM to its path.`;
  if (process.env.CI === "true") throw new Error(reason);
  return reason;
}

/** Opens Chromium with an empty profile. `close` ends it and takes the profile away. */
export async function openBrowser(options: {
  width: number;
  height: number;
  javaScriptEnabled?: boolean;
  reducedMotion?: "reduce";
}): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const { width, height, ...more } = options;
  const profile = await mkdtemp(join(tmpdir(), "sayso-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width, height },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ...more,
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
