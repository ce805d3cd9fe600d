/** The Discord door: discord.js over the gateway, no public address, no privileged intents. */
import type { APIInteraction, Client, GatewayMessageCreateDispatchData } from "discord.js";
import type { Adapter, Bot } from "../../src/bot/index.ts";
import { answerPress } from "./answering.ts";
import { newChecks } from "./checks.ts";
import { registerCommands } from "./commands.ts";
import { newConnection } from "./connection.ts";
import { newDelivery } from "./delivery.ts";
import { incomingOf, replyOf } from "./inbox.ts";
import { listen, type Take } from "./listening.ts";
import { type DoorOptions, defaultPatience, pause } from "./settings.ts";

/** A door to Discord. Nothing happens before `start`. */
export function discordDoor(options: DoorOptions): Adapter {
  const { log } = options;
  const patience = { ...defaultPatience, ...options.patience };
  const inFlight = new Set<Promise<unknown>>();
  let bot: Bot | undefined;
  let stopping = false;
  const connection = newConnection(options, patience, (client) => listen(client, { take, pressed, written }));
  const delivery = newDelivery(connection);

  /** Takes something in, unless the door is closing, and remembers it until it is done. */
  const take: Take = (what, work) => {
    const heart = bot;
    if (stopping || !heart) return;
    // Whatever odd thing comes in, even what cannot be read, ends in the log and not the process.
    const working = (async () => work(heart))()
      .catch((error: unknown) =>
        log.error({ error: error instanceof Error ? error.name : "unknown" }, `Discord: ${what} failed`),
      )
      .finally(() => inFlight.delete(working));
    inFlight.add(working);
  };

  function pressed(heart: Bot, interaction: APIInteraction) {
    const incoming = incomingOf(interaction, heart.commands);
    return (
      incoming && answerPress(interaction, incoming, { bot: heart, rest: connection.rest, log, patience })
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
