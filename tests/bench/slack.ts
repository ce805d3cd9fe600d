/** Both bots on the local Slack: a bare Bolt handler in Socket Mode, and Sayso. Each has a local Slack of its own. */
import { App, LogLevel, type types } from "@slack/bolt";
import { blockActions } from "../support/slack/payloads.ts";
import { type Control, controls } from "../support/slack/reading.ts";
import type { SlackEphemeral, SlackUser } from "../support/slack/state.ts";
import { type SlackWorld, slackWorld } from "../support/slack/world.ts";
import type { Someone } from "../support/world.ts";
import { type BareStore, openBareStore } from "./bare-store.ts";
import { openPoll } from "./poll.ts";
import type { Side } from "./side.ts";
import { newStopwatch, type Stopwatch } from "./stopwatch.ts";

/** What Bolt would say when the bench hangs up on it. */
const silent: ConstructorParameters<typeof App>[0] = {
  logger: {
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.ERROR,
  },
};

async function timedWorld() {
  const watch = newStopwatch();
  const world = await slackWorld({
    onCall: (method) => {
      if (method === "response_url") watch.stop();
    },
  });
  return { watch, world };
}

/** Sayso as it is: the real door, the real heart, an open poll with ideas, and Amina's private card. */
export async function saysoOnSlack(url: string): Promise<Side> {
  const { watch, world } = await timedWorld();
  const { story, amina } = await openPoll(world, url);
  const press = presser(world, watch, amina);
  return { ...press, kept: story.kept, close: story.ends };
}

/** A handler that does one upsert and says so. */
export async function bareOnSlack(url: string): Promise<Side> {
  const { watch, world } = await timedWorld();
  const store = await openBareStore(url);
  const app = await bareApp(world, store);
  const amina = await world.person("Amina");
  giveBareCard(world, amina);
  return {
    ...presser(world, watch, amina),
    kept: store.kept,
    async close() {
      await app.stop();
      await store.close();
      await world.close();
    },
  };
}

/** Chooses from the menu on the private card in front of somebody. */
function presser(
  { slack }: SlackWorld,
  watch: Stopwatch,
  { visitor }: Someone,
): Pick<Side, "press" | "picks"> {
  const { state, hub } = slack;
  const user = state.users.get(visitor.id) as SlackUser;
  const card = () => state.ephemerals.findLast((it) => it.to === user.id) as SlackEphemeral;
  // The bare handler answers in words alone; the person presses on as if its menu still stood there.
  let seen: Control | undefined;
  const menu = () => {
    seen = controls(card().blocks).find(({ element }) => element.type === "multi_static_select") ?? seen;
    return seen;
  };
  const element = () => menu()?.element as types.MultiStaticSelect;
  const options = element().options ?? [];
  const picked = (turn: number) => options[turn % 2] as types.PlainTextOption;
  return {
    picks: (turn) => picked(turn).value ?? "",
    async press(turn) {
      const { channel, ts } = card();
      const { type, action_id } = element();
      const action = { type, action_id, block_id: menu()?.block_id, selected_options: [picked(turn)] };
      const payload = blockActions(slack, user, { channel, ts, ephemeral: true }, action);
      let signed: Promise<unknown> = Promise.resolve();
      const time = await watch.time(() => {
        signed = hub.deliver("interactive", payload);
      });
      await signed;
      return time;
    },
  };
}

async function bareApp({ slack }: SlackWorld, store: BareStore): Promise<App> {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    ...silent,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.action({ type: "block_actions", action_id: "pick" }, async ({ ack, action, body, respond }) => {
    await ack();
    if (action.type !== "multi_static_select") return;
    const picks = action.selected_options.map((option) => option.value).join(" ");
    await store.upsert(body.user.id, picks);
    await respond({ text: `Saved: ${picks}`, replace_original: true });
  });
  await app.start();
  await slack.hub.connected();
  return app;
}

function giveBareCard({ slack, boardChannel }: SlackWorld, { visitor }: Someone): void {
  const options = [0, 1].map((at) => ({
    text: { type: "plain_text" as const, text: `Option ${at}` },
    value: `option-${at}`,
  }));
  const text = { type: "plain_text" as const, text: "Choose." };
  const menu = { type: "multi_static_select" as const, action_id: "pick", placeholder: text, options };
  const blocks: types.KnownBlock[] = [{ type: "section", text, accessory: menu }];
  const at = { channel: boardChannel.channel, ts: slack.state.newTs() };
  slack.state.ephemerals.push({ ...at, to: visitor.id, text: "Choose.", blocks });
}
