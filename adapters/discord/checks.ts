/** What the bot may do in a place, and whether a person is still there. */
import { type APIGuildMember, PermissionFlagsBits, Routes } from "discord.js";
import type { Adapter } from "../../src/bot/index.ts";
import type { Connection } from "./connection.ts";
import { codeOf, deliveryError } from "./trouble.ts";
import { nameOf } from "./visitor.ts";
import { words } from "./words.ts";

/** Every permission that the door uses in a channel, and no other. docs/discord.md explains each. */
const needed = [
  [PermissionFlagsBits.ViewChannel, words.place.viewChannel],
  [PermissionFlagsBits.SendMessages, words.place.sendMessages],
  [PermissionFlagsBits.AttachFiles, words.place.attachFiles],
  [PermissionFlagsBits.ReadMessageHistory, words.place.readHistory],
] as const;

export function newChecks(connection: Connection): Pick<Adapter, "checkPlace" | "checkPerson"> {
  return {
    /** Read from what the gateway keeps up to date: asks Discord nothing. */
    async checkPlace(place) {
      const client = connection.client();
      if (!client?.isReady()) throw deliveryError(new Error("not connected"), { changes: false });
      const guild = client.guilds.cache.get(place.workspace);
      if (!guild?.available) return { reachable: false, missing: [words.place.notOnServer] };
      const channel = guild.channels.cache.get(place.channel);
      if (!channel) return { reachable: false, missing: [words.place.gone] };
      const granted = guild.members.me ? channel.permissionsFor(guild.members.me) : undefined;
      const missing = needed.filter(([bit]) => !granted?.has(bit)).map(([, sentence]) => sentence);
      return { reachable: granted?.has(PermissionFlagsBits.ViewChannel) ?? false, missing };
    },
    /** One member at a time ("Get Guild Member"), which needs no privileged intent. */
    async checkPerson(person) {
      try {
        const member = (await connection.rest.get(
          Routes.guildMember(person.workspace, person.id),
        )) as APIGuildMember;
        return {
          here: true,
          name: nameOf(member.user, member.nick),
          roles: member.roles,
          inStaffChannel: false,
        };
      } catch (error) {
        // 10004, Unknown Guild, says nothing of the person: it is the bot that is no longer there.
        if ([10007, 10013].includes(codeOf(error) ?? 0))
          return { here: false, name: "", roles: [], inStaffChannel: false };
        if ((error as { status?: number }).status === 401) connection.refusedToken();
        throw deliveryError(error, { changes: false });
      }
    },
  };
}
