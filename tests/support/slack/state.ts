/** What a Slack workspace holds in a test: people, channels, messages, private cards, forms. */
import type { types } from "@slack/bolt";

export type SlackUser = {
  id: string;
  name: string;
  admin: boolean;
  deleted: boolean;
  bot: boolean;
  /** False: the bot's private messages to them fail, as when an admin has switched them off. */
  takesMessages: boolean;
};

export type SlackChannel = {
  id: string;
  name: string;
  kind: "channel" | "group" | "im";
  members: Set<string>;
  archived: boolean;
};

export type SlackMessage = {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks: types.KnownBlock[];
  threadTs?: string;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
};

/** A card that only one person sees. It cannot be fetched or updated by the Web API. */
export type SlackEphemeral = Omit<SlackMessage, "metadata" | "user"> & { to: string };

export type SlackModal = types.ModalView & {
  id: string;
  hash: string;
  openedBy: string;
  errors?: Record<string, string>;
};

export type SlackState = ReturnType<typeof newState>;

export const team = "T0TESTTEAM";
export const botUser = "U0SAYSOBOT";
export const botId = "B0SAYSOBOT";
export const appId = "A0SAYSOAPP";

/** An empty workspace with the bot in it. */
export function newState() {
  let counter = 0;
  const users = new Map<string, SlackUser>();
  users.set(botUser, {
    id: botUser,
    name: "sayso",
    admin: false,
    deleted: false,
    bot: true,
    takesMessages: false,
  });
  return {
    users,
    channels: new Map<string, SlackChannel>(),
    messages: [] as SlackMessage[],
    ephemerals: [] as SlackEphemeral[],
    /** Each person's open forms, the topmost last. */
    modals: new Map<string, SlackModal[]>(),
    /** What each person has in front of them: their newest private card or a private message redrawn by a press. */
    inFront: new Map<string, { channel: string; ts: string }>(),
    /** A new id, such as `U0000000012`. */
    newId: (letter: string): string => `${letter}${String(++counter).padStart(10, "0")}`,
    /** A new message time stamp, later than every one before. */
    newTs: (): string => `${Math.floor(Date.now() / 1000)}.${String(++counter).padStart(6, "0")}`,
  };
}

/** The private channel between the bot and a person, made when it is first asked for. */
export function directChannel(state: SlackState, user: string): SlackChannel {
  for (const channel of state.channels.values()) {
    if (channel.kind === "im" && channel.members.has(user)) return channel;
  }
  const channel: SlackChannel = {
    id: state.newId("D"),
    name: "directmessage",
    kind: "im",
    members: new Set([user, botUser]),
    archived: false,
  };
  state.channels.set(channel.id, channel);
  return channel;
}

export const findMessage = (state: SlackState, channel: string, ts: string): SlackMessage | undefined =>
  state.messages.find((message) => message.channel === channel && message.ts === ts);
