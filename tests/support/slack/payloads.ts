/** What Slack sends to an app: the payloads of presses, forms, commands and events. Shapes: docs.slack.dev, November 2026. */
import type { types } from "@slack/bolt";
import type { SlackServer } from "./server.ts";
import { appId, botUser, type SlackModal, type SlackUser, team } from "./state.ts";

const who = (user: SlackUser): Record<string, string> => ({
  id: user.id,
  username: user.name.toLowerCase(),
  name: user.name.toLowerCase(),
  team_id: team,
});
const teamInfo = { id: team, domain: "test" };
const microseconds = (): string => `${(performance.timeOrigin + performance.now()) / 1000}`;

/** Slack sends texts and values of a message back with `& < >` escaped (bolt-python issue 513). */
const escapedDeep = (value: unknown): unknown => {
  if (typeof value === "string")
    return value
      .replace(/&(?!(?:amp|lt|gt);)/g, "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;");
  if (Array.isArray(value)) return value.map(escapedDeep);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, escapedDeep(one)]));
};

/** A press on a button or a choice in a menu. */
export function blockActions(
  slack: SlackServer,
  user: SlackUser,
  on: { channel: string; ts: string; ephemeral: boolean; threadTs?: string },
  action: Record<string, unknown>,
): Record<string, unknown> {
  const channel = slack.state.channels.get(on.channel);
  const thread = on.threadTs ? { thread_ts: on.threadTs } : {};
  return {
    type: "block_actions",
    user: who(user),
    api_app_id: appId,
    token: "legacy",
    container: {
      type: "message",
      message_ts: on.ts,
      channel_id: on.channel,
      is_ephemeral: on.ephemeral,
      ...thread,
    },
    trigger_id: slack.newTrigger(user.id),
    team: teamInfo,
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: on.channel, name: channel?.name ?? "gone" },
    ...(on.ephemeral ? {} : { message: { type: "message", user: botUser, ts: on.ts, text: "", ...thread } }),
    state: { values: {} },
    response_url: slack.newResponseUrl({
      user: user.id,
      channel: on.channel,
      on: { ts: on.ts, ephemeral: on.ephemeral },
    }),
    actions: [escapedDeep({ action_ts: microseconds(), ...action })],
  };
}

/** A sent form. */
export function viewSubmission(
  slack: SlackServer,
  user: SlackUser,
  view: SlackModal,
  values: Record<string, unknown>,
): Record<string, unknown> {
  return {
    type: "view_submission",
    team: teamInfo,
    user: who(user),
    api_app_id: appId,
    token: "legacy",
    trigger_id: slack.newTrigger(user.id),
    view: {
      ...view,
      team_id: team,
      app_id: appId,
      bot_id: "B0SAYSOBOT",
      state: { values },
      previous_view_id: null,
      root_view_id: view.id,
    },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}

/** A slash command. */
export function slashCommand(
  slack: SlackServer,
  user: SlackUser,
  channel: string,
  text: string,
): Record<string, unknown> {
  const place = slack.state.channels.get(channel);
  return {
    token: "legacy",
    team_id: team,
    team_domain: "test",
    channel_id: channel,
    channel_name:
      place?.kind === "im" ? "directmessage" : place?.kind === "group" ? "privategroup" : (place?.name ?? ""),
    user_id: user.id,
    user_name: user.name.toLowerCase(),
    command: "/sayso",
    text,
    api_app_id: appId,
    is_enterprise_install: "false",
    response_url: slack.newResponseUrl({ user: user.id, channel }),
    trigger_id: slack.newTrigger(user.id),
  };
}

/** Something that happened in the workspace. */
export const eventCallback = (
  slack: SlackServer,
  event: Record<string, unknown>,
): Record<string, unknown> => ({
  token: "legacy",
  team_id: team,
  api_app_id: appId,
  event,
  type: "event_callback",
  event_id: slack.state.newId("Ev"),
  event_time: Math.floor(Date.now() / 1000),
  authorizations: [
    { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
});

/** What a form sends for one input. Throws where Slack's client would not let the person send. */
export function inputState(block: types.InputBlock, value: string | string[]): Record<string, unknown> {
  const element = block.element;
  const list = [value].flat().filter((one) => one !== "");
  const refuse = (why: string): never => {
    throw new Error(`Slack does not let "${block.label.text}" be sent: ${why}.`);
  };
  if (!block.optional && list.length === 0) refuse("it is empty");
  const offered = (options: types.Option[] | undefined): types.Option[] =>
    list.map((one) => options?.find((option) => option.value === one) ?? refuse(`"${one}" is not offered`));
  switch (element.type) {
    case "plain_text_input":
      if (String(value).length > (element.max_length ?? 3000))
        refuse(`over ${element.max_length ?? 3000} characters`);
      return { type: element.type, value: value === "" ? null : value };
    case "radio_buttons":
    case "static_select":
      return { type: element.type, selected_option: offered(element.options)[0] ?? null };
    case "checkboxes":
      return { type: element.type, selected_options: offered(element.options) };
    case "multi_static_select":
      if (list.length > (element.max_selected_items ?? 100)) refuse("too many are chosen");
      return { type: element.type, selected_options: offered(element.options) };
    case "multi_users_select":
      return { type: element.type, selected_users: list };
    case "conversations_select":
      return { type: element.type, selected_conversation: list[0] ?? null };
    default:
      return refuse(`the test form cannot fill ${element.type}`);
  }
}
