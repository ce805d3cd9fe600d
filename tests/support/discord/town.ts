/** Makes servers, channels, roles and people, and lets things happen to them. */

import { channelPaper, guildPaper } from "./paper.ts";
import { may } from "./permissions.ts";
import type { Channel, Guild, Role, User } from "./records.ts";
import type { LocalDiscord } from "./server.ts";

/** What the invite link of docs/discord.md gives the bot. */
export const invited = may.viewChannel | may.sendMessages | may.attachFiles | may.readHistory;

export function newGuild(discord: LocalDiscord, name: string): Guild {
  const { records } = discord;
  const id = records.newId();
  const owner = newUser(discord, "owner").id;
  const botRole: Role = { id: records.newId(), name: "Sayso", permissions: invited, bot: records.bot.id };
  const guild: Guild = {
    id,
    name,
    owner,
    roles: new Map<string, Role>([
      [id, { id, name: "@everyone", permissions: may.viewChannel | may.sendMessages | may.readHistory }],
      [botRole.id, botRole],
    ]),
    members: new Map([
      [owner, { user: owner, nick: null, roles: [] }],
      [records.bot.id, { user: records.bot.id, nick: null, roles: [botRole.id] }],
    ]),
    botIsIn: true,
  };
  records.guilds.set(id, guild);
  discord.gateway.guilds("GUILD_CREATE", guildPaper(records, guild));
  return guild;
}

export function newUser(discord: LocalDiscord, name: string): User {
  const id = discord.records.newId();
  const user = {
    id,
    username: name.toLowerCase().replace(/\W/g, ""),
    globalName: name,
    bot: false,
    takesMessages: true,
  };
  discord.records.users.set(id, user);
  return user;
}

export function newRole(guild: Guild, id: string, name: string, permissions = 0n) {
  guild.roles.set(id, { id, name, permissions });
  return id;
}

export function newChannel(discord: LocalDiscord, guild: Guild, name: string): Channel {
  const channel = { id: discord.records.newId(), guild: guild.id, name, overwrites: [], gone: false };
  discord.records.channels.set(channel.id, channel);
  if (guild.botIsIn) discord.gateway.guilds("CHANNEL_CREATE", channelPaper(discord.records, channel));
  return channel;
}

export function deleteChannel(discord: LocalDiscord, id: string) {
  const channel = discord.records.channels.get(id);
  if (!channel) throw new Error("There is no such channel.");
  channel.gone = true;
  discord.gateway.guilds("CHANNEL_DELETE", channelPaper(discord.records, channel));
}

/** Takes permissions from the bot in one channel. */
export function forbid(discord: LocalDiscord, id: string, bits: bigint) {
  const channel = discord.records.channels.get(id);
  if (!channel) throw new Error("There is no such channel.");
  const bot = discord.records.bot.id;
  channel.overwrites = [
    ...channel.overwrites.filter((each) => each.id !== bot),
    { id: bot, type: 1, allow: 0n, deny: bits },
  ];
  discord.gateway.guilds("CHANNEL_UPDATE", channelPaper(discord.records, channel));
}

export function kickBot(discord: LocalDiscord, guild: Guild) {
  guild.botIsIn = false;
  discord.gateway.guilds("GUILD_DELETE", { id: guild.id });
}

export function inviteBot(discord: LocalDiscord, guild: Guild) {
  guild.botIsIn = true;
  discord.gateway.guilds("GUILD_CREATE", guildPaper(discord.records, guild));
}

/** A server is away for a while, as in an outage of Discord, and comes back. */
export function outage(discord: LocalDiscord, guild: Guild) {
  discord.gateway.guilds("GUILD_DELETE", { id: guild.id, unavailable: true });
  discord.gateway.guilds("GUILD_CREATE", guildPaper(discord.records, guild));
}
