/** A person on the local Slack who types, presses and reads. */
import type { Someone } from "../world.ts";
import { blockActions, eventCallback, inputState, slashCommand, viewSubmission } from "./payloads.ts";
import { type Control, controls, inputs, shown, shownForm, shownText, startValue } from "./reading.ts";
import type { SlackServer } from "./server.ts";
import type { Delivered } from "./socket.ts";
import {
  botUser,
  directChannel,
  findMessage,
  type SlackEphemeral,
  type SlackMessage,
  type SlackModal,
  type SlackUser,
  team,
} from "./state.ts";

type Envelope = { type: "slash_commands" | "interactive" | "events_api"; payload: unknown };
type Seen = { message: SlackMessage | SlackEphemeral; ephemeral: boolean };

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

  const inFront = (): Seen | undefined => {
    const at = state.inFront.get(user.id);
    if (!at) return undefined;
    const card = state.ephemerals.find((one) => one.ts === at.ts && one.to === user.id);
    if (card) return { message: card, ephemeral: true };
    const message = findMessage(state, at.channel, at.ts);
    return message && { message, ephemeral: false };
  };

  /** Everything that this person can press on, the private card first, then the newest posts. */
  const reachable = (): Seen[] => {
    const posts = state.messages
      .filter(
        (message) => message.user === botUser && state.channels.get(message.channel)?.members.has(user.id),
      )
      .map((message) => ({ message, ephemeral: false }));
    return [inFront() ?? [], posts.toReversed()].flat();
  };

  const lookUp = (id: string): Seen => {
    const card = state.ephemerals.find((one) => one.ts === id && one.to === user.id);
    if (card) return { message: card, ephemeral: true };
    const message = state.messages.find((one) => one.ts === id);
    if (!message) throw new Error(`${user.name} cannot find the message ${id}.`);
    return { message, ephemeral: false };
  };

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

  const afterForm =
    (view: SlackModal) =>
    (result: Delivered): void => {
      const stack = state.modals.get(user.id) ?? [];
      if (!result.acknowledged) return;
      const {
        response_action: what,
        view: next,
        errors,
      } = result.payload as { response_action?: string; view?: SlackModal; errors?: Record<string, string> };
      if (what === "errors") Object.assign(view, { errors });
      else if (what === "clear") state.modals.delete(user.id);
      else if (what === "update" && next)
        state.modals.set(
          user.id,
          stack.map((one) =>
            one === view ? { ...next, id: view.id, hash: state.newId("h"), openedBy: user.id } : one,
          ),
        );
      else
        state.modals.set(
          user.id,
          stack.filter((one) => one !== view),
        );
    };

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
      const names = inputs(view).map((block) => String((block.element as { action_id?: string }).action_id));
      for (const name of Object.keys(values)) {
        if (!names.includes(name))
          throw new Error(`The form has no field "${name}". There are: ${names.join(", ")}`);
      }
      const filled = Object.fromEntries(
        inputs(view).map((block, at) => {
          const name = names[at] ?? "";
          return [
            block.block_id ?? `made-${at}`,
            { [name]: inputState(block, values[name] ?? startValue(block.element)) },
          ];
        }),
      );
      await send(
        [{ type: "interactive", payload: viewSubmission(slack, user, view, filled) }],
        afterForm(view),
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
