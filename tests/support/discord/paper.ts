/** Writes what the local Discord knows in the shapes of API v10. */
import { channelPermissions, guildPermissions } from "./permissions.ts";
import type { Channel, Guild, Interaction, Member, Message, Records, User } from "./records.ts";

export const userPaper = (user: User) => ({
  id: user.id,
  username: user.username,
  discriminator: "0",
  global_name: user.globalName,
  avatar: null,
  bot: user.bot,
  public_flags: 0,
});

export const memberPaper = (records: Records, member: Member) => ({
  user: userPaper(userOf(records, member.user)),
  nick: member.nick,
  roles: member.roles,
  joined_at: "2026-01-01T00:00:00.000000+00:00",
  premium_since: null,
  avatar: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
});

export const channelPaper = (records: Records, channel: Channel) =>
  channel.guild
    ? {
        id: channel.id,
        type: 0,
        guild_id: channel.guild,
        name: channel.name,
        position: 0,
        parent_id: null,
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        last_message_id: null,
        flags: 0,
        permission_overwrites: channel.overwrites.map((overwrite) => ({
          ...overwrite,
          allow: String(overwrite.allow),
          deny: String(overwrite.deny),
        })),
      }
    : {
        id: channel.id,
        type: 1,
        last_message_id: null,
        flags: 0,
        recipients: [userPaper(userOf(records, channel.recipient ?? ""))],
      };

export const rolesPaper = (guild: Guild) =>
  [...guild.roles.values()].map((role, position) => ({
    id: role.id,
    name: role.name,
    color: 0,
    hoist: false,
    position,
    permissions: String(role.permissions),
    managed: role.bot !== undefined,
    mentionable: false,
    flags: 0,
    ...(role.bot && { tags: { bot_id: role.bot } }),
  }));

export const channelsOf = (records: Records, guild: string): Channel[] =>
  [...records.channels.values()].filter((channel) => channel.guild === guild && !channel.gone);

/** A server as GUILD_CREATE carries it: without the members intent only the bot itself is listed. */
export function guildPaper(records: Records, guild: Guild) {
  const self = guild.members.get(records.bot.id);
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner,
    icon: null,
    splash: null,
    discovery_splash: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: rolesPaper(guild),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: "en-GB",
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: self ? [memberPaper(records, self)] : [],
    channels: channelsOf(records, guild.id).map((channel) => channelPaper(records, channel)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function messagePaper(records: Records, message: Message): Record<string, unknown> {
  const repliedTo = message.replyTo ? records.messages.get(message.replyTo) : undefined;
  return {
    id: message.id,
    type: message.replyTo ? 19 : 0,
    channel_id: message.channel,
    author: userPaper(userOf(records, message.author)),
    content: message.content,
    timestamp: new Date(message.postedAt).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date().toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: message.mentions.map((id) => userPaper(userOf(records, id))),
    mention_roles: message.mentionedRoles,
    attachments: message.attachments.map((file) => ({
      ...file,
      size: 1,
      url: `https://cdn.invalid/${file.filename}`,
      proxy_url: `https://cdn.invalid/${file.filename}`,
    })),
    embeds: [],
    components: message.components,
    pinned: false,
    flags: message.flags,
    ...(message.replyTo && {
      message_reference: { type: 0, message_id: message.replyTo, channel_id: message.channel },
      referenced_message:
        repliedTo && !repliedTo.gone ? messagePaper(records, { ...repliedTo, replyTo: undefined }) : null,
    }),
  };
}

/** The payload of INTERACTION_CREATE, apart from `data`. */
export function interactionPaper(records: Records, interaction: Interaction) {
  const channel = channelOf(records, interaction.channel);
  const user = userOf(records, interaction.user);
  const guild = channel.guild ? records.guilds.get(channel.guild) : undefined;
  const member = guild?.members.get(user.id);
  const source = interaction.source ? records.messages.get(interaction.source) : undefined;
  return {
    id: interaction.id,
    application_id: records.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: channelPaper(records, channel),
    app_permissions: String(channelPermissions(records, channel, records.bot.id)),
    locale: "en-GB",
    entitlements: [],
    authorizing_integration_owners: guild ? { "0": guild.id } : {},
    context: guild ? 0 : 1,
    attachment_size_limit: 10_485_760,
    ...(source && { message: messagePaper(records, source) }),
    ...(guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: "en-GB", features: [] },
          guild_locale: "en-GB",
          member: {
            ...memberPaper(records, member),
            permissions: String(guildPermissions(records, guild.id, user.id)),
          },
        }
      : { user: userPaper(user) }),
  };
}

export function userOf(records: Records, id: string): User {
  const user = records.users.get(id);
  if (!user) throw new Error(`The local Discord knows no user ${id}.`);
  return user;
}

export function channelOf(records: Records, id: string): Channel {
  const channel = records.channels.get(id);
  if (!channel) throw new Error(`The local Discord knows no channel ${id}.`);
  return channel;
}
