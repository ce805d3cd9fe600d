/** Everything that a person does on Slack, through the real Bolt app and a local Slack. */
import { afterEach, describe, expect, test } from "vitest";
import { type Adapter, card, type View } from "../../../src/bot/index.ts";
import { type SlackWorld, slackWorld } from "../../support/slack/world.ts";
import { smallBot } from "./small-bot.ts";

let world: SlackWorld;
let door: Adapter;

async function open(small = smallBot(), options: Parameters<typeof slackWorld>[0] = {}) {
  world = await slackWorld(options);
  door = world.openDoor();
  await door.start(small.bot);
  return { ...small, amina: await world.person("Amina") };
}

const post = (view: View, key = "letter:1") =>
  door.post(world.boardChannel, view, { key, mayHaveArrived: false });
const invitation = card("What shall we do?", [
  { label: "Choose", does: "test.hello?b=1&poll=7" },
  { label: "Add my idea", does: "test.form?poll=7" },
]);

afterEach(async () => {
  const broken = world.violations();
  await world.close();
  expect(broken).toEqual([]);
});

describe("Amina types a command", () => {
  test("and sees the answer alone", async () => {
    const { amina, heard } = await open();
    await amina.commands("hello");
    expect(amina.sees()?.text).toBe("Hello, only you.");
    expect(world.posts(world.boardChannel)).toEqual([]);
    expect(heard[0]).toMatchObject({
      from: "command",
      does: "test.hello",
      person: { name: "Amina", manages: false },
    });
  });

  test("of two words, in any case, with a slash too many", async () => {
    const { amina, heard } = await open();
    await amina.commands(" /Poll  NOW ");
    expect(heard[0]?.does).toBe("test.hello?now=1");
  });

  test("and what follows is handed on as she wrote it", async () => {
    const { amina, heard } = await open();
    await amina.commands("idea Film & pizza <3");
    expect(heard[0]).toMatchObject({ does: "test.form", fields: { idea: "Film & pizza <3" } });
  });

  test.each(["", "pol now", "poll", "hello there"])("that means nothing (%j) and gets help", async (text) => {
    const { amina } = await open();
    await amina.commands(text);
    expect(amina.sees()?.text).toBe("This is help.");
  });

  test("in a channel that Sayso is not in, and is answered all the same", async () => {
    const { amina } = await open();
    const elsewhere = await world.newChannel("elsewhere");
    world.slack.state.channels.get(elsewhere.channel)?.members.delete("U0SAYSOBOT");
    await amina.commands("hello", elsewhere);
    expect(amina.sees()?.text).toBe("Hello, only you.");
  });
});

describe("Amina presses a button", () => {
  test("on a shared post and gets a card of her own; the post stays", async () => {
    const { amina, heard } = await open();
    await post(invitation);
    await amina.presses("Choose");
    expect(amina.sees()?.text).toBe("Hello, only you.");
    expect(world.posts(world.boardChannel).map((one) => one.text)).toEqual(["What shall we do?"]);
    expect(heard[0]).toMatchObject({
      from: "button",
      does: "test.hello?b=1&poll=7",
      place: world.boardChannel,
    });
  });

  test("on a post in a thread, and is answered in that thread", async () => {
    const { amina } = await open();
    const at = await post(invitation);
    await door.post(
      world.boardChannel,
      card("Thanks, got it.", [{ label: "Only for you: open", does: "test.hello" }]),
      { key: "2", mayHaveArrived: false, replyTo: at.message },
    );
    await amina.presses("Only for you: open");
    expect(amina.sees()).toMatchObject({ text: "Hello, only you.", replyTo: at.message });
  });

  test("on her own card, which is replaced", async () => {
    const { amina } = await open();
    await amina.commands("hello");
    const before = amina.sees();
    await amina.presses("Next");
    expect(amina.sees()).toMatchObject({ id: before?.id, text: "The next card." });
  });

  test("in her private messages, where the message itself is replaced", async () => {
    const { amina } = await open();
    await door.tell(amina.visitor, invitation, { key: "tell:1", mayHaveArrived: false });
    await amina.presses("Choose", amina.inbox()[0]);
    expect(amina.inbox().map((one) => one.text)).toEqual(["Hello, only you."]);
  });

  test("again by mistake of Slack, with the same key", async () => {
    const { amina, heard } = await open();
    await post(invitation);
    world.slack.faults.twice = true;
    await amina.presses("Choose");
    expect(heard).toHaveLength(2);
    expect(heard[0]?.key).toBe(heard[1]?.key);
  });

  test("twice by hand, with two keys", async () => {
    const { amina, heard } = await open();
    await post(invitation);
    await amina.presses("Choose", world.posts(world.boardChannel)[0]);
    await amina.presses("Choose", world.posts(world.boardChannel)[0]);
    expect(new Set(heard.map((one) => one.key)).size).toBe(2);
  });

  test("that opens a link, and the heart hears nothing", async () => {
    const { amina, heard } = await open();
    await post(card("More about this", [{ label: "Read", opens: "https://example.org/more" }]));
    await amina.presses("Read");
    expect(heard).toEqual([]);
  });

  test("whose address somebody forged, and gets a kind sentence", async () => {
    const { amina } = await open();
    await amina.forges("nothing.here?x=1");
    expect(amina.sees()?.text).toBe("Not known.");
  });

  test("and sees the answer although the answer address is worn out", async () => {
    const { amina } = await open();
    await post(invitation);
    world.slack.faults.deadResponses = true;
    await amina.presses("Choose");
    expect(amina.sees()?.text).toBe("Hello, only you.");
  });

  test("and gets the answer as a private message where nothing else reaches her", async () => {
    const { amina } = await open();
    await post(invitation);
    world.slack.faults.deadResponses = true;
    world.slack.faults.next("chat.postEphemeral", { kind: "error", error: "user_not_in_channel" });
    await amina.presses("Choose");
    expect(amina.inbox().map((one) => one.text)).toEqual(["Hello, only you."]);
  });

  test("and Slack hears a first sign in time although the heart is slow", async () => {
    let finish: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { amina } = await open(
      smallBot({
        "test.hello": async () => {
          await slow;
          return { kind: "view", view: card("At last.") };
        },
      }),
    );
    await post(invitation);
    await amina.presses("Choose");
    expect(amina.sees()).toBeUndefined();
    finish();
    await expect.poll(() => amina.sees()?.text).toBe("At last.");
  });

  test("and an admin is known as one who manages", async () => {
    const { heard } = await open();
    const sam = await world.person("Sam", { manages: true });
    await sam.commands("hello");
    expect(heard[0]?.person).toMatchObject({ manages: true });
  });

  test("and is answered by her user name when Slack does not tell who she is", async () => {
    const { amina, heard } = await open();
    world.slack.faults.next("users.info", { kind: "rate-limited", retryAfterSeconds: 30 });
    await amina.commands("hello");
    expect(heard[0]?.person).toMatchObject({ name: "amina", manages: false });
    expect(amina.sees()?.text).toBe("Hello, only you.");
  });
});

describe("Amina fills in a form", () => {
  test("opened from a shared post, and sees the answer alone", async () => {
    const { amina, heard } = await open();
    await post(invitation);
    await amina.presses("Add my idea");
    expect(amina.seesForm()).toMatchObject({ title: "Add an idea", notes: ["Staff see it first."] });
    await amina.fills({ idea: "Ice <skating> & more" });
    expect(amina.seesForm()).toBeUndefined();
    expect(amina.sees()?.text).toBe("Kept: Ice <skating> & more");
    expect(heard.at(-1)).toMatchObject({
      from: "form",
      does: "test.sent?poll=7",
      fields: { idea: "Ice <skating> & more", named: "no" },
    });
  });

  test("opened from her own card, which the answer replaces", async () => {
    const { amina } = await open();
    await amina.commands("hello");
    const before = amina.sees();
    await amina.presses("Form");
    await amina.fills({ idea: "Ice skating" });
    expect(amina.sees()).toMatchObject({ id: before?.id, text: "Kept: Ice skating" });
  });

  test("sent twice by Slack, with one key", async () => {
    const { amina, heard } = await open();
    await amina.commands("idea");
    await amina.fills({ idea: "Ice skating" });
    await amina.repeats();
    const keys = heard.filter((one) => one.from === "form").map((one) => one.key);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  test("and the next form takes its place when the heart has one more question", async () => {
    const { amina } = await open(
      smallBot({
        "test.sent": () => ({
          kind: "form",
          form: { title: "One more", does: "test.last", fields: [{ kind: "note", text: "Nearly done." }] },
        }),
      }),
    );
    await amina.commands("idea");
    await amina.fills({ idea: "Ice skating" });
    expect(amina.seesForm()?.title).toBe("One more");
  });

  test("which came too late to open, and hears so", async () => {
    const { amina } = await open();
    await post(invitation);
    world.slack.faults.deadTriggers = true;
    await amina.presses("Add my idea");
    expect(amina.sees()?.text).toBe("That took too long. Please press again.");
  });
});

describe("Amina chooses from a menu", () => {
  const choosing = (choose: { min: number; max: number }): View => ({
    body: [
      {
        kind: "menu",
        prompt: "Pick",
        choose,
        does: "test.next?poll=7",
        choices: [
          { label: "Park & pool", value: "a", chosen: true },
          { label: "Film", value: "b" },
        ],
      },
    ],
  });

  test("several things, and may clear them", async () => {
    const { amina, heard } = await open(
      smallBot({
        "test.hello": () => ({ kind: "view", view: choosing({ min: 0, max: 2 }) }),
        "test.next": () => ({ kind: "view", view: choosing({ min: 0, max: 2 }) }),
      }),
    );
    await amina.commands("hello");
    expect(amina.sees()?.menus).toEqual([
      { prompt: "Pick", choices: ["Park & pool", "Film"], chosen: ["Park & pool"] },
    ]);
    await amina.chooses(["Park & pool", "Film"]);
    await amina.chooses([]);
    expect(heard.slice(1).map((one) => one.fields)).toEqual([{ chosen: ["a", "b"] }, { chosen: [] }]);
    expect(heard[1]).toMatchObject({ from: "menu", does: "test.next?poll=7" });
  });

  test("exactly one thing", async () => {
    const { amina, heard } = await open(
      smallBot({ "test.hello": () => ({ kind: "view", view: choosing({ min: 1, max: 1 }) }) }),
    );
    await amina.commands("hello");
    await amina.chooses(["Film"]);
    expect(heard[1]?.fields).toEqual({ chosen: ["b"] });
  });
});
