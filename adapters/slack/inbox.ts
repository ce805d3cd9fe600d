/** In: everything that people do on Slack, and what happens to the workspace, on its way to the heart. */
import type { App, webApi } from "@slack/bolt";
import type { Bot, Place } from "../../src/bot/index.ts";
import type { Answers } from "./answers.ts";
import { listenToEvents } from "./events.ts";
import type { Log } from "./log.ts";
import type { slackPeople } from "./people.ts";
import { listenToPresses } from "./presses.ts";
import type { Threads } from "./threads.ts";

/** What those who listen have in their hands. */
export type Inbox = {
  bot: Bot;
  /** For calls that a person waits for: gives up early. */
  client: webApi.WebClient;
  people: ReturnType<typeof slackPeople>;
  answers: Answers;
  threads: Threads;
  workspace: () => string;
  botUser: () => string;
  readsThreads: boolean;
  /** The app was removed, or its tokens were. */
  uninstalled(): void;
  log: Log;
};

/** A channel as the heart knows it. Slack's ids of private channels begin with D. */
export const placeIn = (workspace: string, channel: string): Place => ({
  platform: "slack",
  workspace,
  channel,
  ...(isPrivate(channel) ? { isPrivate: true } : {}),
});

export const isPrivate = (channel: string): boolean => channel.startsWith("D");

/** Begins to hand what comes in to the heart. */
export function listen(app: App, inbox: Inbox): void {
  listenToPresses(app, inbox);
  listenToEvents(app, inbox);
}
