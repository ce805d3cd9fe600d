/** In: what people do on Discord, in the heart's words. Everything that is none of ours stays outside. */
import {
  type APIInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  type Client,
  ComponentType,
  type GatewayMessageCreateDispatchData,
  InteractionType,
  MessageType,
  type ModalSubmitComponent,
} from "discord.js";
import type { Command, Incoming, Reply } from "../../src/bot/index.ts";
import { usedCommand } from "./commands.ts";
import { listMark } from "./fields.ts";
import { addressOf } from "./marks.ts";
import { placeOf, visitorOf, writerOf } from "./visitor.ts";

/** A press, a choice, a command or a sent form. `undefined`: nothing that the heart could answer. */
export function incomingOf(interaction: APIInteraction, commands: Command[]): Incoming | undefined {
  const person = visitorOf(interaction);
  const channel = interaction.channel?.id;
  const act = actOf(interaction, commands);
  if (!person || !channel || !act) return undefined;
  return { key: interaction.id, person, place: placeOf(channel, interaction.guild_id), ...act };
}

function actOf(
  interaction: APIInteraction,
  commands: Command[],
): Pick<Incoming, "from" | "does" | "fields"> | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      if (interaction.data.type !== ApplicationCommandType.ChatInput) return undefined;
      const used = usedCommand(commands, { ...interaction, data: interaction.data });
      // One that is no longer among ours: the heart says kindly that it does not know it.
      return { from: "command", ...(used ?? { does: `unknown.${interaction.data.name}` }) };
    }
    case InteractionType.MessageComponent: {
      const does = addressOf(interaction.data.custom_id);
      if (interaction.data.component_type === ComponentType.Button) return { from: "button", does };
      return { from: "menu", does, fields: { chosen: interaction.data.values } };
    }
    case InteractionType.ModalSubmit:
      return { from: "form", does: interaction.data.custom_id, fields: fieldsOf(interaction) };
    default:
      return undefined;
  }
}

function fieldsOf(interaction: APIModalSubmitInteraction): Record<string, string | string[]> {
  const controls = interaction.data.components.flatMap((part): ModalSubmitComponent[] => {
    if (part.type === ComponentType.Label) return [part.component];
    return part.type === ComponentType.ActionRow ? part.components : [];
  });
  return Object.fromEntries(controls.map(fieldOf));
}

/** A menu gives a list or one string; the mark behind its name tells which (fields.ts). */
function fieldOf(control: ModalSubmitComponent): [string, string | string[]] {
  const name = control.custom_id;
  if (name.endsWith(listMark) && "values" in control)
    return [name.slice(0, -listMark.length), control.values];
  if (control.type === ComponentType.StringSelect) return [name, control.values[0] ?? ""];
  if ("values" in control) return [name, control.values];
  return [name, control.value === null ? "" : String(control.value)];
}

/** A written reply to a post of ours, a mention of the bot, or a private message to it. `undefined`: none of ours. */
export function replyOf(message: GatewayMessageCreateDispatchData, client: Client<true>): Reply | undefined {
  const self = client.user.id;
  if (message.author.bot || message.webhook_id) return undefined;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined;
  const to = message.referenced_message?.author.id === self ? message.referenced_message.id : undefined;
  // Discord offers the bot's own role under the same name; many pick that. Such a message comes without its words.
  const role = client.guilds.cache.get(message.guild_id ?? "")?.roles.botRoleFor(self)?.id;
  const mentioned =
    message.mentions.some((user) => user.id === self) ||
    (role !== undefined && message.mention_roles.includes(role));
  if (!to && !mentioned && message.guild_id) return undefined;
  return {
    key: message.id,
    person: writerOf(message, client),
    place: placeOf(message.channel_id, message.guild_id),
    message: message.id,
    ...(to && { to }),
    text: message.content.replace(new RegExp(`<@(?:!?${self}|&${role ?? self})>`, "g"), "").trim(),
  };
}
