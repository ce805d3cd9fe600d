/** What the bot may do in a channel, each lack in words that tell how to mend it. */
import type { webApi } from "@slack/bolt";
import type { Place } from "../../src/bot/index.ts";
import { deliveryError, slackCode } from "./trouble.ts";
import { words } from "./words.ts";

const always = [
  "chat:write",
  "commands",
  "app_mentions:read",
  "channels:read",
  "groups:read",
  "im:write",
  "users:read",
];
const forThreads = ["channels:history", "groups:history", "im:history"];

/** Every scope that the door uses in this mode. */
export const wantedScopes = (readsThreads: boolean): string[] => [
  ...always,
  ...(readsThreads ? forThreads : []),
];

/** Looks at a channel. Throws `DeliveryError` when Slack does not answer. */
export async function checkPlace(
  client: webApi.WebClient,
  place: Place,
  readsThreads: boolean,
): Promise<{ reachable: boolean; missing: string[] }> {
  try {
    const me = await client.auth.test();
    const granted = me.response_metadata?.scopes ?? [];
    const lacking =
      granted.length === 0 ? [] : wantedScopes(readsThreads).filter((scope) => !granted.includes(scope));
    const missing = lacking.map(words.scopeMissing);
    const answer = await client.conversations.info({ channel: place.channel }).catch((error: unknown) => {
      const code = slackCode(error);
      if (code === "missing_scope") return undefined;
      if (code === "channel_not_found") return "hidden" as const;
      throw error;
    });
    if (answer === "hidden") return { reachable: false, missing: [...missing, words.cannotSee] };
    const channel = answer?.channel as
      | { is_archived?: boolean; is_member?: boolean; is_im?: boolean; is_read_only?: boolean }
      | undefined;
    if (channel?.is_archived) return { reachable: false, missing: [...missing, words.archived] };
    if (channel && !channel.is_member && !channel.is_im)
      return { reachable: false, missing: [...missing, words.inviteMe] };
    if (channel?.is_read_only) missing.push(words.readOnly);
    return { reachable: !lacking.includes("chat:write"), missing };
  } catch (error) {
    throw deliveryError(error, "conversations.info");
  }
}
