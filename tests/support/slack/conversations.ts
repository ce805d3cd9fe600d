/** The Web API methods about channels: `conversations.*`. */
import type { Answered, Api, Arguments } from "./methods.ts";
import { appId, botId, botUser, directChannel } from "./state.ts";

const no = (error: string): Answered => ({ ok: false, error });

const page = <One>(list: One[], body: Arguments, highest: number): { items: One[]; next: string } => {
  const limit = Math.min(Number(body.limit ?? 100), highest);
  const from = Number(body.cursor || 0);
  return {
    items: list.slice(from, from + limit),
    next: from + limit < list.length ? String(from + limit) : "",
  };
};

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

export const conversationMethods: Record<string, (api: Api, body: Arguments) => Answered> = {
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
};
