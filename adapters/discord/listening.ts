/** What the door hears from the gateway, and which verb of the heart each thing becomes. */
import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayReadyDispatchData,
} from "discord.js";
import type { Bot } from "../../src/bot/index.ts";
import { placeOf } from "./visitor.ts";

/** Takes something in, unless the door is closing; `what` is for the log. */
export type Take = (what: string, work: (heart: Bot) => Promise<unknown> | undefined) => void;

type Hear = {
  take: Take;
  pressed(heart: Bot, interaction: APIInteraction): Promise<unknown> | undefined;
  written(heart: Bot, message: GatewayMessageCreateDispatchData, client: Client): Promise<unknown>;
};

/** Presses and messages are read as Discord sends them: the door keeps neither people nor messages in memory. */
export function listen(client: Client, { take, pressed, written }: Hear) {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
    take("a press", (heart) => pressed(heart, interaction)),
  );
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
    take("a message", (heart) => written(heart, message, client)),
  );
  client.ws.on(GatewayDispatchEvents.MessageDelete, (gone: GatewayMessageDeleteDispatchData) =>
    take("a deletion", (heart) =>
      heart.removed({ ...placeOf(gone.channel_id, gone.guild_id), message: gone.id }),
    ),
  );
  client.ws.on(GatewayDispatchEvents.MessageDeleteBulk, (gone: GatewayMessageDeleteBulkDispatchData) =>
    take("deletions", async (heart) => {
      for (const message of gone.ids)
        await heart.removed({ ...placeOf(gone.channel_id, gone.guild_id), message });
    }),
  );
  client.on(Events.ChannelDelete, (channel) => {
    const guild = "guildId" in channel ? channel.guildId : undefined;
    take("a channel's end", (heart) =>
      heart.placeChanged({ what: "channel-gone", place: placeOf(channel.id, guild) }),
    );
  });
  listenToServers(client, take);
}

/** Leaving and joining servers, also while the line was broken. An outage of a server is neither. */
function listenToServers(client: Client, take: Take) {
  const removed = (id: string) =>
    take("a goodbye", (heart) => heart.placeChanged({ what: "bot-removed", place: placeOf("", id) }));
  const added = (id: string) =>
    take("a welcome", (heart) => heart.placeChanged({ what: "bot-added", place: placeOf("", id) }));
  // discord.js tells an outage (`guildUnavailable`, `guildAvailable`) apart from leaving and joining.
  client.on(Events.GuildDelete, ({ id }) => removed(id));
  client.on(Events.GuildCreate, ({ id }) => added(id));
  let isFirst = true;
  // A new session lists the servers as they are now, and discord.js says nothing of those that came or went meanwhile.
  client.ws.on(GatewayDispatchEvents.Ready, (ready: GatewayReadyDispatchData) => {
    const now = new Set(ready.guilds.map((guild) => guild.id));
    const before = [...client.guilds.cache.keys()];
    if (!isFirst) {
      for (const id of before.filter((each) => !now.has(each))) {
        client.guilds.cache.delete(id);
        removed(id);
      }
      for (const id of now) if (!before.includes(id)) added(id);
    }
    isFirst = false;
  });
}
