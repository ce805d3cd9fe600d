/** Reads the environment once. A wrong value ends the start with the variable's name and an example. */
import { z } from "zod";

/** A setting that is wrong or missing, in one sentence that says what to do. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

const port = z.coerce.number().int().min(0).max(65_535);
const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blank, schema.optional());

/** Each setting with its rule, and what to say when the value breaks it. `.env.example` explains them. */
const settings = {
  DATABASE_URL: {
    rule: z.preprocess(
      blank,
      z
        .string()
        .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/)
        .default("file:./data/sayso.db"),
    ),
    hint: 'Use a file such as "file:./data/sayso.db", or "postgresql://user:password@host:5432/sayso".',
  },
  SAYSO_KEY: {
    rule: optional(z.string().regex(/^[0-9a-f]{64}$/i)),
    hint: "Use 64 hexadecimal characters. Make them with: openssl rand -hex 32. Or leave it out: a key file is made.",
  },
  SAYSO_KEY_FILE: {
    rule: z.preprocess(blank, z.string().default("./data/sayso.key")),
    hint: "Use a path such as ./data/sayso.key.",
  },
  SAYSO_KEY_LOST: {
    rule: optional(z.enum(["yes", "no"])),
    hint: 'Use "yes" once, when the old key is gone: open polls then ask everyone to choose again. Then leave it out.',
  },
  DISCORD_TOKEN: {
    rule: optional(z.string().min(10).regex(/^\S+$/)),
    hint: "Paste the bot token of your Discord application, without spaces or quotes (docs/discord.md, step 3).",
  },
  DISCORD_API_URL: {
    rule: optional(z.url({ protocol: /^https?$/ })),
    hint: 'Use an address such as "https://discord.com/api".',
  },
  SLACK_BOT_TOKEN: {
    rule: optional(z.string().regex(/^xoxb-\S+$/)),
    hint: "It begins with xoxb- and stands under OAuth & Permissions (docs/slack.md).",
  },
  SLACK_APP_TOKEN: {
    rule: optional(z.string().regex(/^xapp-\S+$/)),
    hint: "It begins with xapp- and stands under Basic Information, App-Level Tokens (docs/slack.md).",
  },
  SLACK_API_URL: {
    rule: optional(z.url({ protocol: /^https?$/ })),
    hint: 'Use an address such as "https://slack.com/api/".',
  },
  SLACK_READS_THREADS: {
    rule: z.preprocess(blank, z.enum(["yes", "no"]).default("yes")),
    hint: 'Use "yes", or "no" for buttons and mentions alone (docs/slack.md).',
  },
  TRY_OUT_HOST: {
    rule: z.preprocess(blank, z.string().default("127.0.0.1")),
    hint: "Leave it out: the try-out runs on 127.0.0.1 alone, since anyone there can be anyone.",
  },
  TRY_OUT_PORT: { rule: z.preprocess(blank, port.default(3000)), hint: "Use a free port such as 3000." },
  HEALTH_PORT: {
    rule: z.preprocess(blank, port.default(3001)),
    hint: "Use a free port such as 3001, or 0 for any.",
  },
  LOG_LEVEL: {
    rule: z.preprocess(blank, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
    hint: "Use debug, info, warn, error or silent.",
  },
} as const;

type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]["rule"]> };

export type Config = Settings & {
  discord: { token: string; apiUrl: string | undefined } | undefined;
  slack: { token: string; appToken: string; apiUrl: string | undefined; readsThreads: boolean } | undefined;
  /** The try-out is the default where no real token is set, and never beside one. */
  tryOut: { host: string; port: number } | undefined;
};

/** The settings from the environment. Throws `ConfigError`. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const entries = Object.entries(settings).map(([name, { rule, hint }]) => {
    const read = rule.safeParse(environment[name]);
    if (!read.success) throw new ConfigError(`${name} is not right. ${hint}`);
    return [name, read.data];
  });
  const it = Object.fromEntries(entries) as Settings;
  const half = it.SLACK_BOT_TOKEN && !it.SLACK_APP_TOKEN ? "SLACK_APP_TOKEN" : "SLACK_BOT_TOKEN";
  if (Boolean(it.SLACK_BOT_TOKEN) !== Boolean(it.SLACK_APP_TOKEN))
    throw new ConfigError(`${half} is missing: Slack needs both of its tokens. ${settings[half].hint}`);
  const real = Boolean(it.DISCORD_TOKEN || it.SLACK_BOT_TOKEN);
  if (it.TRY_OUT_HOST !== "127.0.0.1")
    throw new ConfigError(`TRY_OUT_HOST is not right. ${settings.TRY_OUT_HOST.hint}`);
  return {
    ...it,
    discord: it.DISCORD_TOKEN ? { token: it.DISCORD_TOKEN, apiUrl: it.DISCORD_API_URL } : undefined,
    slack:
      it.SLACK_BOT_TOKEN && it.SLACK_APP_TOKEN
        ? {
            token: it.SLACK_BOT_TOKEN,
            appToken: it.SLACK_APP_TOKEN,
            apiUrl: it.SLACK_API_URL,
            readsThreads: it.SLACK_READS_THREADS === "yes",
          }
        : undefined,
    tryOut: real ? undefined : { host: it.TRY_OUT_HOST, port: it.TRY_OUT_PORT },
  };
}
