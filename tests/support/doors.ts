/** The doors through which every story can be told: each with its local platform, and what is particular to it. */
import { type DiscordWorld, openDiscordWorld } from "./discord/world.ts";
import { type SlackWorld, slackWorld } from "./slack/world.ts";
import { type WebWorld, webWorld } from "./web/world.ts";
import type { Someone, World } from "./world.ts";

/** The three worlds, for `describe.each(doors)("on $name", ({ open }) => …)`. */
export const doors: { name: string; open(): Promise<World> }[] = [
  { name: "the try-out", open: async () => webWorld() },
  { name: "Discord", open: () => openDiscordWorld() },
  { name: "Slack", open: () => slackWorld() },
];

/** Somebody who has met Sayso before: on Slack they have said that they are 16. They are on no board yet. */
export async function somebody(
  world: World,
  name: string,
  more: { staff?: boolean; manages?: boolean } = {},
): Promise<Someone> {
  const person = await world.person(name, more);
  if (world.platform !== "slack") return person;
  await person.commands("help");
  await person.presses("Yes, I am");
  return person;
}

/** Somebody leaves the server or the workspace. The platform tells nobody. */
export function leaves(world: World, person: Someone): void {
  const { id } = person.visitor;
  if (world.platform === "discord") {
    (world as DiscordWorld).discord.records.guilds.get(world.workspace)?.members.delete(id);
  } else if (world.platform === "slack") {
    const user = (world as SlackWorld).slack.state.users.get(id);
    if (user) user.deleted = true;
  } else {
    const { people } = (world as WebWorld).door().room;
    people.splice(
      people.findIndex((one) => one.id === id),
      1,
    );
  }
}

/** Whether a written reply is answered so that its author alone sees it (Slack, try-out), or by the public card. */
export const answersPrivately = (world: World): boolean => world.platform !== "discord";
