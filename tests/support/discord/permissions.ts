/** Who may do what where, reckoned as Discord does: everyone, roles, then the channel's overwrites. */
import type { Channel, Records } from "./records.ts";

/** Discord's permission bits (developer documentation, "Permissions"). */
export const may = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
} as const;

const everything = (1n << 50n) - 1n;

/** Permissions of somebody in a server, before any channel. */
export function guildPermissions(records: Records, guildId: string, userId: string): bigint {
  const guild = records.guilds.get(guildId);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  if (guild.owner === userId) return everything;
  const base = [guild.id, ...member.roles].reduce(
    (sum, role) => sum | (guild.roles.get(role)?.permissions ?? 0n),
    0n,
  );
  return base & may.administrator ? everything : base;
}

/** Permissions of somebody in a channel. In a private channel: everything that is needed to talk. */
export function channelPermissions(records: Records, channel: Channel, userId: string): bigint {
  if (!channel.guild)
    return may.viewChannel | may.sendMessages | may.attachFiles | may.readHistory | may.embedLinks;
  let sum = guildPermissions(records, channel.guild, userId);
  if (sum & may.administrator) return sum;
  const roles = records.guilds.get(channel.guild)?.members.get(userId)?.roles ?? [];
  const apply = (ids: string[]) => {
    const those = channel.overwrites.filter((overwrite) => ids.includes(overwrite.id));
    for (const { deny } of those) sum &= ~deny;
    for (const { allow } of those) sum |= allow;
  };
  apply([channel.guild]);
  apply(roles);
  apply([userId]);
  return sum & may.viewChannel ? sum : 0n;
}
