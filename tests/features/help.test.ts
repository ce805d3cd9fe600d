import { afterEach, describe, expect, it } from "vitest";
import type { Place, Visitor } from "../../src/bot/index.ts";
import { words as boardWords } from "../../src/features/board/words.ts";
import { helloView } from "../../src/features/help/views.ts";
import { words as helpWords } from "../../src/features/help/words.ts";
import { words as welcomeWords } from "../../src/features/welcome/words.ts";
import type { Board } from "../../src/people/people.ts";
import { type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";

describe("help", () => {
  let story: Story | undefined;
  afterEach(async () => {
    await story?.ends();
    story = undefined;
  });

  async function begin(noBoard = false) {
    const world = webWorld();
    story = await startStory({ world, noBoard });
    return { world, story, amina: await world.person("Amina") };
  }

  it("shows somebody new how to join, a member what they can do, and staff their commands", async () => {
    const { world, story, amina } = await begin();
    await amina.commands("help");
    expect(amina.sees()?.text).toContain("This is Our Voices.");
    expect(amina.sees()?.buttons).toEqual(["Take part", "Get help"]);
    await amina.presses("Take part");
    await amina.commands("sayso");
    expect(amina.sees()?.buttons).toEqual([
      "Choose",
      "Add my idea",
      "The plan",
      "Reminders",
      "Leave",
      "Get help",
    ]);
    const jo = await world.person("Jo", { staff: true });
    await jo.commands("help");
    expect(jo.sees()?.text).toContain("/poll now, preview, skip, close, extend");
    expect(jo.sees()?.buttons).not.toContain("Choose");
    expect(story.boardId).not.toBe("");
  });

  it("every button in it leads to a room that answers", async () => {
    const { amina, story } = await begin();
    await amina.forges(`welcome.join?b=${story.boardId}`);
    for (const label of ["Choose", "The plan", "Reminders", "Leave", "Get help"]) {
      await amina.commands("help");
      await amina.presses(label);
      expect(amina.sees()?.text, label).not.toContain("I don't know that button");
      expect(amina.sees()?.text, label).not.toContain("went wrong");
    }
    await amina.commands("help");
    await amina.presses("Add my idea");
    expect(amina.seesForm()).toBeDefined();
  });

  it("Get help is there for anyone, with no board and nothing in the database", async () => {
    const { amina, story } = await begin(true);
    await amina.commands("get help");
    expect(amina.sees()?.text).toContain("999");
    expect(amina.sees()?.text).toContain("Childline");
    await amina.commands("help");
    expect(amina.sees()?.text).toContain("There is no board in this channel.");
    expect(amina.sees()?.buttons).toContain("Get help");
    expect(await story.house.database.read.board.count()).toBe(0);
  });

  it("Get help is there when the database is not", async () => {
    const { story, amina } = await begin();
    await story.house.database.close();
    const place: Place = story.world.boardChannel;
    const press = { key: "k", from: "button" as const, person: { ...amina.visitor, id: "new" }, place };
    const answer = await story.house.bot.answer({ ...press, does: `help.now?b=${story.boardId}` });
    expect(JSON.stringify(answer)).toContain("999");
    const typed = { does: `idea.save?b=${story.boardId}`, fields: { text: "I want to die" } };
    expect(JSON.stringify(await story.house.bot.answer({ ...press, key: "l", ...typed }))).toContain("999");
  });

  it("in a channel of several boards, each can be chosen", async () => {
    const { world, story } = await begin();
    const sam = await world.person("Sam", { staff: true });
    await world.newChannel("second");
    await story.waits({ minutes: 1 });
    await sam.forges("board.add");
    await sam.fills({ name: "Second Board", boardChannel: "second", staffChannel: "staff" });
    await sam.commands("help", world.staffChannel);
    expect(sam.sees()?.buttons).toEqual(["Our Voices", "Second Board", "Get help"]);
    await sam.presses("Second Board");
    expect(sam.sees()?.text).toContain("This is Second Board.");
    expect(story.boardId).not.toBe("");
  });
});

describe("a mention of the bot", () => {
  let story: Story | undefined;
  afterEach(async () => {
    await story?.ends();
    story = undefined;
  });

  async function mentions(text: string, privately: boolean) {
    const world = webWorld();
    story = await startStory({ world });
    if (!privately) world.door().answersRepliesPrivately = false;
    const person: Visitor = (await world.person("Ben")).visitor;
    const reply = { key: text, person, place: world.boardChannel, message: "message-1", text };
    const answer = await story.house.bot.replied(reply);
    if (answer.kind === "view") await answer.publicly?.();
    await story.settles();
    const posts = world.posts(world.boardChannel).filter((post) => post.replyTo === "message-1");
    return { answer, posts, members: await story.house.database.read.member.count() };
  }

  it("is answered to its author alone where the platform can", async () => {
    const { answer, posts, members } = await mentions("hello", true);
    expect(JSON.stringify(answer)).toContain("Add my idea");
    expect(posts).toEqual([]);
    expect(members).toBe(0);
  });

  it("elsewhere gets one public card that holds nothing of what they wrote", async () => {
    const { posts } = await mentions("hello, has anybody seen my bike", false);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.text).not.toContain("bike");
    expect(posts[0]?.buttons).toEqual(["Add my idea", "What can I do here?", "Get help"]);
  });

  it("that worries us looks to everybody else like any other", async () => {
    const { answer, posts } = await mentions("I want to die", false);
    expect(JSON.stringify(answer)).toContain("999");
    expect(posts.map((post) => post.buttons)).toEqual([["Add my idea", "What can I do here?", "Get help"]]);
    expect(posts[0]?.text).toBe(
      helloView({ id: "b", language: "en" } as Board)
        .body.flatMap((part) => ("text" in part ? [part.text] : []))
        .join("\n"),
    );
  });
});

describe("the words of these rooms", () => {
  type Entry = { icu: string } | { [name: string]: Entry };
  const sentences = (entry: Entry): string[] =>
    typeof entry.icu === "string"
      ? entry.icu
          .replace(/<\/?b>/g, "")
          .split(/(?<=[.!?:])\s+/)
          .filter((sentence) => !sentence.includes(", plural,"))
      : Object.values(entry).flatMap(sentences);

  it("are sentences of at most 15 words", () => {
    const long = [boardWords, welcomeWords, helpWords]
      .flatMap((words) => sentences(words))
      .filter((sentence) => sentence.split(/\s+/).length > 15);
    expect(long).toEqual([]);
  });
});
