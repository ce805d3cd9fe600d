/** What people do: write, delete, press, choose, send forms, use commands. Each makes what Discord would send the bot. */
import { withInner } from "./limits.ts";
import { newMessage } from "./message-routes.ts";
import { channelOf, interactionPaper, memberPaper, userOf } from "./paper.ts";
import type { CommandOption, Component, Interaction, Message } from "./records.ts";
import type { LocalDiscord } from "./server.ts";

/** A command with its words: the longest known name wins. Fails like Discord's own client when there is none. */
export function useCommand(discord: LocalDiscord, by: string, channel: string, typed: string): Interaction {
  const [first = "", ...rest] = typed.trim().split(/\s+/);
  const command = discord.records.commands.find((each) => each.name === first);
  if (!command) throw new Error(`Discord shows no command /${first}.`);
  const sub = command.options.find((option) => option.type === 1 && option.name === rest[0]);
  if (command.options.some((option) => option.type === 1) && !sub)
    throw new Error(`Discord wants a word behind /${first}.`);
  const options = optionValues(
    sub ? (sub.options ?? []) : command.options,
    rest.slice(sub ? 1 : 0).join(" "),
  );
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    options: sub ? [{ type: 1, name: sub.name, options }] : options,
  };
  return act(discord, { type: 2, user: by, channel }, data);
}

function optionValues(known: CommandOption[], words: string) {
  const [option] = known;
  if (!option) return [];
  if (words === "" && option.required) throw new Error(`Discord wants something for "${option.name}".`);
  if (words.length > (option.max_length ?? 6000))
    throw new Error(`Discord takes at most ${option.max_length} characters.`);
  return words === "" ? [] : [{ type: 3, name: option.name, value: words }];
}

/** A press on whatever has this custom_id, on this message, whether it stands there or not (a forged one does not). */
export const press = (discord: LocalDiscord, by: string, on: Message, custom_id: string): Interaction =>
  act(
    discord,
    { type: 3, user: by, channel: on.channel, source: on.id },
    { custom_id, component_type: 2, id: 1 },
  );

export const choose = (
  discord: LocalDiscord,
  by: string,
  on: Message,
  custom_id: string,
  values: string[],
): Interaction =>
  act(
    discord,
    { type: 3, user: by, channel: on.channel, source: on.id },
    { custom_id, component_type: 3, id: 1, values },
  );

/** Sends the form that an interaction opened. `fill` says what stands in each field now. */
export function sendForm(
  discord: LocalDiscord,
  opened: Interaction,
  fill: (field: Component) => string | string[] | null,
): Interaction {
  const { modal } = opened;
  if (!modal) throw new Error("There is no open form.");
  const components = modal.components.map((part, index) => {
    const field = part.component;
    if (!field) return { type: part.type, id: index + 1 };
    const value = fill(field);
    const given = Array.isArray(value) ? { values: value } : { value };
    return {
      type: 18,
      id: index + 1,
      component: { type: field.type, id: 10 + index, custom_id: field.custom_id, ...given },
    };
  });
  const from = {
    type: 5 as const,
    user: opened.user,
    channel: opened.channel,
    ...(opened.source && { source: opened.source }),
  };
  return act(discord, from, { custom_id: modal.custom_id, components });
}

/** The very same press once more, as Discord sends it when a connection broke. */
export const repeat = (discord: LocalDiscord, interaction: Interaction) =>
  discord.gateway.interaction(interaction.payload);

function act(
  discord: LocalDiscord,
  from: { type: 2 | 3 | 5; user: string; channel: string; source?: string },
  data: object,
): Interaction {
  const id = discord.records.newId();
  const interaction: Interaction = {
    id,
    token: `t${id}`,
    bornAt: Date.now(),
    edits: 0,
    payload: {},
    ...from,
  };
  discord.records.interactions.set(id, interaction);
  interaction.payload = { ...interactionPaper(discord.records, interaction), data };
  discord.gateway.interaction(interaction.payload);
  return interaction;
}

/** Writes a message. Replying mentions the author of the other message, unless `quietly`. */
export function write(
  discord: LocalDiscord,
  from: {
    by: string;
    channel: string;
    text: string;
    replyTo?: string;
    mentions?: string[];
    quietly?: boolean;
  },
): Message {
  const { records, gateway } = discord;
  const to = from.replyTo ? records.messages.get(from.replyTo) : undefined;
  const mentions = [...(from.mentions ?? []), ...(to && !from.quietly ? [to.author] : [])];
  const body = { content: from.text, ...(to && { message_reference: { message_id: to.id } }) };
  const message = newMessage(records, {
    channel: from.channel,
    author: from.by,
    body,
    mentions: [...new Set(mentions)],
  });
  const guild = records.guilds.get(channelOf(records, from.channel).guild ?? "");
  const member = guild?.members.get(from.by);
  const { user: _, ...paper } = member ? memberPaper(records, member) : { user: userOf(records, from.by) };
  gateway.message("MESSAGE_CREATE", message, member ? paper : undefined);
  return message;
}

export function erase(discord: LocalDiscord, id: string) {
  const message = discord.records.messages.get(id);
  if (!message || message.gone) throw new Error("There is no such message to delete.");
  message.gone = true;
  discord.gateway.message("MESSAGE_DELETE", message);
}

/** Every control of a message or form. */
export const controlsOf = (components: Component[]): Component[] =>
  components
    .flatMap(withInner)
    .filter((component) => component.custom_id !== undefined || component.url !== undefined);
