/** The manifests ask for exactly what the door uses. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { wantedScopes } from "../../../adapters/slack/places.ts";
import { allScopes } from "../../support/slack/server.ts";

const list = (text: string, after: string): string[] => {
  const [, rest = ""] = text.split(`${after}:\n`);
  const lines = rest.split("\n");
  const end = lines.findIndex((line) => !/^\s+(- |#)/.test(line));
  return lines.slice(0, end).flatMap((line) => /^\s+- ([\w:.]+)/.exec(line)?.[1] ?? []);
};

test.each([
  ["manifest.yaml", true],
  ["manifest.buttons-only.yaml", false],
])("%s", async (file, readsThreads) => {
  const text = await readFile(new URL(`../../../adapters/slack/${file}`, import.meta.url), "utf8");
  expect(list(text, "    bot").sort()).toEqual(wantedScopes(readsThreads).sort());
  expect(list(text, "    bot_events").some((event) => event.startsWith("message."))).toBe(readsThreads);
  expect(text).toContain("socket_mode_enabled: true");
});

test("The other tests' Slack grants the same", () => {
  expect([...allScopes].sort()).toEqual(wantedScopes(true).sort());
});
