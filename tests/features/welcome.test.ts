import { afterEach, describe, expect, it } from "vitest";
import type { Place, Visitor } from "../../src/bot/index.ts";
import { welcome } from "../../src/features/welcome/feature.ts";
import { joinedView, welcomeCard } from "../../src/features/welcome/views.ts";
import type { Board } from "../../src/people/people.ts";
import { monday, type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";

const aBoard = {
  id: "abcdefghijkl",
  name: "Our Voices",
  language: "en",
  weekday: 1,
  hour: 16,
  ballotMode: "secret",
  ideaNaming: "unnamed",
  stage: "practice",
} as Board;

describe("the welcome card", () => {
  it("says that it is a bot, when it asks, who sees what, and where help is", () => {
    const seen = JSON.stringify(welcomeCard(aBoard));
    for (const words of [
      "I'm a bot",
      "Every Monday at 4pm",
      "secret from the board and from staff",
      "in practice",
      "Get help",
    ])
      expect(seen).toContain(words);
  });

  it("does not promise secret picks where they are named", () => {
    const seen = JSON.stringify(
      welcomeCard({ ...aBoard, ballotMode: "named", ideaNaming: "named", stage: "live" }),
    );
    expect(seen).toContain("This board shows who picked what.");
    expect(seen).toContain("Ideas on this board show who had them.");
    expect(seen).not.toContain("secret");
    expect(seen).not.toContain("in practice");
  });

  it("tells of leaving in the way of the platform", () => {
    expect(JSON.stringify(joinedView(aBoard, { reminders: false, platform: "slack" }))).toContain(
      "/sayso leave",
    );
    expect(JSON.stringify(joinedView(aBoard, { reminders: false, platform: "discord" }))).toContain(
      "type /leave",
    );
  });
});

describe("joining and leaving", () => {
  let story: Story | undefined;
  afterEach(async () => {
    await story?.ends();
    story = undefined;
  });

  async function begin() {
    const world = webWorld();
    story = await startStory({ world });
    const { boardId } = story;
    await story.house.tools.keep((tx) =>
      story!.house.tools.send(tx, {
        to: "board",
        key: "welcome:x:board",
        board: boardId,
        draws: "welcome.card",
      }),
    );
    await story.settles();
    const amina = await world.person("Amina");
    const { read } = story.house.database;
    const members = () => read.member.findMany({ where: { leftAt: null } });
    return { world, story, amina, read, members, card: story.finds("I'm a bot, not a person") };
  }

  it("takes one tap on the card, and one more to be reminded", async () => {
    const { amina, members, card } = await begin();
    await amina.presses("Take part", card);
    expect(amina.sees()?.text).toContain("You're in. Good to have you on Our Voices.");
    expect(amina.sees()?.text).toContain("You can leave any time: type /leave.");
    expect(await members()).toMatchObject([{ role: "young", calledName: "Amina", reminders: false }]);
    await amina.presses("Remind me before it closes");
    expect(amina.sees()?.text).toContain("I write to you a day before a poll closes");
    expect(await members()).toMatchObject([{ reminders: true }]);
    await amina.presses("Stop reminders");
    expect(await members()).toMatchObject([{ reminders: false }]);
    await amina.commands("reminders");
    expect(amina.sees()?.text).toContain("Reminders are off.");
  });

  it("twice is once", async () => {
    const { amina, members, card } = await begin();
    await amina.presses("Take part", card);
    await amina.presses("Take part", card);
    await amina.repeats();
    expect(await members()).toHaveLength(1);
  });

  it("from another channel somebody hears kindly where to go", async () => {
    const { world, story, amina, members } = await begin();
    const elsewhere = await world.newChannel("elsewhere");
    await amina.forges(`welcome.join?b=${story.boardId}`, elsewhere);
    expect(amina.sees()?.text).toContain("press “Take part” in its own channel");
    expect(await members()).toEqual([]);
  });

  it("a worker is told that workers do not pick", async () => {
    const { world, members, card } = await begin();
    const jo = await world.person("Jo", { staff: true });
    await jo.presses("Take part", card);
    expect(jo.sees()?.text).toContain("You are a worker on Our Voices.");
    expect(await members()).toMatchObject([{ role: "staff" }]);
    await jo.commands("leave");
    expect(jo.sees()?.text).toContain("Who is staff is set in set-up");
    expect(await members()).toHaveLength(1);
  });

  it("looking for help makes nobody a member", async () => {
    const { amina, members, card } = await begin();
    await amina.presses("Get help", card);
    await amina.commands("help");
    await amina.commands("leave");
    expect(amina.sees()?.text).toContain("You are not on Our Voices");
    expect(await members()).toEqual([]);
  });

  it("leaving asks first; pledges go, ideas stay without a name, and nobody comes back by asking for help", async () => {
    const { story, amina, read, members, card } = await begin();
    await amina.presses("Take part", card);
    const personId = (await members())[0]?.personId ?? "";
    await story.house.database.keep(async (tx) => {
      const idea = {
        boardId: story.boardId,
        fromStaff: false,
        timesAsked: 1,
        createdAt: monday,
        state: "open",
      };
      await tx.idea.create({
        data: { ...idea, id: "idea1", text: "Ice skating", authorId: personId, named: true },
      });
      await tx.idea.create({ data: { ...idea, id: "idea2", text: "Pizza", named: false } });
      await tx.pledge.create({ data: { ideaId: "idea2", personId, kind: "help" } });
      await tx.draft.create({
        data: {
          id: "d",
          boardId: story.boardId,
          personId,
          fields: "{}",
          expiresAt: new Date(monday.getTime() + 9e6),
        },
      });
    });
    await amina.commands("leave");
    expect(amina.sees()?.text).toContain("Do you want to leave Our Voices?");
    await amina.presses("Stay");
    expect(await members()).toHaveLength(1);
    await amina.commands("leave");
    await amina.presses("Leave the board");
    expect(amina.sees()?.text).toContain("You have left Our Voices.");
    expect(await members()).toEqual([]);
    expect(await read.pledge.count()).toBe(0);
    expect(await read.draft.count()).toBe(0);
    expect(await read.idea.findUnique({ where: { id: "idea1" } })).toMatchObject({
      named: false,
      state: "open",
    });
    await amina.presses("Get help", card);
    expect(await members()).toEqual([]);
    await amina.presses("Take part", card);
    expect(await members()).toHaveLength(1);
  });

  it("shows a person what it knows of them, and forgets it", async () => {
    const { story, amina, read, card } = await begin();
    await amina.presses("Take part", card);
    await amina.presses("Remind me before it closes");
    const known = await read.identity.findFirstOrThrow({ where: { account: amina.visitor.id } });
    const person = {
      ...amina.visitor,
      id: known.personId,
      identity: known.id,
      account: known.account,
      overSixteen: null,
    };
    const { tools } = story.house;
    const about = async () =>
      (await welcome.about(person, tools)).map((part) => ("text" in part ? part.text : "")).join("\n");
    expect(await about()).toContain(
      "You are on Our Voices since Monday 7 December. The chat calls you Amina.",
    );
    expect(await about()).toContain("Reminders are on there.");
    await welcome.forget(person, tools);
    expect(await about()).toBe("");
    expect(await read.person.count({ where: { id: known.personId } })).toBe(0);
    expect(await read.member.count({ where: { personId: known.personId } })).toBe(0);
  });
});

describe("on Slack, which is for people of 16 and over", () => {
  let story: Story | undefined;
  afterEach(async () => {
    await story?.ends();
    story = undefined;
  });

  async function begin() {
    story = await startStory({ world: webWorld() });
    const { house, boardId } = story;
    await house.database.keep((tx) =>
      tx.hanging.updateMany({ data: { platform: "slack", workspace: "T1" } }),
    );
    const place: Place = { platform: "slack", workspace: "T1", channel: "board" };
    let key = 0;
    const act = async (id: string, does: string) => {
      const person: Visitor = { platform: "slack", workspace: "T1", id, name: id, roles: [], manages: false };
      return JSON.stringify(await house.bot.answer({ key: `${key++}`, from: "button", person, place, does }));
    };
    const answered = async (account: string) =>
      (await house.database.read.identity.findFirst({ where: { account } }))?.overSixteen;
    return { act, answered, b: boardId, members: () => house.database.read.member.count() };
  }

  it("somebody of 16 is asked once, and goes on to where they were", async () => {
    const { act, answered, b, members } = await begin();
    expect(await act("ana", `welcome.join?b=${b}`)).toContain("Are you 16 or over?");
    expect(await members()).toBe(0);
    const next = encodeURIComponent(`welcome.join?b=${b}`);
    const thanks = await act("ana", `welcome.sixteen?is=yes&next=${next}`);
    expect(thanks).toContain("Go on");
    expect(thanks).toContain(`"does":"welcome.join?b=${b}"`);
    expect(await answered("ana")).toBe(true);
    expect(await act("ana", `welcome.join?b=${b}`)).toContain("You're in.");
  });

  it("somebody younger takes no part, keeps the first answer, and always gets help", async () => {
    const { act, answered, b, members } = await begin();
    expect(await act("kim", "help.now")).toContain("999");
    expect(await act("kim", "welcome.sixteen?is=no")).toContain("You can't take part on Slack yet.");
    expect(await act("kim", "welcome.sixteen?is=yes")).toContain("I keep the first answer");
    expect(await answered("kim")).toBe(false);
    expect(await act("kim", `welcome.join?b=${b}`)).toContain("You can't take part on Slack yet.");
    expect(await act("kim", `help.now?b=${b}`)).toContain("999");
    expect(await members()).toBe(0);
  });

  it("a forged way on leads nowhere", async () => {
    const { act, answered } = await begin();
    expect(await act("ana", "welcome.sixteen?is=yes&next=https://example.org")).not.toContain('example.org"');
    expect(await answered("ana")).not.toBe(false);
    expect(await act("ana", "welcome.sixteen?is=maybe")).toContain("did not understand");
  });
});
