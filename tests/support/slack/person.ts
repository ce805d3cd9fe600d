/** A person on the local Slack who types, presses and reads. */
import type { Someone } from "../world.ts";
import { eyesOf, type Seen } from "./eyes.ts";
import { afterForm, fillIn } from "./filling.ts";
import { blockActions, eventCallback, slashCommand, viewSubmission } from "./payloads.ts";
import { type Control, controls, shown, shownForm, shownText } from "./reading.ts";
import type { SlackServer } from "./server.ts";
import type { Delivered } from "./socket.ts";
import { botUser, directChannel, findMessage, type SlackUser, team } from "./state.ts";

type Envelope = { type: "slash_commands" | "interactive" | "events_api"; payload: unknown };

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Makes what a test knows of a person. `readsThreads` false: replies reach the bot only when they mention it. */
export function someoneOn(
  slack: SlackServer,
  user: SlackUser,
  boardChannel: string,
  readsThreads: boolean,
): Someone {
  const { state, hub, faults } = slack;
  let last: { envelopes: Envelope[]; after: (result: Delivered) => void } | undefined;

  const send = async (
    envelopes: Envelope[],
    after: (result: Delivered) => void = () => {},
  ): Promise<void> => {
    last = { envelopes, after };
    const all = faults.twice ? [...envelopes, ...envelopes] : envelopes;
    const results = await Promise.all(all.map(({ type, payload }) => hub.deliver(type, payload)));
    if (results[0]) after(results[0]);
  };

  const { inFront, reachable, lookUp } = eyesOf(state, user);

  const act = (on: Seen, control: Control, more: Record<string, unknown>): Promise<void> => {
    const { channel, ts, threadTs } = on.message;
    const where = { channel, ts, ephemeral: on.ephemeral, ...(threadTs ? { threadTs } : {}) };
    const action = {
      action_id: control.element.action_id,
      block_id: control.block_id,
      type: control.element.type,
      ...more,
    };
    return send([{ type: "interactive", payload: blockActions(slack, user, where, action) }]);
  };

  const event = (it: Record<string, unknown>): Envelope => ({
    type: "events_api",
    payload: eventCallback(slack, it),
  });

  return {
    name: user.name,
    visitor: {
      platform: "slack",
      workspace: team,
      id: user.id,
      name: user.name,
      roles: [],
      manages: user.admin,
    },
    commands: (text, place) =>
      send([
        {
          type: "slash_commands",
          payload: slashCommand(slack, user, place?.channel ?? boardChannel, escaped(text)),
        },
      ]),
    async presses(label, on) {
      const candidates = on ? [lookUp(on.id)] : reachable();
      for (const seen of candidates) {
        const control = controls(seen.message.blocks).find(
          ({ element }) => element.type === "button" && shownText(element.text) === label,
        );
        if (control?.element.type !== "button") continue;
        const { text, value } = control.element;
        return act(seen, control, { text, ...(value === undefined ? {} : { value }) });
      }
      const cards = candidates.slice(0, 4).map((seen) => JSON.stringify(shown(state, seen.message).buttons));
      throw new Error(`${user.name} sees no button "${label}". There are: ${cards.join(" ")}`);
    },
    async forges(address, place) {
      const channel = place?.channel ?? boardChannel;
      const payload = blockActions(
        slack,
        user,
        {
          channel,
          ts: state.messages.findLast((message) => message.channel === channel)?.ts ?? state.newTs(),
          ephemeral: false,
        },
        {
          action_id: "do:0",
          block_id: "forged",
          type: "button",
          text: { type: "plain_text", text: "Forged" },
          value: address,
        },
      );
      await send([{ type: "interactive", payload }]);
    },
    async chooses(labels, prompt) {
      for (const seen of reachable()) {
        const control = controls(seen.message.blocks).find(
          (one) => one.element.type !== "button" && (prompt === undefined || one.prompt === prompt),
        );
        if (!control || control.element.type === "button") continue;
        const options = labels.map((label) => {
          const found =
            control.element.type === "button"
              ? undefined
              : control.element.options?.find((option) => shownText(option.text) === label);
          if (!found)
            throw new Error(`${user.name} sees no choice "${label}" in the menu "${control.prompt}".`);
          return found;
        });
        return act(
          seen,
          control,
          control.element.type === "static_select"
            ? { selected_option: options[0] ?? null }
            : { selected_options: options },
        );
      }
      throw new Error(`${user.name} sees no menu${prompt ? ` "${prompt}"` : ""}.`);
    },
    async fills(values) {
      const view = state.modals.get(user.id)?.at(-1);
      if (!view) throw new Error(`${user.name} has no form open.`);
      const filled = fillIn(view, values);
      await send(
        [{ type: "interactive", payload: viewSubmission(slack, user, view, filled) }],
        afterForm(state, user, view),
      );
    },
    async replies(to, text) {
      const thread = to.replyTo ?? to.id;
      const channel = to.place.channel;
      const written = readsThreads ? escaped(text) : `<@${botUser}> ${escaped(text)}`;
      const ts = state.newTs();
      state.messages.push({ ts, channel, user: user.id, text: written, blocks: [], threadTs: thread });
      const message = {
        user: user.id,
        ts,
        thread_ts: thread,
        text: written,
        channel,
        event_ts: ts,
        team,
        client_msg_id: `client-${ts}`,
      };
      const parent = findMessage(state, channel, thread)?.user;
      const kind = state.channels.get(channel)?.kind ?? "channel";
      const asMessage = event({
        type: "message",
        channel_type: kind,
        ...message,
        ...(parent ? { parent_user_id: parent } : {}),
      });
      const asMention = event({ type: "app_mention", ...message });
      const mentions = written.includes(`<@${botUser}>`);
      await send([...(readsThreads ? [asMessage] : []), ...(mentions ? [asMention] : [])]);
      return ts;
    },
    async deletes(message, place) {
      const at = state.messages.findIndex((one) => one.ts === message && one.user === user.id);
      const [gone] = state.messages.splice(at, at < 0 ? 0 : 1);
      if (!gone) throw new Error(`${user.name} has no message ${message} to delete.`);
      if (!readsThreads) return;
      const channel = place?.channel ?? gone.channel;
      const previous_message = {
        type: "message",
        user: user.id,
        text: gone.text,
        ts: gone.ts,
        thread_ts: gone.threadTs,
      };
      const ts = state.newTs();
      await send([
        event({
          type: "message",
          subtype: "message_deleted",
          hidden: true,
          channel,
          channel_type: "channel",
          ts,
          event_ts: ts,
          deleted_ts: message,
          previous_message,
        }),
      ]);
    },
    async repeats() {
      if (!last) throw new Error(`${user.name} has done nothing yet that could be repeated.`);
      await send(last.envelopes, last.after);
    },
    sees() {
      const seen = inFront();
      return seen && shown(state, seen.message);
    },
    seesForm() {
      const view = state.modals.get(user.id)?.at(-1);
      return view && shownForm(view);
    },
    inbox() {
      const channel = directChannel(state, user.id).id;
      return state.messages
        .filter((one) => one.channel === channel && one.user === botUser)
        .map((one) => shown(state, one));
    },
    takesMessages(open) {
      user.takesMessages = open;
    },
  };
}
