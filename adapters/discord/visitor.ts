/** Who acted, and where, from what Discord sends along. */
import {
  type APIGuildMember,
  type APIInteraction,
  type APIUser,
  type Client,
  type GatewayMessageCreateDispatchData,
  PermissionFlagsBits,
} from "discord.js";
import type { Place, Visitor } from "../../src/bot/index.ts";

/** The name that the chat shows: nickname on the server, else display name, else user name. */
export const nameOf = (user: APIUser, nick?: string | null): string =>
  nick ?? user.global_name ?? user.username;

/** Who pressed. `undefined` where Discord names nobody. In a private message there is no server and there are no roles. */
export function visitorOf(interaction: APIInteraction): Visitor | undefined {
  const member = interaction.member;
  const user = member?.user ?? interaction.user;
  if (!user) return undefined;
  return {
    platform: "discord",
    workspace: interaction.guild_id ?? "",
    id: user.id,
    name: nameOf(user, member?.nick),
    roles: member?.roles ?? [],
    manages: member ? hasManage(BigInt(member.permissions)) : false,
  };
}

/** Who wrote. Messages carry roles but no permissions: those are reckoned from the server's roles. */
export function writerOf(message: GatewayMessageCreateDispatchData, client: Client): Visitor {
  const guild = message.guild_id ? client.guilds.cache.get(message.guild_id) : undefined;
  const member = message.member as APIGuildMember | undefined;
  const roles = member?.roles ?? [];
  const bits = [message.guild_id ?? "", ...roles].reduce(
    (sum, role) => sum | (guild?.roles.cache.get(role)?.permissions.bitfield ?? 0n),
    0n,
  );
  return {
    platform: "discord",
    workspace: message.guild_id ?? "",
    id: message.author.id,
    name: nameOf(message.author, member?.nick),
    roles,
    manages: guild?.ownerId === message.author.id || hasManage(bits),
  };
}

const hasManage = (bits: bigint): boolean =>
  (bits & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;

/** A channel, or a private one when there is no server. */
export const placeOf = (channel: string, guild: string | undefined): Place => ({
  platform: "discord",
  workspace: guild ?? "",
  channel,
  ...(guild ? {} : { isPrivate: true }),
});
