/** The local Discord keeps Discord's own promises: else a test that passes against it would say little. */
import { Client, DiscordAPIError, REST, Routes } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { press, useCommand, write } from "../support/discord/deeds.ts";
import { type LocalDiscord, openDiscord } from "../support/discord/server.ts";
import { newChannel, newGuild, newUser } from "../support/discord/town.ts";

let discord: LocalDiscord;
let rest: REST;
let channel: string;
let amina: string;
const none = { parse: [], replied_user: false };
const text = (content: string) => ({ content, allowed_mentions: none });
const code = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: unknown) => (error instanceof DiscordAPIError ? error.code : error),
  );

beforeEach(async () => {
  discord = await openDiscord();
  const guild = newGuild(discord, "Riverside");
  channel = newChannel(discord, guild, "board").id;
  amina = newUser(discord, "Amina").id;
  guild.members.set(amina, { user: amina, nick: null, roles: [] });
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.settings.token);
});

afterEach(async () => {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  await discord.close();
});

const post = (body: object) =>
  rest.post(Routes.channelMessages(channel), { body }) as Promise<{ id: string; nonce?: string }>;

describe("messages", () => {
  test("the same enforced nonce gives the first message back, and a fetched message has none", async () => {
    const body = { ...text("one"), nonce: "n", enforce_nonce: true };
    const first = await post(body);
    expect((await post({ ...body, content: "two" })).id).toBe(first.id);
    expect((await post({ ...text("three"), nonce: "n" })).id).not.toBe(first.id);
    const fetched = (await rest.get(Routes.channelMessages(channel))) as { nonce?: string }[];
    expect(fetched).toHaveLength(2);
    expect(fetched.every((message) => message.nonce === undefined)).toBe(true);
  });

  test.each([
    ["an empty message", { content: "", allowed_mentions: none }],
    ["2,001 characters", text("x".repeat(2001))],
    ["an unknown shape", { ...text("x"), components: [{ type: 2, label: "loose" }] }],
    [
      "six buttons in a row",
      {
        ...text("x"),
        components: [
          {
            type: 1,
            components: Array.from({ length: 6 }, (_, at) => ({
              type: 2,
              style: 1,
              label: "b",
              custom_id: `c${at}`,
            })),
          },
        ],
      },
    ],
    [
      "one custom_id twice",
      {
        ...text("x"),
        components: [1, 2].map(() => ({
          type: 1,
          components: [{ type: 2, style: 1, label: "b", custom_id: "c" }],
        })),
      },
    ],
    [
      "41 components",
      {
        flags: 32768,
        allowed_mentions: none,
        components: Array.from({ length: 41 }, () => ({ type: 10, content: "x" })),
      },
    ],
    [
      "4,001 characters of text",
      { flags: 32768, allowed_mentions: none, components: [{ type: 10, content: "x".repeat(4001) }] },
    ],
    [
      "content beside components V2",
      { ...text("x"), flags: 32768, components: [{ type: 10, content: "x" }] },
    ],
    ["an ephemeral post", { ...text("x"), flags: 64 }],
  ])("%s is refused and noted", async (_, body) => {
    expect(await code(post(body))).toBe(50035);
    expect(discord.violations.length).toBeGreaterThan(0);
  });

  test("a wrong token is 401, a shut person 50007, a foreign channel 10003", async () => {
    const stranger = new REST({ api: discord.apiUrl, retries: 0 }).setToken("wrong");
    expect(await stranger.get(Routes.user()).catch((error: { status: number }) => error.status)).toBe(401);
    stranger.clearHashSweeper();
    stranger.clearHandlerSweeper();
    const user = discord.records.users.get(amina);
    if (user) user.takesMessages = false;
    const direct = (await rest.post(Routes.userChannels(), { body: { recipient_id: amina } })) as {
      id: string;
    };
    expect(await code(rest.post(Routes.channelMessages(direct.id), { body: text("hi") }))).toBe(50007);
    expect(await code(rest.post(Routes.channelMessages("1"), { body: text("hi") }))).toBe(10003);
  });
});

describe("interactions", () => {
  const answer = (of: { id: string; token: string }, body: object) =>
    rest.post(Routes.interactionCallback(of.id, of.token), { body, auth: false });
  const commands = [{ name: "plan", description: "The plan", type: 1 }];
  const reply = { type: 4, data: { ...text("hi"), flags: 64 } };

  test("one first answer, in time", async () => {
    await rest.put(Routes.applicationCommands(discord.records.bot.id), { body: commands });
    const first = useCommand(discord, amina, channel, "plan");
    expect(await code(answer(first, reply))).toBe("taken");
    expect(await code(answer(first, reply))).toBe(40060);
    expect(() => useCommand(discord, amina, channel, "dance")).toThrow("no command /dance");
    const late = useCommand(discord, amina, channel, "plan");
    late.bornAt -= 3001;
    expect(await code(answer(late, reply))).toBe(10062);
    expect(await code(answer({ id: late.id, token: "forged" }, reply))).toBe(10062);
  });

  test("edits only after an answer; updates only where there is a message", async () => {
    await rest.put(Routes.applicationCommands(discord.records.bot.id), { body: commands });
    const used = useCommand(discord, amina, channel, "plan");
    const original = Routes.webhookMessage(discord.records.bot.id, used.token, "@original");
    expect(await code(rest.patch(original, { body: text("edited"), auth: false }))).toBe(10015);
    expect(await code(answer(used, { type: 6 }))).toBe(50035);
    const { id } = await post(text("press me"));
    const message = discord.records.messages.get(id) ?? expect.fail("no message");
    expect(await code(answer(press(discord, amina, message, "a.b"), { type: 6 }))).toBe("taken");
  });

  test("a modal has at most five parts", async () => {
    await rest.put(Routes.applicationCommands(discord.records.bot.id), { body: commands });
    const used = useCommand(discord, amina, channel, "plan");
    const components = Array.from({ length: 6 }, () => ({ type: 10, content: "x" }));
    expect(await code(answer(used, { type: 9, data: { custom_id: "f", title: "F", components } }))).toBe(
      50035,
    );
  });

  test.each([
    [
      "a required option behind a free one",
      [
        {
          name: "a",
          description: "A",
          options: [
            { type: 3, name: "x", description: "X" },
            { type: 3, name: "y", description: "Y", required: true },
          ],
        },
      ],
    ],
    ["a capital letter", [{ name: "Plan", description: "A" }]],
    ["two of one name", [1, 2].map(() => ({ name: "a", description: "A" }))],
  ])("commands: %s is refused", async (_, body) => {
    expect(await code(rest.put(Routes.applicationCommands(discord.records.bot.id), { body }))).toBe(50035);
  });
});

describe("the gateway", () => {
  test("privileged intents are refused (4014)", async () => {
    const client = new Client({ intents: ["Guilds", "GuildMembers"], rest: { api: discord.apiUrl } });
    const closed = new Promise<number>((resolve) =>
      client.on("shardDisconnect", (event) => resolve(event.code)),
    );
    client.on("error", () => {});
    client.login(discord.settings.token).catch(() => {});
    expect(await closed).toBe(4014);
    await Promise.race([client.destroy(), new Promise((resolve) => setTimeout(resolve, 200))]);
  });

  test("without the content intent words come only to those who are mentioned", async () => {
    const client = new Client({ intents: ["Guilds", "GuildMessages"], rest: { api: discord.apiUrl } });
    const heard: string[] = [];
    const both = new Promise<void>((resolve) =>
      client.on("messageCreate", (message) => {
        heard.push(message.content);
        if (heard.length === 2) resolve();
      }),
    );
    const ready = new Promise((resolve) => client.once("clientReady", resolve));
    await client.login(discord.settings.token);
    await ready;
    write(discord, { by: amina, channel, text: "not for the bot" });
    write(discord, { by: amina, channel, text: "for the bot", mentions: [discord.records.bot.id] });
    await both;
    expect(heard).toEqual(["", "for the bot"]);
    await client.destroy();
  });
});
