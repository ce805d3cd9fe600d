/** Both bots on the local Discord: a bare discord.js handler, and Sayso. Each has a local Discord of its own. */
import { Client, Events, GatewayIntentBits } from "discord.js";
import { choose, controlsOf } from "../support/discord/deeds.ts";
import { newMessage } from "../support/discord/message-routes.ts";
import type { Message } from "../support/discord/records.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import { type BareStore, openBareStore } from "./bare-store.ts";
import { openPoll } from "./poll.ts";
import type { Side } from "./side.ts";
import { newStopwatch } from "./stopwatch.ts";

const ephemeral = 64;

async function timedWorld() {
  const watch = newStopwatch();
  const world = await openDiscordWorld({
    onCall: ({ path }) => {
      if (path.startsWith("/interactions/")) watch.stop();
    },
  });
  return { watch, world };
}

/** Sayso as it is: the real door, the real heart, an open poll with ideas, and Amina's private card. */
export async function saysoOnDiscord(url: string): Promise<Side> {
  const { watch, world } = await timedWorld();
  const { story, amina } = await openPoll(world, url);
  const { records } = world.discord;
  const card = () => [...records.messages.values()].filter((it) => it.onlyFor && !it.gone).at(-1) as Message;
  const menu = () => controlsOf(card().components).find((it) => it.type === 3);
  const options = menu()?.options?.map((it) => it.value) ?? [];
  const picks = (turn: number) => options[turn % 2] ?? "";
  return {
    picks,
    press: (turn) =>
      watch.time(() =>
        choose(world.discord, amina.visitor.id, card(), menu()?.custom_id ?? "", [picks(turn)]),
      ),
    kept: story.kept,
    close: story.ends,
  };
}

/** A handler that does one upsert and says so. */
export async function bareOnDiscord(url: string): Promise<Side> {
  const { watch, world } = await timedWorld();
  const store = await openBareStore(url);
  const client = await bareClient(world, store);
  const { id } = (await world.person("Amina")).visitor;
  const card = bareCard(world, id);
  const picks = (turn: number) => `option-${turn % 2}`;
  return {
    picks,
    press: (turn) => watch.time(() => choose(world.discord, id, card, "pick", [picks(turn)])),
    kept: store.kept,
    async close() {
      await client.destroy();
      await store.close();
      await world.close();
    },
  };
}

async function bareClient(world: DiscordWorld, store: BareStore): Promise<Client> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: world.discord.apiUrl },
    allowedMentions: { parse: [] },
  });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isStringSelectMenu()) return;
    const picks = interaction.values.join(" ");
    await store.upsert(interaction.user.id, picks);
    await interaction.update({ content: `Saved: ${picks}` });
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(world.discord.settings.token);
  await ready;
  return client;
}

function bareCard(world: DiscordWorld, onlyFor: string): Message {
  const { records } = world.discord;
  const options = [0, 1].map((at) => ({ label: `Option ${at}`, value: `option-${at}` }));
  const menu = { type: 3, custom_id: "pick", options, min_values: 0, max_values: 2 };
  const body = { content: "Choose.", flags: ephemeral, components: [{ type: 1, components: [menu] }] };
  return newMessage(records, {
    channel: world.boardChannel.channel,
    author: records.bot.id,
    onlyFor,
    body,
  });
}
