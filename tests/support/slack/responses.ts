/** Answer addresses (`response_url`): five uses in thirty minutes, private unless asked otherwise. */
import { checkBody } from "./messages.ts";
import type { Api, Arguments } from "./methods.ts";
import { botUser, findMessage, type SlackEphemeral, type SlackMessage } from "./state.ts";

/** What an answer address stands for: who acted, where, and on which message. */
export type ResponseTicket = {
  user: string;
  channel: string;
  on?: { ts: string; ephemeral: boolean };
  uses: number;
  madeAt: number;
};

const mostUses = 5;
const livesMs = 30 * 60_000;

/** Does what was posted to an answer address. */
export function respond(
  api: Api,
  ticket: ResponseTicket | undefined,
  body: Arguments,
): { status: number; text: string } {
  if (!ticket || api.faults.deadResponses || Date.now() - ticket.madeAt > livesMs)
    return { status: 404, text: "expired_url" };
  if (++ticket.uses > mostUses) return { status: 404, text: "used_url" };
  const on = ticket.on;
  const card = on?.ephemeral
    ? api.state.ephemerals.find((one) => one.ts === on.ts && one.to === ticket.user)
    : on && findMessage(api.state, ticket.channel, on.ts);
  if (body.delete_original === true) {
    api.state.ephemerals = api.state.ephemerals.filter((one) => one !== card);
    api.state.messages = api.state.messages.filter((one) => one !== card);
    return { status: 200, text: "ok" };
  }
  const refused = checkBody(api, "response_url", body);
  if (refused) return { status: 400, text: String(refused.error) };
  const drawn = { text: String(body.text ?? ""), blocks: (body.blocks ?? []) as SlackMessage["blocks"] };
  if (body.replace_original === true && on) {
    if (!card) return { status: 404, text: "message_not_found" };
    if (!on.ephemeral && api.state.channels.get(ticket.channel)?.kind !== "im") {
      api.violations.push("response_url: a shared post was replaced by a private answer");
    }
    Object.assign(card, drawn);
    api.state.inFront.set(ticket.user, { channel: ticket.channel, ts: card.ts });
    return { status: 200, text: "ok" };
  }
  const ts = api.state.newTs();
  const thread = body.thread_ts === undefined ? {} : { threadTs: String(body.thread_ts) };
  if (body.response_type === "in_channel") {
    api.violations.push("response_url: a direct answer was shown to everyone");
    api.state.messages.push({ ts, channel: ticket.channel, user: botUser, ...drawn, ...thread });
    return { status: 200, text: "ok" };
  }
  const ephemeral: SlackEphemeral = { ts, channel: ticket.channel, to: ticket.user, ...drawn, ...thread };
  api.state.ephemerals.push(ephemeral);
  api.state.inFront.set(ticket.user, { channel: ticket.channel, ts });
  return { status: 200, text: "ok" };
}
