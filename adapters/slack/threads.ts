/** Slack answers in a thread by the time stamp of its first message, never of a reply in it. */
import type { webApi } from "@slack/bolt";

export type Threads = {
  /** Remembers which thread a reply stands in, for the answer that follows soon. */
  note(channel: string, reply: string, root: string): void;
  /** The first message of the thread that a message stands in; the message itself when it starts its own. */
  rootOf(channel: string, message: string): Promise<string>;
};

/** How many replies to remember. An answer follows within seconds; older ones are looked up. */
const mostRemembered = 500;

export function knownThreads(client: webApi.WebClient): Threads {
  const roots = new Map<string, string>();
  return {
    note(channel, reply, root) {
      roots.set(`${channel} ${reply}`, root);
      const [oldest] = roots.keys();
      if (roots.size > mostRemembered && oldest !== undefined) roots.delete(oldest);
    },
    async rootOf(channel, message) {
      const known = roots.get(`${channel} ${message}`);
      if (known) return known;
      try {
        const answer = await client.conversations.replies({ channel, ts: message, limit: 1 });
        return answer.messages?.[0]?.thread_ts ?? message;
      } catch {
        // Not allowed or not answered: a thread of its own below the message is still an answer to it.
        return message;
      }
    },
  };
}
