/** In: written replies, mentions, deleted messages, and what happens to channels and to the app itself. */
import type { App } from "@slack/bolt";
import type { Reply } from "../../src/bot/index.ts";
import { type Inbox, placeIn } from "./inbox.ts";
import { written } from "./text.ts";

/** A message event, as far as we read it. Source: message event, docs.slack.dev, November 2026. */
type Message = {
  channel: string;
  channel_type?: string;
  subtype?: string;
  user?: string;
  bot_id?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
  parent_user_id?: string;
  deleted_ts?: string;
  message?: { subtype?: string; ts?: string };
  previous_message?: { user?: string; bot_id?: string; thread_ts?: string };
};

/** Replies that come as one of these are words of a person; every other subtype is not. */
const wordsOfPeople = new Set([undefined, "thread_broadcast", "file_share"]);

/** How many handled replies to remember: Slack sends an event again when our first sign came late. */
const mostRemembered = 1000;

export function listenToEvents(app: App, inbox: Inbox): void {
  const { bot, people, answers, workspace, threads, botUser, readsThreads, log } = inbox;
  const handled = new Set<string>();

  /** Hands a person's words to the heart, once. Where nothing private can be, the heart's public letter goes out. */
  async function hear(message: Message, to: string | undefined, isMention: boolean): Promise<void> {
    const { channel, ts, user } = message;
    const key = `message:${channel}:${ts}`;
    if (!user || message.bot_id || user === botUser() || handled.has(key)) return;
    handled.add(key);
    const [oldest] = handled;
    if (handled.size > mostRemembered && oldest !== undefined) handled.delete(oldest);
    try {
      if (message.thread_ts) threads.note(channel, ts, message.thread_ts);
      const person = await people.visitor(workspace(), user, "");
      const text = written(message.text ?? "", botUser());
      const reply: Reply = { key, person, place: placeIn(workspace(), channel), message: ts, text };
      let answer = await bot.replied(to === undefined ? reply : { ...reply, to });
      // A mention in a thread that is none of ours still speaks to the bot.
      if (answer.kind === "nothing" && isMention && to !== undefined)
        answer = await bot.replied({ ...reply, key: `${key}:mention` });
      if (answer.kind !== "view") return;
      const origin = { channel, user, ...(message.thread_ts ? { thread: message.thread_ts } : {}) };
      if (!(await answers.besides(origin, answer.view))) await answer.publicly?.();
    } catch (error) {
      handled.delete(key);
      log.error(
        { error: error instanceof Error ? error.name : "unknown" },
        "A written reply was not answered",
      );
    }
  }

  const gone = (channel: string, message: string): Promise<void> =>
    bot.removed({ ...placeIn(workspace(), channel), message });

  app.event("message", async ({ event }) => {
    const message = event as Message;
    const { channel, subtype, thread_ts: thread } = message;
    if (!readsThreads) return;
    if (subtype === "message_deleted") {
      const before = message.previous_message;
      const concernsUs =
        !before || before.thread_ts !== undefined || before.user === botUser() || before.bot_id !== undefined;
      if (concernsUs && message.deleted_ts) await gone(channel, message.deleted_ts);
      return;
    }
    // A post with replies leaves a tombstone when it is deleted.
    if (subtype === "message_changed" && message.message?.subtype === "tombstone" && message.message.ts) {
      return gone(channel, message.message.ts);
    }
    if (!wordsOfPeople.has(subtype as undefined)) return;
    if (message.channel_type === "im") return hear(message, thread, true);
    const isReply = thread !== undefined && thread !== message.ts;
    const toSomebodyElse = message.parent_user_id !== undefined && message.parent_user_id !== botUser();
    // A reply that mentions the bot comes once more, as a mention: that one counts.
    const mentions = message.text?.includes(`<@${botUser()}`) ?? false;
    if (isReply && !toSomebodyElse && !mentions) await hear(message, thread, false);
  });

  app.event("app_mention", async ({ event }) => {
    const message = event as Message;
    const thread = message.thread_ts === message.ts ? undefined : message.thread_ts;
    const toSomebodyElse = message.parent_user_id !== undefined && message.parent_user_id !== botUser();
    await hear(message, toSomebodyElse ? undefined : thread, true);
  });

  const changed = (what: "channel-gone" | "bot-removed" | "bot-added", channel: string): Promise<void> =>
    bot.placeChanged({ what, place: placeIn(workspace(), channel) });

  app.event(/^(channel|group)_(archive|deleted)$/, async ({ event }) =>
    changed("channel-gone", channelOf(event)),
  );
  app.event(/^(channel|group)_left$/, async ({ event }) => changed("bot-removed", channelOf(event)));
  app.event(/^(channel|group)_unarchive$/, async ({ event }) => changed("bot-added", channelOf(event)));
  app.event("member_joined_channel", async ({ event }) => {
    if (event.user === botUser()) await changed("bot-added", event.channel);
  });
  app.event("member_left_channel", async ({ event }) => {
    if (event.user === botUser()) await changed("bot-removed", event.channel);
  });

  const lost = async (): Promise<void> => {
    inbox.uninstalled();
    await changed("bot-removed", "");
  };
  app.event("app_uninstalled", lost);
  app.event("tokens_revoked", async ({ event }) => {
    if ((event.tokens.bot ?? []).length > 0) await lost();
  });
}

const channelOf = (event: unknown): string => String((event as { channel?: unknown }).channel ?? "");
