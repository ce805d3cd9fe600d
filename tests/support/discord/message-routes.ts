/** Posting, reading, editing and deleting messages. */
import { messageFaults, withInner } from "./limits.ts";
import { messagePaper } from "./paper.ts";
import { channelPermissions, may } from "./permissions.ts";
import type { Channel, Component, File, Message, Records } from "./records.ts";
import { Refusal } from "./rest.ts";
import { type Ground, type Route, visibleChannel } from "./routes.ts";

/** For how long a nonce is remembered. Discord says "a few minutes". */
const nonceLastsMs = 5 * 60_000;

export type MessageBody = {
  content?: string;
  flags?: number;
  components?: Component[];
  attachments?: { id: string | number; filename?: string; description?: string }[];
  nonce?: string;
  enforce_nonce?: boolean;
  message_reference?: { message_id: string; fail_if_not_exists?: boolean };
};

export function messageRoutes({ records, gateway, hold }: Ground): Route[] {
  return [
    [
      "POST",
      /^\/channels\/(\d+)\/messages$/,
      (call, [id = ""]) => {
        const channel = visibleChannel(records, id);
        const body = call.body as MessageBody;
        hold(call, "createMessage", [
          ...messageFaults(
            body,
            call.files.map((file) => file.name),
          ),
          ...((body.flags ?? 0) & 64 ? ["only answers can be ephemeral"] : []),
        ]);
        mayPost(records, channel, body, call.files);
        const known = body.enforce_nonce && body.nonce ? sameNonce(records, body.nonce) : undefined;
        if (known) return { status: 200, body: { ...messagePaper(records, known), nonce: body.nonce } };
        const message = newMessage(records, {
          channel: channel.id,
          author: records.bot.id,
          body,
          files: call.files,
        });
        if (body.nonce) message.nonce = body.nonce;
        gateway().message("MESSAGE_CREATE", message);
        return { status: 200, body: { ...messagePaper(records, message), nonce: body.nonce } };
      },
    ],
    // A fetched message never carries its nonce.
    [
      "GET",
      /^\/channels\/(\d+)\/messages$/,
      (call, [id = ""]) => {
        const channel = visibleChannel(records, id);
        const reads = channelPermissions(records, channel, records.bot.id) & may.readHistory;
        const most = Number(call.query.get("limit") ?? "50");
        const found = reads ? standing(records, channel.id).reverse().slice(0, most) : [];
        return { status: 200, body: found.map((message) => messagePaper(records, message)) };
      },
    ],
    [
      "PATCH",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      (call, [id = "", of = ""]) => {
        const message = ownMessage(records, visibleChannel(records, id), of);
        hold(
          call,
          "editMessage",
          messageFaults(
            call.body as MessageBody,
            call.files.map((file) => file.name),
            true,
          ),
        );
        rewrite(message, call.body as MessageBody, call.files);
        gateway().message("MESSAGE_UPDATE", message);
        return { status: 200, body: messagePaper(records, message) };
      },
    ],
    [
      "DELETE",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      (_, [id = "", of = ""]) => {
        const message = ownMessage(records, visibleChannel(records, id), of);
        message.gone = true;
        gateway().message("MESSAGE_DELETE", message);
        return { status: 204 };
      },
    ],
  ];
}

/** What stands in a channel for everyone, the oldest first. */
export const standing = (records: Records, channel: string): Message[] =>
  [...records.messages.values()].filter((each) => each.channel === channel && !each.gone && !each.onlyFor);

function mayPost(records: Records, channel: Channel, body: MessageBody, files: File[]) {
  const bits = channelPermissions(records, channel, records.bot.id);
  if (!channel.guild && !records.users.get(channel.recipient ?? "")?.takesMessages)
    throw new Refusal(403, 50007, "Cannot send messages to this user");
  if (!(bits & may.sendMessages)) throw new Refusal(403, 50013, "Missing Permissions");
  if (files.length > 0 && !(bits & may.attachFiles)) throw new Refusal(403, 50013, "Missing Permissions");
  if (!body.message_reference) return;
  if (!(bits & may.readHistory))
    throw new Refusal(403, 160002, "Cannot reply without permission to read message history");
  const to = records.messages.get(body.message_reference.message_id);
  if ((!to || to.gone) && body.message_reference.fail_if_not_exists !== false)
    throw new Refusal(400, 50035, "Invalid Form Body", { message_reference: "Unknown message" });
}

/** Discord remembers nonces for an author, whatever the channel. */
const sameNonce = (records: Records, nonce: string): Message | undefined =>
  [...records.messages.values()].find(
    (each) => each.nonce === nonce && Date.now() - each.postedAt < nonceLastsMs,
  );

function ownMessage(records: Records, channel: Channel, id: string): Message {
  const message = records.messages.get(id);
  if (!message || message.gone || message.onlyFor || message.channel !== channel.id)
    throw new Refusal(404, 10008, "Unknown Message");
  if (message.author !== records.bot.id)
    throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
  return message;
}

export function newMessage(
  records: Records,
  from: {
    channel: string;
    author: string;
    body: MessageBody;
    files?: File[];
    onlyFor?: string;
    mentions?: string[];
  },
): Message {
  const asked = from.body.message_reference?.message_id;
  const replyTo = asked && records.messages.get(asked)?.gone === false ? asked : undefined;
  const message: Message = {
    id: records.newId(),
    channel: from.channel,
    author: from.author,
    content: "",
    components: [],
    flags: 0,
    attachments: [],
    files: [],
    mentions: from.mentions ?? [],
    mentionedRoles: [...(from.body.content ?? "").matchAll(/<@&(\d+)>/g)].map((found) => found[1] ?? ""),
    gone: false,
    edits: 0,
    postedAt: Date.now(),
    ...(replyTo && { replyTo }),
    ...(from.onlyFor && { onlyFor: from.onlyFor }),
  };
  rewrite(message, from.body, from.files ?? []);
  message.edits = 0;
  records.messages.set(message.id, message);
  return message;
}

/** Takes over what a body says; what it leaves out stays. Components without an id get one, as Discord does it. */
export function rewrite(message: Message, body: MessageBody, files: File[]) {
  message.edits += 1;
  if (body.content !== undefined) message.content = body.content ?? "";
  if (body.flags !== undefined) message.flags = (message.flags & 64) | body.flags;
  if (body.components) message.components = numbered(structuredClone(body.components));
  if (body.attachments) {
    message.attachments = body.attachments.map((file) => ({
      ...file,
      id: String(file.id),
      filename: file.filename ?? "",
    }));
    message.files = files;
  }
}

function numbered(components: Component[]): Component[] {
  const all = components.flatMap(withInner);
  const taken = new Set(all.map((component) => component.id));
  let next = 1;
  for (const component of all) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  }
  return components;
}
