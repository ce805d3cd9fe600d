/** The line to Slack: opened with good tokens, held through breaks, closed without losing anything. */
import { afterEach, describe, expect, test } from "vitest";
import { slackDoor } from "../../../adapters/slack/adapter.ts";
import { type Adapter, card, DoorError } from "../../../src/bot/index.ts";
import { startSlack } from "../../support/slack/server.ts";
import { type SlackWorld, slackWorld } from "../../support/slack/world.ts";
import { smallBot } from "./small-bot.ts";

const worlds: SlackWorld[] = [];
const lines: string[] = [];
const note = (facts: Record<string, unknown>, sentence: string): void =>
  void lines.push(`${sentence} ${JSON.stringify(facts)}`);
const log = { info: note, warn: note, error: note };

async function open(
  small = smallBot(),
): Promise<{ world: SlackWorld; door: Adapter } & ReturnType<typeof smallBot>> {
  const world = await slackWorld({ log });
  worlds.push(world);
  const door = world.openDoor();
  await door.start(small.bot);
  return { world, door, ...small };
}

/** Long enough for whatever would wrongly happen to have happened. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 150));

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
  lines.length = 0;
});

describe("A wrong token stops the door with the sentence that mends it", () => {
  const openWith = async (
    tokens: { token?: string; appToken?: string },
    faults: { botToken?: string; appToken?: string } = {},
  ) => {
    const slack = await startSlack();
    Object.assign(slack.faults, faults);
    const door = slackDoor({
      token: slack.botToken,
      appToken: slack.appToken,
      apiUrl: slack.apiUrl,
      readsThreads: true,
      log,
      ...tokens,
    });
    try {
      await door.start(smallBot().bot);
      throw new Error("It opened.");
    } catch (error) {
      return error;
    } finally {
      await door.stop();
      await slack.close();
    }
  };

  test.each([
    ["the two are swapped", { token: "xapp-1", appToken: "xoxb-1" }, "SLACK_BOT_TOKEN must begin with xoxb-"],
    ["the app token is another one", { appToken: "xoxb-1" }, "SLACK_APP_TOKEN must begin with xapp-"],
    ["the bot token is not known", { token: "xoxb-wrong" }, "SLACK_BOT_TOKEN (invalid_auth)"],
    ["the app token is not known", { appToken: "xapp-wrong" }, "SLACK_APP_TOKEN (invalid_auth)"],
  ])("%s", async (_, tokens, sentence) => {
    const error = await openWith(tokens);
    expect(error).toBeInstanceOf(DoorError);
    expect(String(error)).toContain(sentence);
  });

  test.each(["token_revoked", "account_inactive"])("Slack says %s", async (code) => {
    expect(String(await openWith({}, { botToken: code }))).toContain(`SLACK_BOT_TOKEN (${code})`);
    expect(String(await openWith({}, { appToken: code }))).toContain(`SLACK_APP_TOKEN (${code})`);
  });
});

describe("The line holds", () => {
  test("when Slack asks to connect anew", async () => {
    const { world, door } = await open();
    const [old] = world.slack.hub.connections;
    world.slack.hub.refresh();
    await expect
      .poll(() => [...world.slack.hub.connections].some((one) => one !== old), { timeout: 5000 })
      .toBe(true);
    await expect.poll(() => door.health().state).toBe("up");
    const amina = await world.person("Amina");
    await amina.commands("hello");
    expect(amina.sees()?.text).toBe("Hello, only you.");
  });

  test("when it breaks and Slack is away for a while", async () => {
    const { world, door } = await open();
    world.slack.faults.next("apps.connections.open", { kind: "cut" });
    world.slack.faults.next("apps.connections.open", { kind: "status", status: 503 });
    world.slack.hub.cut();
    await expect.poll(() => door.health().state).not.toBe("up");
    await expect.poll(() => door.health().state, { timeout: 8000 }).toBe("up");
  });

  test("and opens later when Slack is away at the start", async () => {
    const world = await slackWorld({ log });
    worlds.push(world);
    const door = world.openDoor();
    world.slack.faults.next("auth.test", { kind: "cut" });
    await door.start(smallBot().bot);
    expect(door.health()).toMatchObject({
      state: "starting",
      hint: expect.stringContaining("cannot be reached"),
    });
    await expect.poll(() => door.health().state, { timeout: 5000 }).toBe("up");
  });

  test("and says what to do when its token dies", async () => {
    const { world, door } = await open();
    world.slack.faults.appToken = "token_revoked";
    world.slack.hub.cut();
    await expect
      .poll(() => door.health(), { timeout: 5000 })
      .toMatchObject({ state: "down", hint: expect.stringContaining("SLACK_APP_TOKEN") });
  });
});

describe("The door closes", () => {
  test("after what is in flight has finished", async () => {
    let finish: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { world, door, heard } = await open(
      smallBot({
        "test.hello": async () => {
          await slow;
          return { kind: "view", view: card("Finished.") };
        },
      }),
    );
    const amina = await world.person("Amina");
    const asked = amina.commands("hello");
    await expect.poll(() => heard.length).toBe(1);
    let hasStopped = false;
    const stopped = door.stop().then(() => {
      hasStopped = true;
    });
    await aMoment();
    expect(hasStopped).toBe(false);
    finish();
    await Promise.all([asked, stopped]);
    expect(amina.sees()?.text).toBe("Finished.");
    await expect.poll(() => world.slack.hub.connections.size).toBe(0);
  });

  test("and a reply that comes too late is left for the next start, unsigned", async () => {
    let finish: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const small = smallBot({
      "test.hello": async () => {
        await slow;
        return { kind: "nothing" };
      },
    });
    const { world, door, heard, replies } = await open(small);
    const amina = await world.person("Amina");
    await door.post(world.boardChannel, card("What shall we do?"), { key: "1", mayHaveArrived: false });
    const [poll] = world.posts(world.boardChannel);
    const asked = amina.commands("hello");
    await expect.poll(() => heard.length).toBe(1);
    const stopped = door.stop();
    const replied = amina.replies(poll!, "ice skating");
    await aMoment();
    finish();
    await Promise.all([asked, stopped, replied]);
    expect(replies).toEqual([]);
    const next = world.openDoor();
    await next.start(small.bot);
    await amina.repeats();
    expect(replies).toMatchObject([{ text: "ice skating" }]);
  });

  test("twice without harm, and before it ever opened", async () => {
    const { door, world } = await open();
    await Promise.all([door.stop(), door.stop()]);
    await world.openDoor().stop();
    expect(door.health().state).toBe("down");
  });
});

test("The log tells nothing of what was written, nor who wrote it", async () => {
  const { world, door } = await open(
    smallBot({
      reply: () => {
        throw new Error("kept secret words");
      },
      "test.sent": () => {
        throw new Error("kept secret words");
      },
    }),
  );
  const amina = await world.person("Amina");
  await door.post(world.boardChannel, card("A secret poll"), { key: "poll:9", mayHaveArrived: false });
  const [poll] = world.posts(world.boardChannel);
  await amina.replies(poll!, "secret words");
  await amina.commands("idea");
  world.slack.faults.deadResponses = true;
  world.slack.faults.next("chat.postEphemeral", { kind: "error", error: "user_not_in_channel" });
  await amina.fills({ idea: "secret words" });
  expect(amina.inbox().at(-1)?.text).toBe("Something broke on our side.");
  world.slack.hub.cut();
  await expect.poll(() => door.health().state, { timeout: 5000 }).toBe("up");
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join("\n")).not.toMatch(
    new RegExp(`secret|Amina|amina|${amina.visitor.id}|poll:9|xoxb|xapp|ws:`),
  );
});
