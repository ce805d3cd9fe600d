/** The Web API: which methods there are, what each needs, and how each answers. */
import { conversationMethods } from "./conversations.ts";
import type { Faults } from "./faults.ts";
import { messageMethods } from "./messages.ts";
import { botId, botUser, type SlackState, team } from "./state.ts";
import { viewMethods } from "./views.ts";

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

/** Slack's refusal. */
const no = (error: string): Answered => ({ ok: false, error });

const methods: Record<string, (api: Api, body: Arguments) => Answered> = {
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

  ...messageMethods,
  ...conversationMethods,
  ...viewMethods,
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
  const run = methods[method];
  if (!run) return no("unknown_method");
  const missing = (needs[method]?.(api, body) ?? []).filter((scope) => !api.scopes.has(scope));
  if (missing.length > 0)
    return { ...no("missing_scope"), needed: missing.join(","), provided: [...api.scopes].join(",") };
  return run(api, body);
}
