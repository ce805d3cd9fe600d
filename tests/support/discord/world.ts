/** Discord in a test: one server with a board's channel and a staff channel, and the real door pointed at it. */
import { type DoorOptions, discordDoor, type Log } from "../../../adapters/discord/main.ts";
import type { Place, Visitor } from "../../../src/bot/index.ts";
import type { Someone, World } from "../world.ts";
import { standing } from "./message-routes.ts";
import { may } from "./permissions.ts";
import { placeOfChannel, shownOf } from "./reading.ts";
import { type LocalDiscord, openDiscord } from "./server.ts";
import { someone } from "./someone.ts";
import { newChannel, newGuild, newRole, newUser } from "./town.ts";
import { newWatch } from "./watch.ts";

export type DiscordWorld = World & {
  /** The server below, for trouble on demand and for what only Discord has. */
  discord: LocalDiscord;
  staffRole: string;
};

/** `log`: where the doors write; default: nowhere. `patience`: shorter waits, for tests of waiting. */
export async function openDiscordWorld(
  options: Parameters<typeof openDiscord>[0] & { log?: Log; patience?: DoorOptions["patience"] } = {},
): Promise<DiscordWorld> {
  const discord = await openDiscord(options);
  const { records } = discord;
  const guild = newGuild(discord, "Riverside");
  const staffRole = newRole(guild, records.newId(), "Youth worker");
  const managerRole = newRole(guild, records.newId(), "Manager", may.manageGuild);
  const channel = (name: string): Place => placeOfChannel(records, newChannel(discord, guild, name).id);
  const boardChannel = channel("board");
  const staffChannel = channel("staff");
  const watch = newWatch();
  const quiet: Log = { info() {}, warn() {}, error() {} };
  return {
    platform: "discord",
    workspace: guild.id,
    boardChannel,
    staffChannel,
    staffRole,
    discord,
    newChannel: async (name) => channel(name),
    openDoor: () =>
      watch.over(
        discordDoor({
          token: discord.settings.token,
          apiUrl: discord.apiUrl,
          log: options.log ?? quiet,
          patience: { again: 500, ...options.patience },
        }),
      ),
    async person(name, more = {}): Promise<Someone> {
      const user = newUser(discord, name);
      const roles = [...(more.staff ? [staffRole] : []), ...(more.manages ? [managerRole] : [])];
      guild.members.set(user.id, { user: user.id, nick: null, roles });
      const visitor: Visitor = {
        platform: "discord",
        workspace: guild.id,
        id: user.id,
        name,
        roles,
        manages: more.manages ?? false,
      };
      return someone(discord, watch, visitor, boardChannel.channel);
    },
    posts: (place) => standing(records, place.channel).map((message) => shownOf(records, message)),
    violations: () => discord.violations,
    close: () => discord.close(),
  };
}
