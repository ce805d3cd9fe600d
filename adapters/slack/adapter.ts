/** The Slack door: Bolt in Socket Mode on one side, the heart on the other. */
import { webApi } from "@slack/bolt";
import { type Adapter, DeliveryError } from "../../src/bot/index.ts";
import { answersOn } from "./answers.ts";
import { connection } from "./connection.ts";
import { deliveries } from "./delivery.ts";
import { listen } from "./inbox.ts";
import { boltLogger, type Log } from "./log.ts";
import { slackPeople } from "./people.ts";
import { checkPlace } from "./places.ts";
import { knownThreads } from "./threads.ts";
import { tokenTrouble } from "./trouble.ts";
import { words } from "./words.ts";

export type SlackOptions = {
  /** `xoxb-…`, SLACK_BOT_TOKEN. */
  token: string;
  /** `xapp-…` with `connections:write`, SLACK_APP_TOKEN. */
  appToken: string;
  /** Another address for the Web API, for proxies and tests. */
  apiUrl?: string;
  /** False: buttons, commands and mentions alone; no channel's messages are read. */
  readsThreads: boolean;
  log: Log;
};

/** Makes the door. Nothing is opened before `start`. */
export function slackDoor(options: SlackOptions): Adapter {
  const { log, readsThreads } = options;
  const shared = {
    logger: boltLogger(log),
    // The outbox retries, with what Slack asks for; this client never does.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
  };
  const client = new webApi.WebClient(options.token, { ...shared, timeout: 10_000 });
  // For calls that somebody waits for: a trigger lives 3 s.
  const quick = new webApi.WebClient(options.token, { ...shared, timeout: 2500 });
  const threads = knownThreads(client);
  const people = slackPeople(quick);
  const { post, tell, redraw, remove, directChannel } = deliveries(client, threads);
  const answers = answersOn(client, directChannel, log);
  const line = connection({ ...options, client });
  let listening = false;

  /** A call that Slack refuses for its token closes the door: nothing works until the host renews it. */
  const noticing =
    <Given extends unknown[], Value>(call: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      try {
        return await call(...given);
      } catch (error) {
        const code = tokenTrouble(error instanceof DeliveryError ? error.cause : error);
        if (code && line.health().state !== "down") {
          log.error({ code }, words.botTokenRefused(code));
          line.lost(words.botTokenRefused(code));
        }
        throw error;
      }
    };

  return {
    name: "slack",
    answersRepliesPrivately: true,
    async start(bot) {
      if (!listening) {
        listen(line.app, {
          bot,
          client: quick,
          people,
          answers,
          threads,
          workspace: () => line.self().workspace,
          botUser: () => line.self().botUser,
          readsThreads,
          uninstalled() {
            log.error({}, words.uninstalled);
            line.lost(words.uninstalled);
          },
          log,
        });
        listening = true;
      }
      await line.open();
    },
    stop: () => line.close(),
    post: noticing(post),
    tell: noticing(tell),
    redraw: noticing(redraw),
    remove: noticing(remove),
    checkPlace: noticing((place) => checkPlace(client, place, readsThreads)),
    checkPerson: noticing((person, staffChannel) => people.check(person.id, staffChannel)),
    health: () => line.health(),
  };
}
