/** The Discord door: discord.js over the gateway, no public address, no privileged intents. */
import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
} from "discord.js";
import type { Adapter, Bot } from "../../src/bot/index.ts";
import { answerPress } from "./answering.ts";
import { newChecks } from "./checks.ts";
import { registerCommands } from "./commands.ts";
import { newConnection } from "./connection.ts";
import { newDelivery } from "./delivery.ts";
import { incomingOf, replyOf } from "./inbox.ts";
import { type DoorOptions, defaultPatience, pause } from "./settings.ts";
import { placeOf } from "./visitor.ts";

/** A door to Discord. Nothing happens before `start`. */
export function discordDoor(options: DoorOptions): Adapter {
  const { log } = options;
  const patience = { ...defaultPatience, ...options.patience };
  const inFlight = new Set<Promise<unknown>>();
  let bot: Bot | undefined;
  let stopping = false;
  const connection = newConnection(options, patience, listen);
  const delivery = newDelivery(connection);

  /** Takes something in, unless the door is closing, and remembers it until it is done. */
  function take(what: string, work: (heart: Bot) => Promise<unknown> | undefined) {
    if (stopping || !bot) return;
    const working = Promise.resolve(work(bot))
      .catch((error: unknown) =>
        log.error({ error: error instanceof Error ? error.name : "unknown" }, `Discord: ${what} failed`),
      )
      .finally(() => inFlight.delete(working));
    inFlight.add(working);
  }

  /** Presses and messages are read as Discord sends them: the door keeps neither people nor messages in memory. */
  function listen(client: Client) {
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      take("a press", (heart) => {
        const incoming = incomingOf(interaction, heart.commands);
        return (
          incoming && answerPress(interaction, incoming, { bot: heart, rest: connection.rest, log, patience })
        );
      }),
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
    // discord.js tells an outage (`guildUnavailable`, `guildAvailable`) apart from leaving and joining.
    client.on(Events.GuildDelete, ({ id }) =>
      take("a goodbye", (heart) => heart.placeChanged({ what: "bot-removed", place: placeOf("", id) })),
    );
    client.on(Events.GuildCreate, ({ id }) =>
      take("a welcome", (heart) => heart.placeChanged({ what: "bot-added", place: placeOf("", id) })),
    );
  }

  /** A message is no press: in a channel it cannot be answered privately. In a private channel it simply can. */
  async function written(heart: Bot, message: GatewayMessageCreateDispatchData, client: Client) {
    const reply = client.isReady() ? replyOf(message, client) : undefined;
    if (!reply) return;
    const answer = await heart.replied(reply);
    if (answer.kind !== "view") return;
    if (!reply.place.isPrivate) return answer.publicly?.();
    await delivery.post(reply.place, answer.view, {
      key: `answer:${message.id}`,
      mayHaveArrived: false,
      replyTo: message.id,
    });
  }

  return {
    name: "discord",
    answersRepliesPrivately: false,
    async start(heart) {
      bot = heart;
      await connection.open(async (client) => {
        // Without its commands the door still answers buttons, so this stops nothing.
        const changed = await registerCommands(
          connection.rest,
          client.application?.id ?? "",
          heart.commands,
        ).catch((error: unknown) =>
          log.error(
            { error: error instanceof Error ? error.name : "unknown" },
            "Discord: commands were not registered",
          ),
        );
        log.info(
          { servers: client.guilds.cache.size, commandsChanged: changed ?? false },
          "Discord: the door is open",
        );
      });
    },
    async stop() {
      stopping = true;
      await Promise.race([Promise.allSettled([...inFlight]), pause(patience.stop)]);
      await connection.stop();
    },
    ...delivery,
    ...newChecks(connection),
    health: () => connection.health(),
  };
}
