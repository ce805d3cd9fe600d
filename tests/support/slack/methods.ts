/** The Web API: which methods there are, what each needs, and how each answers. */
import { wrongModal } from "./checks.ts";
import type { Faults } from "./faults.ts";
import { messageMethods } from "./messages.ts";
import { appId, botId, botUser, directChannel, type SlackModal, type SlackState, team } from "./state.ts";

export type Arguments = Record<string, unknown>;
export type Answered = { ok: boolean; error?: string; [more: string]: unknown };

/** What a method works on. */
export type Api = {
  state: SlackState;
  faults: Faults;
  /** What the bot was allowed at installation. */
  scopes: Set<string>;
  violations: string[];
  /** Who a trigger id stands for, once; `undefined` when it is used up or too old. */
  useTrigger(id: string): { user: string } | "expired" | "exchanged" | undefined;
  socketAddress(): string;
  /** Milliseconds since the last call of a method under tight limits. */
  lastHistory: { at: number };
};

const page = <One>(list: One[], body: Arguments, highest: number): { items: One[]; next: string } => {
  const limit = Math.min(Number(body.limit ?? 100), highest);
  const from = Number(body.cursor || 0);
  return {
    items: list.slice(from, from + limit),
    next: from + limit < list.length ? String(from + limit) : "",
  };
};

const no = (error: string): Answered => ({ ok: false, error });

function history(api: Api, body: Arguments, thread: string | undefined): Answered {
  const channel = api.state.channels.get(String(body.channel));
  if (!channel) return no("channel_not_found");
  if (!channel.members.has(botUser)) return no("not_in_channel");
  const wanted = api.state.messages.filter(
    (message) =>
      message.channel === channel.id &&
      (thread ? message.threadTs === thread || message.ts === thread : !message.threadTs),
  );
  const newestFirst = thread ? wanted : wanted.toReversed();
  const { items, next } = page(newestFirst, body, api.faults.tightHistory ? 15 : 999);
  return {
    ok: true,
    messages: items.map((message) => ({
      type: "message",
      user: message.user,
      ts: message.ts,
      text: message.text,
      ...(message.user === botUser ? { bot_id: botId, app_id: appId } : {}),
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
      ...(String(body.include_all_metadata) === "true" && message.metadata
        ? { metadata: message.metadata }
        : {}),
    })),
    has_more: next !== "",
    response_metadata: { next_cursor: next },
  };
}

function openModal(api: Api, body: Arguments, push: boolean): Answered {
  const person = api.useTrigger(String(body.trigger_id));
  if (person === undefined) return no("invalid_trigger_id");
  if (person === "expired") return no("expired_trigger_id");
  if (person === "exchanged") return no("exchanged_trigger_id");
  const wrong = wrongModal(body.view);
  for (const one of wrong) api.violations.push(`views.open: ${one}`);
  if (wrong.length > 0)
    return {
      ...no("invalid_arguments"),
      response_metadata: { messages: wrong.map((one) => `[ERROR] ${one}`) },
    };
  const view = {
    ...(body.view as SlackModal),
    id: api.state.newId("V"),
    hash: api.state.newId("h"),
    openedBy: person.user,
  };
  const stack = api.state.modals.get(person.user) ?? [];
  api.state.modals.set(person.user, push ? [...stack, view] : [view]);
  return { ok: true, view };
}

const otherMethods: Record<string, (api: Api, body: Arguments) => Answered> = {
  "auth.test": () => ({
    ok: true,
    url: "https://test.slack.com/",
    team: "Test",
    user: "sayso",
    team_id: team,
    user_id: botUser,
    bot_id: botId,
  }),
  "apps.connections.open": (api) => ({ ok: true, url: api.socketAddress() }),

  "conversations.open"(api, body) {
    const user = api.state.users.get(String(body.users));
    if (!user) return no("user_not_found");
    if (user.deleted) return no("user_disabled");
    if (user.bot) return no("cannot_dm_bot");
    return { ok: true, channel: { id: directChannel(api.state, user.id).id } };
  },
  "conversations.history": (api, body) => history(api, body, undefined),
  "conversations.replies": (api, body) => history(api, body, String(body.ts)),
  "conversations.info"(api, body) {
    const channel = api.state.channels.get(String(body.channel));
    const isMember = channel?.members.has(botUser) ?? false;
    if (!channel || (channel.kind === "group" && !isMember)) return no("channel_not_found");
    const { id, name, kind, archived } = channel;
    return {
      ok: true,
      channel: {
        id,
        name,
        is_archived: archived,
        is_member: isMember,
        is_im: kind === "im",
        is_private: kind === "group",
      },
    };
  },
  "conversations.members"(api, body) {
    const channel = api.state.channels.get(String(body.channel));
    if (!channel || (channel.kind === "group" && !channel.members.has(botUser)))
      return no("channel_not_found");
    const { items, next } = page([...channel.members], body, 1000);
    return { ok: true, members: items, response_metadata: { next_cursor: next } };
  },
  "users.info"(api, body) {
    const user = api.state.users.get(String(body.user));
    if (!user) return no("user_not_found");
    return {
      ok: true,
      user: {
        id: user.id,
        team_id: team,
        name: user.name.toLowerCase(),
        deleted: user.deleted,
        is_bot: user.bot,
        is_admin: user.admin,
        is_owner: false,
        profile: { display_name: user.name, real_name: `${user.name} Real` },
      },
    };
  },

  "views.open": (api, body) => openModal(api, body, false),
  "views.push": (api, body) => openModal(api, body, true),
  "views.update"(api, body) {
    const wrong = wrongModal(body.view);
    for (const one of wrong) api.violations.push(`views.update: ${one}`);
    if (wrong.length > 0) return no("invalid_arguments");
    for (const stack of api.state.modals.values()) {
      const at = stack.findIndex((view) => view.id === body.view_id);
      const old = stack[at];
      if (!old) continue;
      if (body.hash !== undefined && body.hash !== old.hash) return no("hash_conflict");
      stack[at] = {
        ...(body.view as SlackModal),
        id: old.id,
        hash: api.state.newId("h"),
        openedBy: old.openedBy,
      };
      return { ok: true, view: stack[at] };
    }
    return no("not_found");
  },
};

/** The scopes that a method needs; one of each inner list is enough. Source: Slack's method pages, November 2026. */
const needs: Record<string, (api: Api, body: Arguments) => string[]> = {
  "chat.postMessage": () => ["chat:write"],
  "chat.update": () => ["chat:write"],
  "chat.delete": () => ["chat:write"],
  "chat.postEphemeral": () => ["chat:write"],
  "conversations.open": () => ["im:write"],
  "conversations.history": (api, body) => [`${family(api, body)}:history`],
  "conversations.replies": (api, body) => [`${family(api, body)}:history`],
  "conversations.info": (api, body) => [`${family(api, body)}:read`],
  "conversations.members": (api, body) => [`${family(api, body)}:read`],
  "users.info": () => ["users:read"],
};

const families = { channel: "channels", group: "groups", im: "im" } as const;
const family = (api: Api, body: Arguments): string =>
  families[api.state.channels.get(String(body.channel))?.kind ?? "channel"];

/** Answers one call as Slack would. */
export function callMethod(api: Api, method: string, body: Arguments): Answered {
  const run = messageMethods[method] ?? otherMethods[method];
  if (!run) return no("unknown_method");
  const missing = (needs[method]?.(api, body) ?? []).filter((scope) => !api.scopes.has(scope));
  if (missing.length > 0)
    return { ...no("missing_scope"), needed: missing.join(","), provided: [...api.scopes].join(",") };
  return run(api, body);
}
