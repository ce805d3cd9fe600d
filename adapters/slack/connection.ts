/** The line to Slack: Bolt in Socket Mode, held open, and closed without losing what is in flight. */
import { type App, App as BoltApp, SocketModeReceiver, type webApi } from "@slack/bolt";
import { DoorError } from "../../src/bot/index.ts";
import { takeIn } from "./intake.ts";
import { boltLogger, type Log } from "./log.ts";
import { slackCode, tokenTrouble } from "./trouble.ts";
import { pause, within } from "./waiting.ts";
import { words } from "./words.ts";

export type Health = { state: "up" | "starting" | "down"; hint?: string };

/** Whose token it is. */
export type Self = { workspace: string; botUser: string; botId: string };

const helloWithinMs = 10_000;
const longestPauseMs = 60_000;
const longLivedMs = 30_000;

/** An open connection. */
type Line = { ended: Promise<void> };

export function connection(options: {
  token: string;
  appToken: string;
  apiUrl?: string;
  client: webApi.WebClient;
  log: Log;
}) {
  const { client, log } = options;
  const logger = boltLogger(log);
  const clientOptions = {
    retryConfig: { retries: 0 },
    timeout: 10_000,
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
  };
  let health: Health = { state: "starting" };
  /** Why Slack closed the door on the bot, until the next start: a line that still holds does not open it again. */
  let closedFor: string | undefined;
  let self: Self = { workspace: "", botUser: "", botId: "" };
  let stopping = false;
  let stop: () => void = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });

  // Bolt's own reconnecting ends the process when Slack cannot be reached for a while, so this file reconnects.
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const app: App = new BoltApp({
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    authorize: async () => ({ botToken: options.token, botId: self.botId, botUserId: self.botUser }),
  });
  app.error(async (error) =>
    log.error({ error: error.code ?? error.name }, "Something from Slack was not dealt with"),
  );

  const intake = takeIn(app, receiver, log);

  /** Connects once. `ended` resolves when the connection does. Throws what Slack said. */
  async function connectOnce(): Promise<Line> {
    if (self.botUser === "") {
      const me = await client.auth.test();
      self = { workspace: me.team_id ?? "", botUser: me.user_id ?? "", botId: me.bot_id ?? "" };
    }
    const socket = receiver.client;
    let endedNow: () => void = () => {};
    const ended = new Promise<void>((resolve) => {
      endedNow = resolve;
    });
    socket.once("disconnected", endedNow);
    let helloCame = false;
    const started = socket.start().then(() => {
      helloCame = true;
    });
    try {
      await Promise.race([started, pause(helloWithinMs)]);
      if (!helloCame) throw new Error("Slack did not say hello");
    } catch (error) {
      socket.off("disconnected", endedNow);
      started.catch(() => {});
      await within(socket.disconnect(), 1000);
      throw error;
    }
    health = { state: "up" };
    return { ended };
  }

  function refused(error: unknown): string | undefined {
    const code = slackCode(error);
    if (code === undefined) return undefined;
    if (self.botUser === "") return tokenTrouble(error) ? words.botTokenRefused(code) : undefined;
    return tokenTrouble(error) || /scope|token|allowed|forbidden/.test(code)
      ? words.appTokenRefused(code)
      : undefined;
  }

  /** Keeps the line open until `close`: anew at once after Slack's own refresh, then with growing pauses. */
  async function hold(first: Line | undefined): Promise<void> {
    let line = first;
    for (let failures = 0; !stopping; failures++) {
      if (!line) {
        if (failures > 0) await Promise.race([pause(Math.min(longestPauseMs, 250 * 2 ** failures)), stopped]);
        if (stopping) return;
        line = await connectOnce().catch(cannotConnect);
      }
      if (!line) continue;
      const since = performance.now();
      await line.ended;
      line = undefined;
      if (performance.now() - since > longLivedMs) failures = -1;
      if (!stopping && health.state === "up") health = { state: "starting", hint: words.unreachable };
    }
  }

  function cannotConnect(error: unknown): undefined {
    const hint = refused(error) ?? words.unreachable;
    health = { state: "down", hint };
    log.error({ code: slackCode(error) ?? "no answer" }, hint);
  }

  let held: Promise<void> = Promise.resolve();

  return {
    app,
    self: () => self,
    health: (): Health => (closedFor ? { state: "down", hint: closedFor } : health),
    /** Marks the door as closed by Slack, with what mends it. */
    lost(hint: string): void {
      closedFor = hint;
    },
    /** Connects, or keeps trying when Slack is away. Throws `DoorError` for a token that Slack refuses. */
    async open(): Promise<void> {
      if (!options.token.startsWith("xoxb-")) throw new DoorError(words.botTokenShape);
      if (!options.appToken.startsWith("xapp-")) throw new DoorError(words.appTokenShape);
      let first: Line | undefined;
      try {
        first = await connectOnce();
      } catch (error) {
        const hint = refused(error);
        if (hint) {
          health = { state: "down", hint };
          throw new DoorError(hint, { cause: error });
        }
        health = { state: "starting", hint: words.unreachable };
        log.warn({ code: slackCode(error) ?? "no answer" }, words.unreachable);
      }
      held = hold(first);
    },
    /** Takes nothing new in, lets what is in flight finish (7 s at most), and disconnects. */
    async close(): Promise<void> {
      if (stopping) return;
      stopping = true;
      await intake.finish();
      stop();
      // The first call says goodbye; when Slack does not answer it, the second cuts the line.
      await within(receiver.client.disconnect(), 500);
      await within(receiver.client.disconnect(), 100);
      await within(held, 300);
      health = { state: "down" };
    },
  };
}
