/** Two processes on one PostgreSQL, both awake, both with a door to the same server: nothing is posted or done twice. */
import { nanoid } from "nanoid";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { seedDemoBoard } from "../../prisma/seed.ts";
import { address } from "../../src/bot/action.ts";
import { openDatabase } from "../../src/database.ts";
import { type House, openHouse } from "../../src/main.ts";
import { freshDatabase, postgresql } from "../support/database.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import { monday } from "../support/story.ts";
import { atOnce, questions } from "./ledger.ts";

describe.skipIf(!postgresql)("two processes on one PostgreSQL", { timeout: 60_000 }, () => {
  const houses: House[] = [];
  let world: DiscordWorld;
  let now = monday;
  let board = "";

  afterEach(async () => {
    for (const house of houses.splice(0)) await house.close();
    await world.close();
  });

  async function begin(): Promise<[House, House]> {
    now = monday;
    world = await openDiscordWorld();
    const url = await freshDatabase();
    const opened = await openDatabase(url);
    const places = {
      workspace: world.workspace,
      boardChannel: world.boardChannel.channel,
      staffChannel: world.staffChannel.channel,
      lead: "",
    };
    const made = { pollsFrom: monday, newId: () => nanoid(12), weekday: 1, hour: 16 };
    ({ board } = await seedDemoBoard(opened, places, made));
    const staff = { platform: "discord", staffByChannel: false, staffRoles: world.staffRole };
    await opened.keep((tx) => tx.hanging.updateMany({ data: staff }));
    await opened.close();
    const log = pino({ level: "silent" });
    for (let nth = 0; nth < 2; nth += 1)
      houses.push(
        await openHouse({ database: url, key: Buffer.alloc(32, 7), clock: { now: () => now }, log }),
      );
    for (const house of houses) await house.open(world.openDoor());
    return houses as [House, House];
  }
  const bothBeat = async () => {
    await atOnce(houses.map((house) => () => house.beat()));
  };
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
  };

  it("both beat at the hour of the poll: one poll opens, and its card stands once", async () => {
    const [one] = await begin();
    await bothBeat();
    await bothBeat();
    expect(await one.database.read.poll.count()).toBe(1);
    expect(questions(world)).toHaveLength(1);
  });

  it("both beat at its close: it is counted once, the result stands once, the adults are asked once", async () => {
    const [one, two] = await begin();
    await bothBeat();
    const amina = await world.person("Amina");
    const ben = await world.person("Ben");
    const act = (does: string, fields: Record<string, string | string[]>, person = amina) => ({
      key: nanoid(),
      from: "form" as const,
      person: person.visitor,
      place: world.boardChannel,
      does,
      fields,
    });
    await one.bot.answer(act(address("idea.save", { b: board }), { text: "Ice skating", named: "no" }));
    const { id: poll } = await one.database.read.poll.findFirstOrThrow();
    const option = await one.database.read.option.findFirstOrThrow();
    const pick = address("poll.pick", { b: board, poll });
    await two.bot.answer(act(pick, { chosen: [option.id] }, ben));
    later(121);
    await bothBeat();
    await bothBeat();
    const results = world.posts(world.boardChannel).filter((post) => post.text.includes("you chose"));
    const cards = world.posts(world.staffChannel).filter((post) => post.text.includes("What happens next?"));
    expect(results).toHaveLength(1);
    expect(cards).toHaveLength(1);
    expect(await one.database.read.outcome.count()).toBe(1);
    expect((await one.database.read.poll.findFirstOrThrow()).voters).toBe(1);
  });

  it("the same press reaches both: it is done once, and nobody hears an error", async () => {
    const [one, two] = await begin();
    await bothBeat();
    const amina = await world.person("Amina");
    const act = {
      key: "one-press",
      from: "form" as const,
      person: amina.visitor,
      place: world.boardChannel,
      does: address("idea.save", { b: board }),
      fields: { text: "Ice skating", named: "no" },
    };
    const answers = await atOnce([() => one.bot.answer(act), () => two.bot.answer(act)]);
    const texts = answers.map((answer) => JSON.stringify(answer));
    expect(texts.filter((text) => text.includes("Added: "))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("I have that already"))).toHaveLength(1);
    expect(await one.database.read.idea.count()).toBe(1);
  });

  it("both meet somebody new at the same moment: that is one person", async () => {
    const [one, two] = await begin();
    await bothBeat();
    const amina = await world.person("Amina");
    const act = (key: string) => ({
      key,
      from: "command" as const,
      person: amina.visitor,
      place: world.boardChannel,
      does: "outcome.plan",
    });
    const answers = await atOnce([() => one.bot.answer(act("a")), () => two.bot.answer(act("b"))]);
    expect(answers.filter((answer) => JSON.stringify(answer).includes("Code:"))).toEqual([]);
    expect(await one.database.read.person.count()).toBe(1);
    expect(await one.database.read.identity.count()).toBe(1);
  });

  it("one process holds a letter when it dies: the other posts it once its time is over, and only once", async () => {
    const [one] = await begin();
    const claimedUntil = new Date(now.getTime() + 60_000);
    world.discord.faults.next({ kind: "answer-lost" }, /messages/, 1);
    await one.beat();
    await one.database.keep((tx) =>
      tx.letter.updateMany({
        where: { key: { contains: ":card@" }, state: "waiting" },
        data: { claimedUntil, mayHaveArrived: true, notBefore: now },
      }),
    );
    await bothBeat();
    later(0.1);
    await bothBeat();
    expect(questions(world)).toHaveLength(1);
    expect(
      await one.database.read.letter.count({ where: { state: "waiting", key: { contains: ":card@" } } }),
    ).toBe(0);
  });
});
