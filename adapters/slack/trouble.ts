/** Slack's refusals in the heart's words. */
import { webApi } from "@slack/bolt";
import { DeliveryError, type DeliveryTrouble } from "../../src/bot/index.ts";

/** Source: the error tables of chat.postMessage, chat.update, conversations.open on docs.slack.dev, November 2026. */
const troubles: Record<DeliveryTrouble, string[]> = {
  gone: [
    "channel_not_found",
    "is_archived",
    "message_not_found",
    "thread_not_found",
    "cant_update_message",
    "cant_delete_message",
  ],
  forbidden: [
    "not_in_channel",
    "missing_scope",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "restricted_action_non_threadable_channel",
    "restricted_action_thread_locked",
    "no_permission",
    "access_denied",
    "ekm_access_denied",
    "edit_window_closed",
    "not_allowed_token_type",
    "user_not_in_channel",
  ],
  shut: [
    "user_disabled",
    "user_not_found",
    "user_not_visible",
    "users_not_found",
    "cannot_dm_bot",
    "messages_tab_disabled",
    "method_not_supported_for_channel_type",
  ],
  invalid: [
    "invalid_blocks",
    "invalid_blocks_format",
    "msg_too_long",
    "msg_blocks_too_long",
    "no_text",
    "invalid_arguments",
    "invalid_arg_name",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "metadata_too_large",
    "too_many_attachments",
    "invalid_form_data",
  ],
  uncertain: ["fatal_error", "internal_error"],
  later: [
    "ratelimited",
    "rate_limited",
    "service_unavailable",
    "request_timeout",
    "team_added_to_org",
    "message_limit_exceeded",
  ],
};

/** Errors after which nothing works until the host mends the token. */
const tokenTroubles = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "org_login_required",
  "team_access_not_granted",
  "user_removed_from_team",
  "team_disabled",
]);

/** Slack's own code of a refusal, such as `not_in_channel`; `undefined` when it never answered. */
export const slackCode = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

/** The code when the token itself is the trouble. */
export function tokenTrouble(error: unknown): string | undefined {
  const code = slackCode(error);
  return code !== undefined && tokenTroubles.has(code) ? code : undefined;
}

/** Connection errors after which Slack surely has not seen the call. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const networkCode = (error: unknown): string => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && neverSent.has(String(at.code))) return String(at.code);
  }
  return "";
};

/** What became of a call to Slack. The message names the method and Slack's code, never the content. */
export function deliveryError(error: unknown, method: string): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new DeliveryError("later", `${method}: Slack asked to wait`, {
      retryAfterSeconds: error.retryAfter,
      cause: error,
    });
  }
  const code = slackCode(error);
  if (code !== undefined) {
    const kind = (Object.keys(troubles) as DeliveryTrouble[]).find((trouble) =>
      troubles[trouble].includes(code),
    );
    return new DeliveryError(
      kind ?? "later",
      `${method}: ${/^\w+$/.test(code) ? code : "unreadable answer"}`,
      { cause: error },
    );
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const surelyNot = error.statusCode === 503 || error.statusCode < 500;
    return new DeliveryError(surelyNot ? "later" : "uncertain", `${method}: HTTP ${error.statusCode}`, {
      cause: error,
    });
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const code = networkCode(error.original);
    return new DeliveryError(code ? "later" : "uncertain", `${method}: ${code || "no answer"}`, {
      cause: error,
    });
  }
  return new DeliveryError("later", `${method}: ${error instanceof Error ? error.name : "unknown trouble"}`, {
    cause: error,
  });
}
