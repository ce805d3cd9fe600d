/** Putting an answer where the person who acted sees it, and nobody else. */
import type { webApi } from "@slack/bolt";
import type { View } from "../../src/bot/index.ts";
import { isPrivate } from "./inbox.ts";
import type { Log } from "./log.ts";
import { drawView, type SlackMessage } from "./render.ts";
import { deliveryError } from "./trouble.ts";

/** Where somebody acted. Travels inside a form's `private_metadata`, so the names are short. */
export type Origin = {
  channel: string;
  user: string;
  /** Slack's answer address: five uses in thirty minutes. */
  url?: string;
  /** The press was on a card that only they see, or in their private channel: the answer takes its place. */
  replaces?: boolean;
  thread?: string;
};

/** How long to wait for Slack to take an answer. */
const patienceMs = 5000;

export type Answers = ReturnType<typeof answersOn>;

/** `directChannel` opens the private channel with a person, for when nothing else reaches them. */
export function answersOn(
  client: webApi.WebClient,
  directChannel: (person: string) => Promise<string>,
  log: Log,
) {
  /** Uses the answer address. False when it is worn out, or Slack did not take it. */
  async function byUrl(origin: Origin, message: SlackMessage): Promise<boolean> {
    if (!origin.url) return false;
    const where = origin.replaces
      ? { replace_original: true }
      : {
          response_type: "ephemeral",
          replace_original: false,
          ...(origin.thread ? { thread_ts: origin.thread } : {}),
        };
    for (const attempt of [1, 2]) {
      try {
        const answer = await fetch(origin.url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ ...message, ...where }),
          redirect: "error",
          signal: AbortSignal.timeout(patienceMs),
        });
        await answer.arrayBuffer();
        if (answer.ok) return true;
        if (answer.status < 500) return false;
      } catch {
        if (attempt === 2) return false;
      }
    }
    return false;
  }

  async function inChannel(origin: Origin, message: SlackMessage): Promise<boolean> {
    const { channel, user, thread } = origin;
    const where = thread ? { channel, thread_ts: thread } : { channel };
    try {
      if (isPrivate(channel)) {
        await client.chat.postMessage({ ...where, ...message, unfurl_links: false, unfurl_media: false });
      } else await client.chat.postEphemeral({ ...where, ...message, user });
      return true;
    } catch (error) {
      log.warn(
        { why: deliveryError(error, "chat.postEphemeral").message },
        "A private answer was not taken by Slack",
      );
      return false;
    }
  }

  async function inPrivateChannel(origin: Origin, message: SlackMessage): Promise<boolean> {
    try {
      const channel = await directChannel(origin.user);
      await client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false });
      return true;
    } catch (error) {
      log.warn({ why: deliveryError(error, "chat.postMessage").message }, "An answer reached nobody");
      return false;
    }
  }

  return {
    /** Shows a view to the person alone: by the answer address, else as a private card, else as a private message. */
    async show(origin: Origin, view: View): Promise<void> {
      const message = drawView(view);
      // Slack's answer addresses are not sure to keep to a thread; a private card of its own is.
      const inThread = origin.thread !== undefined && !origin.replaces;
      if (inThread && (await inChannel(origin, message))) return;
      if (await byUrl(origin, message)) return;
      if (!inThread && (await inChannel(origin, message))) return;
      await inPrivateChannel(origin, message);
    },
    /** Answers a written reply in its thread so that only its author sees it. False when that cannot be. */
    besides: (origin: Origin, view: View): Promise<boolean> => inChannel(origin, drawView(view)),
  };
}
