/** The environment: each wrong value ends the start with its name and an example. */
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

const read = (environment: Record<string, string>) => {
  try {
    return readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
};

describe("a value that is not right", () => {
  it.each([
    ["DATABASE_URL", "mysql://somewhere", "file:./data/sayso.db"],
    ["DATABASE_URL", "file:", "file:./data/sayso.db"],
    ["SAYSO_KEY", "secret", "openssl rand -hex 32"],
    ["SAYSO_KEY", "a".repeat(63), "64 hexadecimal characters"],
    ["SAYSO_KEY_LOST", "perhaps", "yes"],
    ["DISCORD_TOKEN", "with a space in it", "docs/discord.md"],
    ["DISCORD_TOKEN", "short", "docs/discord.md"],
    ["DISCORD_API_URL", "discord.com", "https://discord.com/api"],
    ["DISCORD_API_URL", "ftp://discord.com/api", "https://discord.com/api"],
    ["SLACK_BOT_TOKEN", "xapp-1-swapped", "xoxb-"],
    ["SLACK_APP_TOKEN", "xoxb-1-swapped", "xapp-"],
    ["SLACK_API_URL", "slack", "https://slack.com/api/"],
    ["SLACK_READS_THREADS", "maybe", '"yes", or "no"'],
    ["TRY_OUT_HOST", "0.0.0.0", "127.0.0.1"],
    ["TRY_OUT_PORT", "eighty", "3000"],
    ["TRY_OUT_PORT", "99999", "3000"],
    ["HEALTH_PORT", "-1", "3001"],
    ["LOG_LEVEL", "loud", "debug, info, warn, error or silent"],
  ])("%s=%s is named, with an example", (name, value, example) => {
    const said = read({ [name]: value });
    expect(said).toContain(`${name} is not right.`);
    expect(said).toContain(example);
    if (name.endsWith("TOKEN") || name === "SAYSO_KEY") expect(said).not.toContain(value);
  });

  it.each([
    ["SLACK_APP_TOKEN", { SLACK_BOT_TOKEN: "xoxb-1" }],
    ["SLACK_BOT_TOKEN", { SLACK_APP_TOKEN: "xapp-1" }],
  ])("%s is missing beside its twin", (missing, environment) => {
    expect(read(environment)).toContain(`${missing} is missing: Slack needs both of its tokens.`);
  });
});

describe("values that are right", () => {
  it("nothing at all gives the try-out on this machine, with a file", () => {
    expect(readConfig({})).toMatchObject({
      DATABASE_URL: "file:./data/sayso.db",
      discord: undefined,
      slack: undefined,
      tryOut: { host: "127.0.0.1", port: 3000 },
    });
  });

  it("an empty or blank line counts as not there, as in the example file", () => {
    const blank = { DISCORD_TOKEN: "", SLACK_BOT_TOKEN: " ", SAYSO_KEY: "", DATABASE_URL: "", LOG_LEVEL: "" };
    expect(readConfig(blank)).toMatchObject({ tryOut: { port: 3000 }, LOG_LEVEL: "info" });
  });

  it("with a real token the try-out stays shut: there, anyone can be anyone", () => {
    expect(readConfig({ DISCORD_TOKEN: "a.real.token" }).tryOut).toBeUndefined();
    expect(readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" })).toMatchObject({
      tryOut: undefined,
      slack: { token: "xoxb-1", appToken: "xapp-1", readsThreads: true },
    });
  });

  it("other addresses for Discord and Slack reach their doors", () => {
    const read = readConfig({
      DISCORD_TOKEN: "a.real.token",
      DISCORD_API_URL: "http://127.0.0.1:4000/api",
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_APP_TOKEN: "xapp-1",
      SLACK_API_URL: "http://127.0.0.1:4001/api/",
      SLACK_READS_THREADS: "no",
    });
    expect(read.discord?.apiUrl).toBe("http://127.0.0.1:4000/api");
    expect(read.slack).toMatchObject({ apiUrl: "http://127.0.0.1:4001/api/", readsThreads: false });
  });
});
