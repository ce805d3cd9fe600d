/** The line to Discord: one REST client that outlives reconnects, and discord.js on the gateway. */
import { Client, DiscordjsErrorCodes, Events, GatewayIntentBits, Options, REST, Status } from "discord.js";
import { DoorError } from "../../src/bot/index.ts";
import { type DoorOptions, type Patience, pause } from "./settings.ts";
import { words } from "./words.ts";

export type Connection = ReturnType<typeof newConnection>;

/** Close codes after which trying again makes no sense (Discord: "Gateway Close Event Codes"). */
const hopeless: Record<number, string> = {
  4004: words.door.wrongToken,
  4013: words.door.wrongIntents,
  4014: words.door.wrongIntents,
};

/** What the bot asks to hear: servers and channels, messages there and privately. Nothing privileged. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export function newConnection(options: DoorOptions, patience: Patience, onClient: (client: Client) => void) {
  const token = options.token.trim().replace(/^Bot\s+/i, "");
  const restOptions = {
    ...(options.apiUrl && { api: options.apiUrl.replace(/\/+$/, "") }),
    timeout: patience.request,
    retries: 1,
    rejectOnRateLimit: (limit: { timeToReset: number; retryAfter: number }) =>
      Math.max(limit.timeToReset, limit.retryAfter) > patience.rateLimit,
  };
  const rest = new REST(restOptions).setToken(token);
  let client: Client | undefined;
  let state: "new" | "open" | "refused" | "revoked" | "away" | "stopped" = "new";

  /** One try to log in. Resolves when ready; rejects with a `DoorError` when it is hopeless, else with what happened. */
  function login(): Promise<Client> {
    const fresh = new Client({ intents, rest: restOptions, makeCache: keepLittle });
    client = fresh;
    return new Promise<Client>((resolve, reject) => {
      fresh.once(Events.ClientReady, () => resolve(fresh));
      fresh.on(Events.ShardDisconnect, (event) => {
        reject(new DoorError(hopeless[event.code] ?? words.door.away));
        if (state === "open") lost(event.code);
      });
      fresh.on(Events.ShardReconnecting, () =>
        options.log.warn({}, "Discord: the connection broke; connecting again"),
      );
      // Without listeners these would end the process; discord.js connects again by itself.
      fresh.on(Events.Error, (error) =>
        options.log.warn({ error: error.name }, "Discord: an error on the connection"),
      );
      fresh.on(Events.ShardError, (error) =>
        options.log.warn({ error: error.name }, "Discord: an error on the connection"),
      );
      onClient(fresh);
      fresh.login(token).catch((error: { code?: string }) => {
        const wrong = error.code === DiscordjsErrorCodes.TokenInvalid;
        reject(wrong ? new DoorError(words.door.wrongToken) : error);
      });
    });
  }

  function lost(code: number) {
    state = "revoked";
    options.log.error({ closeCode: code }, code === 4004 ? words.door.revoked : words.door.away);
  }

  /** Opens, and keeps trying in the background while Discord is away. Throws `DoorError` when it is hopeless. */
  async function open(whenReady: (ready: Client) => Promise<void>): Promise<void> {
    if (token === "") throw new DoorError(words.door.noToken);
    const opening = login().then(async (ready) => {
      if (state === "stopped") return;
      state = "open";
      await whenReady(ready);
    });
    try {
      await Promise.race([opening, pause(patience.start)]);
      opening.catch((error: unknown) => background(error));
    } catch (error) {
      if (error instanceof DoorError && error.message !== words.door.away) {
        state = "refused";
        await close();
        throw error;
      }
      background(error);
    }

    function background(error: unknown) {
      if (state === "stopped" || state === "revoked") return;
      state = error instanceof DoorError && error.message !== words.door.away ? "refused" : "away";
      options.log.warn({ error: error instanceof Error ? error.name : "unknown" }, words.door.away);
      if (state === "refused") return;
      void pause(patience.again)
        .then(() => (state === "away" ? open(whenReady) : undefined))
        .catch(background);
    }
  }

  /** Hangs up. discord.js may never come back from it while it is connecting, so it gets a deadline. */
  async function close(): Promise<void> {
    const leaving = client?.destroy().catch(() => undefined);
    await Promise.race([leaving, pause(patience.goodbye)]);
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }

  return {
    rest,
    client: () => client,
    open,
    async stop() {
      state = "stopped";
      await close();
    },
    /** discord.js forgets a token after one 401. The host may have put it right at Discord, so it is set again. */
    refusedToken() {
      rest.setToken(token);
      if (state === "open") lost(4004);
    },
    health(): { state: "up" | "starting" | "down"; hint?: string } {
      if (state === "stopped") return { state: "down", hint: words.door.stopped };
      if (state === "refused") return { state: "down", hint: words.door.wrongToken };
      if (state === "revoked") return { state: "down", hint: words.door.revoked };
      if (state === "away") return { state: "down", hint: words.door.away };
      const up = client?.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready);
      return up ? { state: "up" } : { state: "starting", hint: words.door.starting };
    },
  };
}

/** The door keeps no messages and no people in memory, apart from the bot itself, whose permissions it must know. */
const keepLittle = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  DMMessageManager: 0,
  GuildMessageManager: 0,
  ReactionManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
});
