/** Section 4 of issue 2, with the real process: wrong settings end the start kindly; SIGTERM in the middle loses nothing. */
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nanoid } from "nanoid";
import { afterEach, describe, expect, it, vi } from "vitest";
import { seedDemoBoard } from "../../prisma/seed.ts";
import { openDatabase } from "../../src/database.ts";
import { freshDatabase, postgresql } from "../support/database.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import { emptyFolder, endAll, startSayso } from "../support/process.ts";
import { questions } from "./ledger.ts";

afterEach(endAll);

/** How long the house has for a clean stop, in ms. */
const tenSeconds = 10_000;
const until = (fact: () => unknown) =>
  vi.waitFor(() => expect(fact()).toBeTruthy(), { timeout: 15_000, interval: 20 });

/** Something that is neither a folder nor a database. */
const plainFile = fileURLToPath(import.meta.url);

describe("a setting that is wrong ends the start with its name and what to write", {
  timeout: 90_000,
}, () => {
  const wrong: [string, Record<string, string>, string][] = [
    ["DATABASE_URL", { DATABASE_URL: "mysql://x" }, "file:./data/sayso.db"],
    ["DATABASE_URL", { DATABASE_URL: `file:${plainFile}/sayso.db` }, "file:./data/sayso.db"],
    ["DATABASE_URL", { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/sayso" }, "postgresql://user"],
    ["SAYSO_KEY", { SAYSO_KEY: "secret" }, "openssl rand -hex 32"],
    ["SAYSO_KEY_FILE", { SAYSO_KEY_FILE: `${plainFile}/sayso.key` }, "./data/sayso.key"],
    ["SAYSO_KEY_LOST", { SAYSO_KEY_LOST: "perhaps" }, "yes"],
    ["DISCORD_TOKEN", { DISCORD_TOKEN: "a b" }, "docs/discord.md"],
    ["DISCORD_API_URL", { DISCORD_API_URL: "discord" }, "https://discord.com/api"],
    ["SLACK_BOT_TOKEN", { SLACK_BOT_TOKEN: "xapp-1" }, "xoxb-"],
    ["SLACK_APP_TOKEN", { SLACK_BOT_TOKEN: "xoxb-1" }, "xapp-"],
    ["SLACK_API_URL", { SLACK_API_URL: "slack" }, "https://slack.com/api/"],
    ["SLACK_READS_THREADS", { SLACK_READS_THREADS: "maybe" }, '"yes", or "no"'],
    ["TRY_OUT_HOST", { TRY_OUT_HOST: "0.0.0.0" }, "127.0.0.1"],
    ["TRY_OUT_PORT", { TRY_OUT_PORT: "eighty" }, "3000"],
    ["HEALTH_PORT", { HEALTH_PORT: "-1" }, "3001"],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }, "debug, info"],
  ];

  it("each variable", async () => {
    const queue = [...wrong];
    const found: string[] = [];
    // Two at a time: each is a whole process.
    await Promise.all(
      [1, 2].map(async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const [name, settings, example] = next;
          const sayso = startSayso(settings);
          const code = await sayso.ended;
          const said = sayso.said();
          const isKind = said.includes(name) && said.includes(example) && !/\n\s+at /.test(said);
          if (code !== 1 || !isKind) found.push(`${JSON.stringify(settings)}: ended with ${code}\n${said}`);
        }
      }),
    );
    expect(found).toEqual([]);
  });

  it("a port that is taken", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    for (const name of ["TRY_OUT_PORT", "HEALTH_PORT"]) {
      const sayso = startSayso({ [name]: String(port) });
      expect(await sayso.ended).toBe(1);
      expect(sayso.said()).toMatch(new RegExp(`port ${port}`, "i"));
      expect(sayso.said()).toContain(name);
    }
    await new Promise((done) => server.close(done));
  });

  it("a .env file with a wrong line", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, ".env"), "LOG_LEVEL=loud\n");
    const sayso = startSayso({}, folder);
    expect(await sayso.ended).toBe(1);
    expect(sayso.said()).toContain("LOG_LEVEL is not right.");
  });
});

describe("the try-out", { timeout: 60_000 }, () => {
  it("starts on nothing at all, says where it is, is well, and stops on SIGTERM", async () => {
    const sayso = startSayso({});
    await sayso.says(/ready to try out: (http:\S+)/);
    const [, port] = await sayso.says(/"health":(\d+)/);
    await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200), {
      timeout: 15_000,
      interval: 100,
    });
    sayso.signal("SIGTERM");
    expect(await inTime(sayso.ended)).toBe(0);
    expect(sayso.said()).toContain("Sayso has stopped.");
  });
});

const inTime = <Value>(promise: Promise<Value>): Promise<Value | "too late"> =>
  Promise.race([promise, new Promise<"too late">((done) => setTimeout(() => done("too late"), tenSeconds))]);

describe("SIGTERM in the middle, on Discord", { timeout: 60_000 }, () => {
  let world: DiscordWorld;
  let settings: Record<string, string>;
  let database: string;

  afterEach(() => world.close());

  /** A board whose poll is due right now, by the real clock, and no quiet time. */
  async function board() {
    world = await openDiscordWorld();
    database = await freshDatabase();
    const opened = await openDatabase(database);
    const now = new Date();
    const wall = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London",
      hour: "2-digit",
      hour12: false,
    });
    const day = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", weekday: "short" }).format(now);
    const due = new Date(now.getTime() - (now.getTime() % 3_600_000));
    const { board: id } = await seedDemoBoard(
      opened,
      {
        workspace: world.workspace,
        boardChannel: world.boardChannel.channel,
        staffChannel: world.staffChannel.channel,
        lead: "",
      },
      {
        pollsFrom: due,
        newId: () => nanoid(12),
        weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(day) + 1,
        hour: Number(wall.format(now)),
      },
    );
    await opened.keep(async (tx) => {
      await tx.board.update({ where: { id }, data: { quietFrom: 0, quietTo: 0, nation: "none" } });
      await tx.hanging.updateMany({
        data: { platform: "discord", staffByChannel: false, staffRoles: world.staffRole },
      });
    });
    await opened.close();
    settings = {
      DATABASE_URL: database,
      SAYSO_KEY: "07".repeat(32),
      DISCORD_TOKEN: world.discord.settings.token,
      DISCORD_API_URL: world.discord.apiUrl,
    };
  }
  const posting = () => new RegExp(`^POST .*/channels/${world.boardChannel.channel}/messages`);
  const asked = () =>
    world.discord.calls.filter((call) => posting().test(`${call.method} ${call.path}`)).length;
  const letter = async () => {
    const opened = await openDatabase(database);
    const found = await opened.read.letter.findFirstOrThrow({ where: { key: { contains: ":card@" } } });
    await opened.close();
    return found;
  };

  it("a post that is on its way arrives before the process ends, and is known at the next start", async () => {
    await board();
    world.discord.faults.next({ kind: "slow", ms: 1_500 }, posting());
    const first = startSayso(settings);
    await until(() => asked() > 0);
    first.signal("SIGTERM");
    expect(await inTime(first.ended)).toBe(0);
    expect((await letter()).state).toBe("sent");
    expect(questions(world)).toHaveLength(1);

    const second = startSayso(settings);
    await second.says(/Sayso is up/);
    second.signal("SIGTERM");
    expect(await inTime(second.ended)).toBe(0);
    expect(questions(world)).toHaveLength(1);
  });

  it.skipIf(postgresql)(
    "a post that Discord never answers does not hold the process up; it is looked for and posted once",
    async () => {
      await board();
      world.discord.faults.next({ kind: "answer-lost", silently: true }, posting());
      const first = startSayso(settings);
      await until(() => asked() > 0);
      first.signal("SIGTERM");
      expect(await inTime(first.ended)).toBe(0);
      expect(await letter()).toMatchObject({ state: "waiting", mayHaveArrived: true });
      expect(questions(world)).toHaveLength(1);

      const second = startSayso(settings);
      await vi.waitFor(async () => expect((await letter()).state).toBe("sent"), {
        timeout: 20_000,
        interval: 200,
      });
      second.signal("SIGTERM");
      expect(await inTime(second.ended)).toBe(0);
      expect(questions(world)).toHaveLength(1);
    },
  );

  it("a process that is killed outright leaves nothing half done", async () => {
    await board();
    const first = startSayso(settings);
    await first.says(/Sayso is up/);
    await until(() => questions(world).length === 1);
    first.signal("SIGKILL");
    expect(await first.ended).toBeNull();
    const second = startSayso(settings);
    await second.says(/Sayso is up/);
    second.signal("SIGTERM");
    expect(await inTime(second.ended)).toBe(0);
    expect(questions(world)).toHaveLength(1);
  });

  it("another key than the one that the database was begun with ends the start, and says what to do", async () => {
    await board();
    const first = startSayso(settings);
    await first.says(/Sayso is up/);
    first.signal("SIGTERM");
    await first.ended;
    const second = startSayso({ ...settings, SAYSO_KEY: "08".repeat(32) });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/SAYSO_KEY.*SAYSO_KEY_LOST=yes/);
  });

  it("a wrong token: the only door stays shut, and the start ends with the sentence that mends it", async () => {
    await board();
    const sayso = startSayso({ ...settings, DISCORD_TOKEN: "not.the.token" });
    expect(await sayso.ended).toBe(1);
    expect(sayso.said()).toMatch(/DISCORD_TOKEN/);
    expect(sayso.said()).toContain("No door could be opened.");
    expect(sayso.said()).not.toContain("not.the.token");
  });
});
