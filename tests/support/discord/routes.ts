/** Which route does what: people, servers, channels and commands here; messages and interactions in their own files. */
import { commandFaults } from "./command-limits.ts";
import type { Gateway } from "./gateway.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { channelPaper, channelsOf, guildPaper, memberPaper, rolesPaper, userPaper } from "./paper.ts";
import { channelPermissions, may } from "./permissions.ts";
import type { AppCommand, Channel, Guild, Records } from "./records.ts";
import { type Call, Refusal, type Reply } from "./rest.ts";
import { againstSchema, type Operation } from "./schema.ts";

export type Ground = {
  records: Records;
  gateway: () => Gateway;
  url(): string;
  /** Milliseconds within which an interaction must be answered; Discord's are 3,000. */
  answerWithinMs: number;
  /** Notes what is wrong with a body and refuses it as Discord does (50035). */
  hold(call: Call, operation: Operation, faults: string[]): void;
};
export type Route = [method: string, path: RegExp, handle: (call: Call, parts: string[]) => Reply];

export function routes(ground: Ground): (call: Call) => Promise<Reply> {
  const all = [...plainRoutes(ground), ...messageRoutes(ground), ...interactionRoutes(ground)];
  return async (call) => {
    const open = /^\/(interactions|webhooks)\//.test(call.path);
    if (!open && !call.authorized) throw new Refusal(401, 0, "401: Unauthorized");
    for (const [method, path, handle] of all) {
      const found = method === call.method ? path.exec(call.path) : null;
      if (found) return handle(call, found.slice(1));
    }
    throw new Refusal(404, 0, "404: Not Found");
  };
}

/** Notes violations and, unless told otherwise, refuses. */
export function holder(violations: string[], settings: { refuses: boolean }): Ground["hold"] {
  return (call, operation, faults) => {
    const found = [...againstSchema(operation, call.body), ...faults].map(
      (fault) => `${call.method} ${call.path}: ${fault}`,
    );
    violations.push(...found);
    if (found.length > 0 && settings.refuses)
      throw new Refusal(400, 50035, "Invalid Form Body", { _errors: found });
  };
}

/** A channel that the bot can see, or Discord's error. */
export function visibleChannel(records: Records, id: string): Channel {
  const channel = records.channels.get(id);
  if (!channel || channel.gone) throw new Refusal(404, 10003, "Unknown Channel");
  if (channel.guild && !records.guilds.get(channel.guild)?.botIsIn)
    throw new Refusal(403, 50001, "Missing Access");
  if (!(channelPermissions(records, channel, records.bot.id) & may.viewChannel))
    throw new Refusal(403, 50001, "Missing Access");
  return channel;
}

function ownGuild(records: Records, id: string): Guild {
  const guild = records.guilds.get(id);
  if (!guild?.botIsIn) throw new Refusal(404, 10004, "Unknown Guild");
  return guild;
}

function plainRoutes({ records, url, hold }: Ground): Route[] {
  const gatewayInformation = () => ({
    status: 200,
    body: {
      url: url(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    },
  });
  return [
    ["GET", /^\/gateway\/bot$/, gatewayInformation],
    ["GET", /^\/users\/@me$/, () => ({ status: 200, body: userPaper(records.bot) })],
    [
      "GET",
      /^\/applications\/@me$/,
      () => ({ status: 200, body: { id: records.bot.id, name: "Sayso", flags: 0 } }),
    ],
    ["GET", /^\/applications\/\d+\/commands$/, () => ({ status: 200, body: records.commands })],
    [
      "PUT",
      /^\/applications\/\d+\/commands$/,
      (call) => {
        const asked = call.body as AppCommand[];
        hold(call, "putCommands", commandFaults(asked));
        records.registrations += 1;
        records.commands = asked.map((command) => registered(records, command));
        return { status: 200, body: records.commands };
      },
    ],
    [
      "POST",
      /^\/users\/@me\/channels$/,
      (call) => {
        hold(call, "createDirectChannel", []);
        const { recipient_id: recipient } = call.body as { recipient_id: string };
        if (!records.users.has(recipient)) throw new Refusal(404, 10013, "Unknown User");
        return { status: 200, body: channelPaper(records, directChannel(records, recipient)) };
      },
    ],
    [
      "GET",
      /^\/guilds\/(\d+)$/,
      (_, [id = ""]) => ({ status: 200, body: guildPaper(records, ownGuild(records, id)) }),
    ],
    [
      "GET",
      /^\/guilds\/(\d+)\/roles$/,
      (_, [id = ""]) => ({ status: 200, body: rolesPaper(ownGuild(records, id)) }),
    ],
    [
      "GET",
      /^\/guilds\/(\d+)\/channels$/,
      (_, [id = ""]) => {
        const guild = ownGuild(records, id);
        return {
          status: 200,
          body: channelsOf(records, guild.id).map((channel) => channelPaper(records, channel)),
        };
      },
    ],
    [
      "GET",
      /^\/guilds\/(\d+)\/members\/(\d+)$/,
      (_, [id = "", user = ""]) => {
        const member = ownGuild(records, id).members.get(user);
        if (!records.users.has(user)) throw new Refusal(404, 10013, "Unknown User");
        if (!member) throw new Refusal(404, 10007, "Unknown Member");
        return { status: 200, body: memberPaper(records, member) };
      },
    ],
    [
      "GET",
      /^\/channels\/(\d+)$/,
      (_, [id = ""]) => ({ status: 200, body: channelPaper(records, visibleChannel(records, id)) }),
    ],
  ];
}

/** A command as Discord keeps it: with ids and with what was left out filled in. */
function registered(records: Records, command: AppCommand): AppCommand {
  const asked = command.default_member_permissions;
  return {
    ...command,
    id: records.newId(),
    application_id: records.bot.id,
    version: records.newId(),
    type: command.type ?? 1,
    options: command.options ?? [],
    default_member_permissions: asked === null || asked === undefined ? null : String(asked),
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
  };
}

/** The private channel with somebody; there is only one. */
export function directChannel(records: Records, recipient: string): Channel {
  const known = [...records.channels.values()].find(
    (channel) => !channel.guild && channel.recipient === recipient,
  );
  const channel = known ?? { id: records.newId(), name: "", recipient, overwrites: [], gone: false };
  records.channels.set(channel.id, channel);
  return channel;
}
