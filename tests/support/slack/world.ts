/** A Slack workspace in a test, with people in it, and the real door pointed at it. */
import { slackDoor } from "../../../adapters/slack/adapter.ts";
import type { Adapter, Place } from "../../../src/bot/index.ts";
import type { World } from "../world.ts";
import { eventCallback } from "./payloads.ts";
import { someoneOn } from "./person.ts";
import { placeOf, shown } from "./reading.ts";
import { type SlackServer, startSlack } from "./server.ts";
import { botUser, type SlackChannel, type SlackUser, team } from "./state.ts";

type Log = Parameters<typeof slackDoor>[0]["log"];

export type SlackWorld = World & {
  slack: SlackServer;
  /** Sends an event of the workspace to the bot. */
  happens(event: Record<string, unknown>): Promise<void>;
};

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Starts a workspace with a board channel and a staff channel. `withinMs`: Slack's three seconds, shorter on purpose. */
export async function slackWorld(
  options: Parameters<typeof startSlack>[0] & { readsThreads?: boolean; log?: Log } = {},
): Promise<SlackWorld> {
  const readsThreads = options.readsThreads ?? true;
  const slack = await startSlack(options);
  if (!readsThreads) for (const scope of ["channels:history", "groups:history"]) slack.scopes.delete(scope);
  const { state } = slack;
  const doors: Adapter[] = [];

  const makeChannel = (name: string, kind: SlackChannel["kind"]): Place => {
    const people = kind === "group" ? [] : [...state.users.keys()];
    const id = state.newId("C");
    state.channels.set(id, { id, name, kind, members: new Set([botUser, ...people]), archived: false });
    return placeOf(state, id);
  };
  const boardChannel = makeChannel("board", "channel");
  const staffChannel = makeChannel("staff", "group");

  return {
    platform: "slack",
    workspace: team,
    boardChannel,
    staffChannel,
    staffRole: undefined,
    slack,
    newChannel: async (name) => makeChannel(name, "channel"),
    openDoor() {
      const door = slackDoor({
        token: slack.botToken,
        appToken: slack.appToken,
        apiUrl: slack.apiUrl,
        readsThreads,
        log: options.log ?? quiet,
      });
      doors.push(door);
      return door;
    },
    async person(name, more = {}) {
      const id = state.newId("U");
      const user: SlackUser = {
        id,
        name,
        admin: more.manages ?? false,
        deleted: false,
        bot: false,
        takesMessages: true,
      };
      state.users.set(id, user);
      for (const channel of state.channels.values()) {
        if (channel.kind === "channel" || (more.staff && channel.id === staffChannel.channel))
          channel.members.add(id);
      }
      return someoneOn(slack, user, boardChannel.channel, readsThreads);
    },
    posts: (place) =>
      state.messages
        .filter((one) => one.channel === place.channel && one.user === botUser)
        .map((one) => shown(state, one)),
    violations: () => [...slack.violations],
    async happens(event) {
      await slack.hub.deliver("events_api", eventCallback(slack, event));
    },
    async close() {
      await Promise.all(doors.map((door) => door.stop()));
      await slack.close();
    },
  };
}
