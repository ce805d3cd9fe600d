/** The Web API methods about messages: `chat.*`. Each answers as Slack would. */
import { brokenPromises, wrongBlocks, wrongMetadata } from "./checks.ts";
import type { Answered, Api, Arguments } from "./methods.ts";
import { botUser, directChannel, findMessage, type SlackChannel, type SlackMessage } from "./state.ts";

const no = (error: string, messages: string[] = []): Answered => ({
  ok: false,
  error,
  ...(messages.length > 0
    ? { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } }
    : {}),
});

/** Notes what broke Slack's schema, a limit or a promise of ours; gives Slack's refusal where Slack would refuse. */
export function checkBody(api: Api, method: string, body: Arguments): Answered | undefined {
  for (const broken of brokenPromises(body)) api.violations.push(`${method}: ${broken}`);
  if (body.blocks !== undefined) {
    const wrong = wrongBlocks(body.blocks, "message");
    for (const one of wrong) api.violations.push(`${method}: ${one}`);
    if (wrong.length > 0) return no("invalid_blocks", wrong);
  }
  if (body.metadata !== undefined) {
    const wrong = wrongMetadata(body.metadata);
    for (const one of wrong) api.violations.push(`${method}: ${one}`);
    if (wrong.length > 0) return no("invalid_metadata_format", wrong);
  }
  if (String(body.text ?? "").length > 40_000) return no("msg_too_long");
  if (!body.text && !body.blocks) return no("no_text");
  return undefined;
}

function place(api: Api, channel: unknown): SlackChannel | Answered {
  const asked = String(channel ?? "");
  const user = api.state.users.get(asked);
  const found = user ? directChannel(api.state, user.id) : api.state.channels.get(asked);
  if (!found) return no("channel_not_found");
  if (found.archived) return no("is_archived");
  if (!found.members.has(botUser)) return no(found.kind === "group" ? "channel_not_found" : "not_in_channel");
  if (found.kind === "im") {
    const person = [...found.members].map((id) => api.state.users.get(id)).find((one) => one && !one.bot);
    if (person?.deleted) return no("user_disabled");
    if (!person?.takesMessages) return no("messages_tab_disabled");
  }
  return found;
}

const isChannel = (it: SlackChannel | Answered): it is SlackChannel => "members" in it;

const house = (api: Api, method: string, body: Arguments): void => {
  for (const name of ["unfurl_links", "unfurl_media"]) {
    if (String(body[name]) !== "false") api.violations.push(`${method}: ${name} is not false`);
  }
};

export const messageMethods: Record<string, (api: Api, body: Arguments) => Answered> = {
  "chat.postMessage"(api, body) {
    const channel = place(api, body.channel);
    if (!isChannel(channel)) return channel;
    house(api, "chat.postMessage", body);
    const refused = checkBody(api, "chat.postMessage", body);
    if (refused) return refused;
    const threadTs = body.thread_ts === undefined ? undefined : String(body.thread_ts);
    if (threadTs && !findMessage(api.state, channel.id, threadTs)) return no("thread_not_found");
    const message: SlackMessage = {
      ts: api.state.newTs(),
      channel: channel.id,
      user: botUser,
      text: String(body.text ?? ""),
      blocks: (body.blocks ?? []) as SlackMessage["blocks"],
      ...(threadTs ? { threadTs } : {}),
      ...(body.metadata ? { metadata: body.metadata as NonNullable<SlackMessage["metadata"]> } : {}),
    };
    api.state.messages.push(message);
    return {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      message: { type: "message", ts: message.ts, text: message.text },
    };
  },

  "chat.update"(api, body) {
    const channel = place(api, body.channel);
    if (!isChannel(channel)) return channel;
    const message = findMessage(api.state, channel.id, String(body.ts));
    if (!message) return no("message_not_found");
    if (message.user !== botUser) return no("cant_update_message");
    const refused = checkBody(api, "chat.update", body);
    if (refused) return refused;
    message.text = String(body.text ?? "");
    message.blocks = (body.blocks ?? []) as SlackMessage["blocks"];
    return { ok: true, channel: channel.id, ts: message.ts, text: message.text };
  },

  "chat.delete"(api, body) {
    const channel = api.state.channels.get(String(body.channel));
    if (!channel) return no("channel_not_found");
    const message = findMessage(api.state, channel.id, String(body.ts));
    if (!message) return no("message_not_found");
    if (message.user !== botUser) return no("cant_delete_message");
    api.state.messages.splice(api.state.messages.indexOf(message), 1);
    return { ok: true, channel: channel.id, ts: message.ts };
  },

  "chat.postEphemeral"(api, body) {
    const channel = place(api, body.channel);
    if (!isChannel(channel)) return channel;
    const to = String(body.user);
    if (!channel.members.has(to)) return no("user_not_in_channel");
    const refused = checkBody(api, "chat.postEphemeral", body);
    if (refused) return refused;
    const ts = api.state.newTs();
    api.state.ephemerals.push({
      ts,
      channel: channel.id,
      to,
      text: String(body.text ?? ""),
      blocks: (body.blocks ?? []) as SlackMessage["blocks"],
      ...(body.thread_ts === undefined ? {} : { threadTs: String(body.thread_ts) }),
    });
    api.state.inFront.set(to, { channel: channel.id, ts });
    return { ok: true, message_ts: ts };
  },
};
