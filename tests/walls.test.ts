/** The walls of the house, held by reading every import. Which they are, and why, stands in docs/decisions and the design. */
import { describe, expect, it } from "vitest";
import { codeOf, type Import, importsOf, type Source, sourcesIn } from "./support/sources.ts";

const sources = sourcesIn("src", "adapters");

/** A file of the core, its part of the house, and what that part may import besides itself. Types may come from anywhere in
 *  the core, for they are gone when the code runs; adapters know not even types beyond the heart's door. */
const parts: { part: RegExp; may: RegExp; why: string }[] = [
  {
    part: /^adapters\/(discord|slack|web\/[^/]+)\//,
    may: /^(src\/bot\/index\.ts$|node:)/,
    why: "a door knows the heart's one door (src/bot/index.ts) and its own platform library, nothing else of ours",
  },
  { part: /^src\/bot\//, may: /^(zod$|node:crypto$)/, why: "the heart knows nobody" },
  {
    part: /^src\/features\/[^/]+\//,
    may: /^(src\/(bot|people|safety|outbox|schedule)\/|zod$|node:crypto$)/,
    why: "a room knows the heart, people, safety, outbox and schedule: never another room, never a platform",
  },
  {
    part: /^src\/safety\//,
    may: /^src\/(bot\/(say|view)|schedule\/(holidays|speaking|wall-clock))\.ts$/,
    why: "safety is pure",
  },
  { part: /^src\/schedule\//, may: /^src\/bot\/say\.ts$/, why: "the calendar is pure arithmetic" },
  {
    part: /^src\/(people|outbox)\//,
    may: /^(src\/(bot|people|outbox|schedule)\/|src\/database\.ts$|zod$|node:crypto$)/,
    why: "people and outbox know the heart, the calendar and the database",
  },
];

/** Packages with one place in the house each. */
const homes: [name: RegExp, home: RegExp][] = [
  [/^discord\.js$|^@discordjs\//, /^adapters\/discord\//],
  [/^@slack\//, /^adapters\/slack\//],
  [/^hono(\/|$)|^@hono\//, /^adapters\/web\//],
  [/^node-cron$/, /^src\/schedule\/heartbeat\.ts$/],
  [/^temporal-polyfill$/, /^src\/schedule\/(rhythm|wall-clock)\.ts$/],
  [/^date-holidays$/, /^src\/schedule\/holidays\.ts$/],
  [/^intl-messageformat$/, /^src\/bot\/say\.ts$/],
  [/^fastest-levenshtein$/, /^src\/features\/idea\/twins\.ts$/],
  [/^@prisma\/|^prisma\/generated\//, /^src\/database\.ts$/],
  [/^pino$/, /^src\/log\.ts$/],
];

/** What one file may import beyond its part, with the reason. Keep this short. */
const allowed: Record<string, { [from: string]: string }> = {
  "src/bot/answer.ts": {
    "src/people/rules.ts": "one pure function: may this person do that",
  },
};

/** Who may know everyone, because they turn the lights on: the house, its start with the real doors, and its try-out. */
const knowsEveryone = /^src\/(main|start|try-out)\.ts$/;

function breachesOf(source: Source, imports: Import[] = importsOf(source)): string[] {
  const { path } = source;
  const part = parts.find((each) => each.part.test(path));
  const own = part ? (path.match(part.part)?.[0] ?? "") : "";
  return imports.flatMap(({ from, typesAlone }) => {
    const breach = (why: string) => [`${path} imports ${from}: ${why}`];
    if (allowed[path]?.[from]) return [];
    const home = homes.find(([name]) => name.test(from));
    if (home && !typesAlone)
      return home[1].test(path) || knowsEveryone.test(path) ? [] : breach(`its place is ${home[1].source}`);
    if (/^adapters\//.test(from) && !from.startsWith(own || "nobody"))
      return knowsEveryone.test(path) ? [] : breach("only who turns the lights on knows the doors");
    const room = from.match(/^src\/features\/[^/]+\//)?.[0];
    if (room && !path.startsWith(room) && path !== "src/features/index.ts" && !knowsEveryone.test(path))
      return breach("only features/index.ts knows the rooms");
    if (!part || from.startsWith(own) || part.may.test(from)) return [];
    return typesAlone && !path.startsWith("adapters/") ? [] : home ? [] : breach(part.why);
  });
}

/** Files that only reckon: everything that they need is handed in. */
const isPure = (path: string) =>
  /(^|\/)(rules|rhythm|tally|twins|views|words(\.cy)?)\.ts$|-views?\.ts$/.test(path) ||
  path.startsWith("src/safety/") ||
  (path.startsWith("src/schedule/") && !path.endsWith("/heartbeat.ts"));

const impurities: [what: string, sign: RegExp][] = [
  ["waits", /\bawait\b|\basync\b|\bPromise\.|\bsetTimeout\b|\bsetInterval\b/],
  ["takes a chance", /\bMath\.random\b|\brandom(Bytes|Int|UUID)\b/],
  ["looks at the clock", /\bDate\.now\b|\bnew Date\(\)|\bperformance\./],
  ["reaches out", /\bfetch\(|\bprocess\.|\bconsole\./],
];

/** Files over 180 lines that are let be for now. To be shortened, not to be added to. Words and phrases are data, and may be long. */
const tall = new Set([
  "adapters/web/try-out/inbox.ts",
  "src/bot/answer.ts",
  "src/features/board/forms.ts",
  "src/features/board/views.ts",
  "src/features/idea/reply.ts",
  "src/features/idea/staff.ts",
  "src/features/outcome/answering.ts",
  "src/features/poll/open.ts",
  "src/features/poll/views.ts",
  "src/features/poll/vote.ts",
  "src/outbox/outbox.ts",
]);
const isData = (path: string) => /(^|\/)(words(\.cy)?|phrases|short-forms)\.ts$/.test(path);

describe("the walls", () => {
  it("stand: no file imports what it must not know", () => {
    expect(sources.flatMap((source) => breachesOf(source))).toEqual([]);
  });

  it("would be seen to fall", () => {
    const fallen: [string, string][] = [
      ["adapters/slack/inbox.ts", "adapters/discord/render.ts"],
      ["adapters/slack/inbox.ts", "src/config.ts"],
      ["adapters/discord/inbox.ts", "src/bot/view.ts"],
      ["adapters/discord/inbox.ts", "@slack/bolt"],
      ["adapters/web/try-out/site.tsx", "prisma/generated/sqlite/client.ts"],
      ["src/bot/bot.ts", "src/features/index.ts"],
      ["src/bot/view.ts", "intl-messageformat"],
      ["src/features/poll/feature.ts", "src/features/idea/store.ts"],
      ["src/features/poll/feature.ts", "discord.js"],
      ["src/features/poll/feature.ts", "node-cron"],
      ["src/features/poll/store.ts", "src/database.ts"],
      ["src/safety/screen.ts", "src/people/store.ts"],
      ["src/schedule/rhythm.ts", "node:fs"],
      ["src/people/store.ts", "adapters/slack/adapter.ts"],
    ];
    const stands = fallen.filter(
      ([path, from]) => breachesOf({ path, text: "" }, [{ from, typesAlone: false }]).length === 0,
    );
    expect(stands).toEqual([]);
    expect(
      breachesOf({ path: "adapters/slack/x.ts", text: "" }, [
        { from: "src/people/people.ts", typesAlone: true },
      ]),
    ).toHaveLength(1);
  });

  it("reads every way to import", () => {
    const text =
      'import { a } from "./a.ts";\nimport type { B } from "../b.ts";\nexport { c } from "zod";\nimport "./d.ts";\nconst e = await import("./e.ts");\nimport {\n  f,\n} from "node:fs";';
    expect(importsOf({ path: "src/bot/x.ts", text })).toEqual([
      { from: "src/bot/a.ts", typesAlone: false },
      { from: "src/b.ts", typesAlone: true },
      { from: "zod", typesAlone: false },
      { from: "src/bot/d.ts", typesAlone: false },
      { from: "src/bot/e.ts", typesAlone: false },
      { from: "node:fs", typesAlone: false },
    ]);
  });

  it("are looked for in the code, not in what stands beside it", () => {
    const text =
      "// don't await\nconst a = /['`]/g; /* Date.now() */ b(\"new Date()\", `await`, 'x'); await c(1 / 2);";
    expect(codeOf(text).match(/await|Date/g)).toEqual(["await"]);
  });

  it("keep no exception that nobody needs any more", () => {
    const needless = Object.entries(allowed).flatMap(([path, froms]) => {
      const source = sources.find((each) => each.path === path);
      const imports = source ? importsOf(source).map((each) => each.from) : [];
      return Object.keys(froms).filter((from) => !imports.includes(from));
    });
    expect(needless).toEqual([]);
  });
});

describe("files that only reckon", () => {
  const pure = sources.filter((source) => isPure(source.path) && source.path.startsWith("src/"));

  it("take no time, no chance and no waiting", () => {
    const found = pure.flatMap(({ path, text }) =>
      impurities.filter(([, sign]) => sign.test(codeOf(text))).map(([what]) => `${path} ${what}`),
    );
    expect(found).toEqual([]);
  });

  it("import nothing that does", () => {
    const effects =
      /^(node:|zod$|src\/(database|log|config|vault|main)\.ts$|src\/outbox\/|src\/bot\/(bot|answer|drafts|repeats|clock)\.ts$|prisma\/)|\/(store|feature)\.ts$/;
    const found = pure.flatMap((source) =>
      importsOf(source)
        .filter((each) => !each.typesAlone && effects.test(each.from))
        .map((each) => `${source.path} imports ${each.from}`),
    );
    expect(found).toEqual([]);
  });
});

describe("every file", () => {
  it("asks the clock that is handed in for the time", () => {
    const found = sources.filter(
      ({ path, text }) => path !== "src/bot/clock.ts" && /\bDate\.now\(\)|\bnew Date\(\)/.test(codeOf(text)),
    );
    expect(found.map((source) => source.path)).toEqual([]);
  });

  it("exports things by their names", () => {
    expect(
      sources.filter(({ text }) => /\bexport default\b/.test(codeOf(text))).map((source) => source.path),
    ).toEqual([]);
  });

  it("is short: 180 lines at most, and most of them far less", () => {
    const long = sources
      .filter((source) => !isData(source.path))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
      .sort((a, b) => a.lines - b.lines);
    const most = (path: string) => (tall.has(path) ? 300 : 180);
    expect(
      long.filter((each) => each.lines > most(each.path)).map((each) => `${each.path}: ${each.lines} lines`),
    ).toEqual([]);
    expect(long[Math.floor(long.length / 2)]?.lines).toBeLessThan(100);
  });
});
