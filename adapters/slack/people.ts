/** Who acted, as Slack knows them. */
import type { webApi } from "@slack/bolt";
import type { Visitor } from "../../src/bot/index.ts";
import { deliveryError, slackCode } from "./trouble.ts";

/** What `users.info` tells, as far as we ask: never the address, phone or picture. */
type Known = { name: string; manages: boolean; here: boolean };

/** An admin who stopped being one is known as such after this long at the latest. */
const trustedMs = 60_000;

export function slackPeople(client: webApi.WebClient) {
  const cache = new Map<string, { known: Promise<Known>; at: number }>();

  async function ask(id: string): Promise<Known> {
    const { user } = await client.users.info({ user: id });
    return {
      name: user?.profile?.display_name || user?.profile?.real_name || user?.name || "",
      manages: (user?.is_admin || user?.is_owner || user?.is_primary_owner) ?? false,
      here: !user?.deleted,
    };
  }

  function known(id: string): Promise<Known> {
    const now = performance.now();
    const remembered = cache.get(id);
    if (remembered && now - remembered.at < trustedMs) return remembered.known;
    if (cache.size > 2000) cache.clear();
    const asked = ask(id);
    cache.set(id, { known: asked, at: now });
    asked.catch(() => cache.delete(id));
    return asked;
  }

  /** The visitor behind an id. When Slack does not say, they manage nothing, and `otherwise` is their name. */
  async function visitor(workspace: string, id: string, otherwise: string): Promise<Visitor> {
    const { name, manages } = await known(id).catch(() => ({ name: otherwise, manages: false }));
    return { platform: "slack", workspace, id, name: name || otherwise, roles: [], manages };
  }

  async function isMember(channel: string, id: string): Promise<boolean> {
    let cursor = "";
    do {
      const answer = await client.conversations.members({
        channel,
        limit: 1000,
        ...(cursor ? { cursor } : {}),
      });
      if (answer.members?.includes(id)) return true;
      cursor = answer.response_metadata?.next_cursor ?? "";
    } while (cursor);
    return false;
  }

  /** Asks anew whether a person is still there, and whether they sit in the staff channel. Throws `DeliveryError`. */
  async function check(id: string, staffChannel?: string) {
    const gone = { here: false, name: "", roles: [], inStaffChannel: false };
    try {
      cache.delete(id);
      const { here, name } = await known(id);
      if (!here) return { ...gone, name };
      const inStaffChannel =
        staffChannel === undefined ? false : await isMember(staffChannel, id).catch(absent);
      return { here, name, roles: [], inStaffChannel };
    } catch (error) {
      const code = slackCode(error);
      if (code === "user_not_found" || code === "user_not_visible" || code === "users_not_found") return gone;
      throw deliveryError(error, "users.info");
    }
  }

  return { visitor, check };
}

/** A staff channel that the bot cannot see makes nobody staff. Anything else is not an answer. */
const absent = (error: unknown): boolean => {
  const code = slackCode(error);
  if (code === "channel_not_found" || code === "missing_scope" || code === "not_in_channel") return false;
  throw error;
};
