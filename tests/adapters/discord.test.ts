/** What people do on Discord, through the real discord.js client and a local Discord. The heart is a small one of our own. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Adapter, card, strong } from "../../src/bot/index.ts";
import { write } from "../support/discord/deeds.ts";
import { type TestHeart, testHeart } from "../support/discord/heart.ts";
import { deleteChannel, inviteBot, kickBot, outage } from "../support/discord/town.ts";
import { type DiscordWorld, openDiscordWorld } from "../support/discord/world.ts";
import type { Someone } from "../support/world.ts";

let world: DiscordWorld;
let heart: TestHeart;
let door: Adapter;
let amina: Someone;
const view = (text: string, ...buttons: string[]) =>
  ({
    kind: "view",
    view: card(
      text,
      buttons.map((label) => ({ label, does: `test.${label}` })),
    ),
  }) as const;

beforeEach(async () => {
  world = await openDiscordWorld({ patience: { firstSign: 150, form: 150, answer: 300 } });
  heart = testHeart();
  door = world.openDoor();
  await door.start(heart);
  amina = await world.person("Amina");
});

afterEach(async () => {
  await door.stop();
  await world.close();
  expect(world.violations()).toEqual([]);
});

const post = (...labels: string[]) =>
  door.post(
    world.boardChannel,
    card(
      "What would you like to do?",
      labels.map((label) => ({ label, does: `test.${label}` })),
    ),
    { key: `post:${labels.join()}`, mayHaveArrived: false },
  );
const waitUntil = (fact: () => unknown) =>
  vi.waitFor(() => expect(fact()).toBeTruthy(), { timeout: 3000, interval: 10 });

describe("pressing and choosing", () => {
  test("a command is answered for its author alone, with who they are and where", async () => {
    await amina.commands("poll now");
    expect(amina.sees()?.text).toBe("poll.now");
    expect(world.posts(world.boardChannel)).toEqual([]);
    expect(heart.came[0]).toMatchObject({
      from: "command",
      does: "poll.now",
      person: { ...amina.visitor },
      place: world.boardChannel,
    });
  });

  test("the words behind a command come along, some more than fit so that nothing typed is lost", async () => {
    await amina.commands(`idea ${"a".repeat(200)}`);
    await amina.commands("idea");
    expect(heart.came[0]?.fields).toEqual({ idea: "a".repeat(200) });
    expect(heart.came[1]?.fields).toEqual({});
  });

  test("a press on a public post opens a private card; a press on that card changes it", async () => {
    await post("choose");
    heart.says.set("test.choose", () => view("Pick up to 3.", "next"));
    heart.says.set("test.next", () => view("Saved."));
    await amina.presses("choose");
    const first = amina.sees();
    await amina.presses("next");
    expect(first?.text).toBe("Pick up to 3.");
    expect(amina.sees()).toMatchObject({ id: first?.id, text: "Saved.", buttons: [] });
    expect(world.posts(world.boardChannel)[0]?.text).toBe("What would you like to do?");
  });

  test("what one person opens, nobody else sees", async () => {
    const ben = await world.person("Ben");
    await post("choose");
    await amina.presses("choose");
    expect(ben.sees()).toBeUndefined();
  });

  test("a menu gives what was chosen, also nothing", async () => {
    const choices = ["Park", "Film"].map((label) => ({ label, value: label.toLowerCase() }));
    heart.says.set("plan.show", () => ({
      kind: "view",
      view: {
        body: [
          { kind: "menu", prompt: "Choose …", choose: { min: 0, max: 2 }, choices, does: "poll.pick?poll=7" },
        ],
      },
    }));
    await amina.commands("plan");
    await amina.chooses(["Park", "Film"]);
    expect(heart.came[1]).toMatchObject({
      from: "menu",
      does: "poll.pick?poll=7",
      fields: { chosen: ["park", "film"] },
    });
    await amina.commands("plan");
    await amina.chooses([]);
    expect(heart.came[3]?.fields).toEqual({ chosen: [] });
  });

  test("two buttons that do the same stand in one card, and each arrives as that address", async () => {
    const same = [1, 2].map((each) => ({ label: `Idea ${each}`, does: "poll.back?idea=4" }));
    heart.says.set("plan.show", () => ({ kind: "view", view: card("Ideas", same) }));
    await amina.commands("plan");
    await amina.presses("Idea 2");
    expect(heart.came[1]?.does).toBe("poll.back?idea=4");
  });

  test("somebody who manages the server is known as such; a youth worker by their role", async () => {
    const sam = await world.person("Sam", { staff: true });
    const kit = await world.person("Kit", { manages: true });
    await sam.commands("plan");
    await kit.commands("plan");
    expect(heart.came.map((each) => each.person.manages)).toEqual([false, true]);
    expect(heart.came[0]?.person.roles).toEqual([world.staffRole]);
  });

  test("a forged address reaches the heart like any other, to be refused there", async () => {
    await amina.forges("no.such?thing=%F0%9F%98%80");
    expect(heart.came[0]).toMatchObject({ from: "button", does: "no.such?thing=%F0%9F%98%80" });
    expect(amina.sees()?.text).toContain("no.such");
  });

  test("a command that is no longer ours is answered all the same", async () => {
    const [plan] = world.discord.records.commands;
    world.discord.records.commands.push({ ...(plan ?? expect.fail("no command")), name: "old" });
    await amina.commands("old");
    expect(heart.came[0]).toMatchObject({ from: "command", does: "unknown.old" });
    expect(amina.sees()?.text).toBe("unknown.old");
  });

  test("a press that comes twice has one key, and the person keeps one answer", async () => {
    await post("choose");
    await amina.presses("choose");
    await amina.repeats();
    expect(heart.came.map((each) => each.key)).toEqual([heart.came[0]?.key, heart.came[0]?.key]);
    expect(amina.sees()?.text).toBe("test.choose");
  });

  test("a press in a private message works, and the message stays as it is", async () => {
    await door.tell(amina.visitor, card("A day left.", [{ label: "Stop these", does: "reminders.stop" }]), {
      key: "reminder",
      mayHaveArrived: false,
    });
    await amina.presses("Stop these");
    expect(amina.sees()?.text).toBe("reminders.stop");
    expect(amina.inbox()[0]?.text).toBe("A day left.");
    expect(heart.came[0]).toMatchObject({
      person: { id: amina.visitor.id, roles: [] },
      place: { isPrivate: true },
    });
  });
});

describe("slow and broken answers", () => {
  const slowly = (answer: ReturnType<typeof view>) => () =>
    new Promise<typeof answer>((resolve) => setTimeout(() => resolve(answer), 300));

  test("an answer that takes a while arrives after a first sign, on a new card and on an open one", async () => {
    await post("choose");
    heart.says.set("test.choose", slowly(view("Here it is.", "next")));
    heart.says.set("test.next", slowly(view("And saved.")));
    await amina.presses("choose");
    expect(amina.sees()).toMatchObject({ text: "Here it is.", buttons: ["next"] });
    await amina.presses("next");
    expect(amina.sees()?.text).toBe("And saved.");
  });

  test("an answer that takes far too long: the person hears so, and gets it all the same when it comes", async () => {
    heart.says.set("plan.show", () => new Promise((done) => setTimeout(() => done(view("At last.")), 600)));
    const asking = amina.commands("plan");
    await waitUntil(() => amina.sees()?.text === heart.sorry.tooSlow);
    await asking;
    await waitUntil(() => amina.sees()?.text === "At last.");
  });

  test("nothing to say is acknowledged and shows nothing, at once or late, by command or by button", async () => {
    await post("choose");
    heart.says.set("test.choose", () => ({ kind: "nothing" }));
    heart.says.set("plan.show", () => ({ kind: "nothing" }));
    await amina.presses("choose");
    await amina.commands("plan");
    heart.says.set(
      "plan.show",
      () => new Promise((done) => setTimeout(() => done({ kind: "nothing" }), 300)),
    );
    await amina.commands("plan");
    expect(amina.sees()).toBeUndefined();
    const all = [...world.discord.records.interactions.values()];
    await waitUntil(() => all.every((each) => each.answered));
  });

  test("a form that comes too late is offered again", async () => {
    await post("choose");
    heart.forms.add("test.choose");
    heart.says.set(
      "test.choose",
      () => new Promise((done) => setTimeout(() => done({ kind: "nothing" }), 400)),
    );
    await amina.presses("choose");
    expect(amina.sees()).toMatchObject({ text: heart.sorry.tooSlow, buttons: ["Try again"] });
    heart.says.set("test.choose", () => ({
      kind: "form",
      form: { title: "Idea", does: "idea.add", fields: [{ kind: "note", text: "Hi" }] },
    }));
    await amina.presses("Try again");
    expect(amina.seesForm()?.notes).toEqual(["Hi"]);
  });

  test("a heart that throws becomes one kind sentence", async () => {
    heart.says.set("plan.show", () => Promise.reject(new Error("secret words")));
    await amina.commands("plan");
    expect(amina.sees()?.text).toBe(heart.sorry.broken);
  });

  test("a card that Discord refuses becomes one kind sentence", async () => {
    world.discord.faults.next({ kind: "refused", status: 400, code: 50035 }, /callback/);
    await amina.commands("plan");
    expect(amina.sees()?.text).toBe(heart.sorry.broken);
  });

  test("an error at Discord and a lost answer do no harm: the person has one answer", async () => {
    world.discord.faults.next({ kind: "status", status: 502 }, /callback/);
    await amina.commands("plan");
    expect(amina.sees()?.text).toBe("plan.show");
    world.discord.faults.next({ kind: "answer-lost" }, /callback/);
    await amina.commands("poll skip");
    expect(amina.sees()?.text).toBe("poll.skip");
    await amina.commands("poll now");
    expect(amina.sees()?.text).toBe("poll.now");
  });
});

describe("forms", () => {
  const choices = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ label: `Choice ${at}`, value: `c${at}` }));

  test("every kind of field opens filled in and comes back by its name", async () => {
    const pages = [
      [
        {
          kind: "short",
          name: "idea",
          label: "Your idea",
          max: 80,
          value: "Film",
          hint: "Short is fine",
          example: "Skating",
        },
        { kind: "choice", name: "who", label: "Who sees it?", choices: choices(3) },
        { kind: "choice", name: "hour", label: "Hour", choices: choices(24) },
        { kind: "several", name: "days", label: "Days", choices: choices(7), choose: { min: 1, max: 3 } },
        {
          kind: "several",
          name: "many",
          label: "Many",
          choices: choices(12),
          choose: { min: 0, max: 12 },
          optional: true,
        },
      ],
      [
        { kind: "scale", name: "you", label: "You", from: 1, to: 9, unsure: "I don't know yet" },
        { kind: "people", name: "staff", label: "Staff", most: 5 },
        { kind: "role", name: "role", label: "Role", most: 1, value: [world.staffRole], optional: true },
        { kind: "channel", name: "channel", label: "Channel", value: world.boardChannel.channel },
        { kind: "note", text: `Only ${strong("you")} see this.` },
      ],
    ] as const;
    heart.forms.add("plan.show");
    heart.says.set("plan.show", () => ({
      kind: "form",
      form: {
        title: "A form",
        does: `form.sent?page=${heart.came.length}`,
        fields: [...(pages[heart.came.length === 1 ? 0 : 1] ?? [])],
      } as never,
    }));
    await amina.commands("plan");
    expect(amina.seesForm()?.fields.map((field) => field.value)).toEqual(["Film", "", [], [], []]);
    await amina.fills({ who: "c1", hour: "c20", days: ["c2", "c4"] });
    expect(heart.came[1]).toMatchObject({
      from: "form",
      does: "form.sent?page=1",
      fields: { idea: "Film", who: "c1", hour: "c20", days: ["c2", "c4"], many: [] },
    });
    await amina.commands("plan");
    expect(amina.seesForm()?.notes).toEqual(["Only you see this."]);
    await amina.fills({ you: "I don't know yet", staff: [amina.visitor.id] });
    expect(heart.came[3]?.fields).toEqual({
      you: "unsure",
      staff: [amina.visitor.id],
      role: [world.staffRole],
      channel: [world.boardChannel.channel],
    });
  });

  test("a sent form changes the private card from which it was opened, or opens a new one", async () => {
    heart.forms.add("test.add");
    const fields = [{ kind: "long", name: "words", label: "Words", max: 200, optional: true } as const];
    heart.says.set("test.add", () => ({ kind: "form", form: { title: "Idea", does: "idea.sent", fields } }));
    heart.says.set("plan.show", () => view("Your ideas", "add"));
    await post("add");
    await amina.presses("add");
    await amina.fills({ words: "Pizza" });
    const fresh = amina.sees();
    expect(fresh?.text).toBe("idea.sent");
    await amina.commands("plan");
    const before = amina.sees();
    await amina.presses("add");
    await amina.fills({});
    expect(amina.sees()).toMatchObject({ id: before?.id, text: "idea.sent" });
  });

  test("what is pasted too long arrives longer than allowed, so that the heart can offer it back", async () => {
    heart.forms.add("plan.show");
    const fields = [{ kind: "short", name: "idea", label: "Idea", max: 80 } as const];
    heart.says.set("plan.show", () => ({ kind: "form", form: { title: "Idea", does: "idea.sent", fields } }));
    await amina.commands("plan");
    await amina.fills({ idea: "x".repeat(300) });
    expect(heart.came[1]?.fields).toEqual({ idea: "x".repeat(300) });
  });

  test("a form action that answers with a card shows the card", async () => {
    heart.forms.add("plan.show");
    heart.says.set("plan.show", () => view("Ideas are closed."));
    await amina.commands("plan");
    expect(amina.sees()?.text).toBe("Ideas are closed.");
  });
});

describe("written replies", () => {
  test("a reply that mentions the bot brings its words, without the mention, and is answered publicly", async () => {
    const { message } = await post("choose");
    const [shown] = world.posts(world.boardChannel);
    let publicly = 0;
    heart.onReply = () => ({
      ...view("Only for you"),
      publicly: async () => {
        publicly += 1;
      },
    });
    const bot = world.discord.records.bot.id;
    const written = await amina.replies(shown ?? expect.fail("no post"), `<@${bot}> can we go ice skating`);
    expect(heart.replies[0]).toMatchObject({
      message: written,
      to: message,
      text: "can we go ice skating",
      person: amina.visitor,
    });
    expect(publicly).toBe(1);
    expect(amina.sees()).toBeUndefined();
  });

  test("a reply with the mention switched off comes without words; other talk does not come at all", async () => {
    const { message } = await post("choose");
    const { discord, boardChannel } = world;
    const by = amina.visitor.id;
    write(discord, { by, channel: boardChannel.channel, text: "just talking" });
    write(discord, { by, channel: boardChannel.channel, text: "skating", replyTo: message, quietly: true });
    await waitUntil(() => heart.replies.length > 0);
    expect(heart.replies).toMatchObject([{ to: message, text: "" }]);
  });

  test("a mention without a reply comes; bots, webhooks and our own posts do not", async () => {
    const { discord, boardChannel } = world;
    const robot = await world.person("Robot");
    const user = discord.records.users.get(robot.visitor.id);
    if (user) user.bot = true;
    const bot = discord.records.bot.id;
    for (const by of [robot.visitor.id, bot, amina.visitor.id])
      write(discord, { by, channel: boardChannel.channel, text: `<@!${bot}> hello`, mentions: [bot] });
    await waitUntil(() => heart.replies.length > 0);
    expect(heart.replies).toMatchObject([{ text: "hello", person: { id: amina.visitor.id } }]);
    expect(heart.replies[0]?.to).toBeUndefined();
  });

  test("a mention of the bot's own role, which Discord offers as well, comes without words", async () => {
    const { discord, boardChannel } = world;
    const roles = [...(discord.records.guilds.get(world.workspace)?.roles.values() ?? [])];
    const own = roles.find((role) => role.bot)?.id;
    write(discord, {
      by: amina.visitor.id,
      channel: boardChannel.channel,
      text: `<@&${world.staffRole}> not us`,
    });
    write(discord, { by: amina.visitor.id, channel: boardChannel.channel, text: `<@&${own}> ice skating` });
    await waitUntil(() => heart.replies.length > 0);
    expect(heart.replies).toMatchObject([{ text: "" }]);
  });

  test("in a private message the answer stands right below", async () => {
    const letter = { key: "reminder", mayHaveArrived: false };
    await door.tell(amina.visitor, card("A day left."), letter);
    heart.onReply = () => view("I only understand buttons.");
    await amina.replies(amina.inbox()[0] ?? expect.fail("no message"), "help");
    await waitUntil(() => amina.inbox().length === 2);
    expect(amina.inbox()[1]?.text).toBe("I only understand buttons.");
    expect(heart.replies[0]).toMatchObject({ text: "help", place: { isPrivate: true } });
  });

  test("deleting a reply tells the heart which one", async () => {
    await post("choose");
    const id = await amina.replies(world.posts(world.boardChannel)[0] ?? expect.fail("no post"), "skating");
    await amina.deletes(id);
    expect(heart.gone).toEqual([{ ...world.boardChannel, message: id }]);
  });
});

describe("places that come and go", () => {
  test("a deleted channel, a goodbye and a new welcome are told; an outage is not", async () => {
    const guild = world.discord.records.guilds.get(world.workspace) ?? expect.fail("no server");
    outage(world.discord, guild);
    deleteChannel(world.discord, world.staffChannel.channel);
    kickBot(world.discord, guild);
    inviteBot(world.discord, guild);
    await waitUntil(() => heart.changes.length >= 3);
    expect(heart.changes).toEqual([
      { what: "channel-gone", place: world.staffChannel },
      { what: "bot-removed", place: { platform: "discord", workspace: guild.id, channel: "" } },
      { what: "bot-added", place: { platform: "discord", workspace: guild.id, channel: "" } },
    ]);
  });
});
