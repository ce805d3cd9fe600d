/** Recognising a letter of ours in a channel, so that one whose answer was lost is not posted twice. */
import { createHash } from "node:crypto";
import type { webApi } from "@slack/bolt";
import { deliveryError, slackCode } from "./trouble.ts";

const eventType = "sayso_letter";

/** A letter's key, hashed: metadata can be read by every app in the channel, and keys name polls. */
const hashed = (key: string): string => createHash("sha256").update(key).digest("base64url");

export const letterMetadata = (key: string) => ({
  event_type: eventType,
  event_payload: { key: hashed(key) },
});

/** How many pages of 200 messages to look through. Slack cuts a page to 15 for apps outside its Marketplace. */
const mostPages = 3;

/**
 * The time stamp of the letter with this key, looked for among the newest messages of a channel or of a thread.
 * `undefined` when it is not there, and when reading is not allowed (the mode without reading threads): then a letter
 * whose answer was lost is posted again, for twice is better than never. Throws `DeliveryError` when Slack does not answer.
 */
export async function findLetter(
  client: webApi.WebClient,
  channel: string,
  key: string,
  thread?: string,
): Promise<string | undefined> {
  const wanted = hashed(key);
  let cursor = "";
  for (let page = 0; page < mostPages; page++) {
    try {
      const asked = { channel, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const answer = thread
        ? await client.conversations.replies({ ...asked, ts: thread })
        : await client.conversations.history(asked);
      const found = answer.messages?.find(({ metadata }) => {
        const payload = metadata?.event_payload as { key?: unknown } | undefined;
        return metadata?.event_type === eventType && payload?.key === wanted;
      });
      if (found?.ts) return found.ts;
      cursor = answer.response_metadata?.next_cursor ?? "";
      if (!cursor) return undefined;
    } catch (error) {
      if (slackCode(error) === "missing_scope") return undefined;
      // Under the tight limits each try may read one page a minute: what that page shows must do.
      if (page > 0) return undefined;
      throw deliveryError(error, "conversations.history");
    }
  }
  return undefined;
}
