/** Section 4 of issue 2: presses that are forged, stray, late or twice. A kind sentence, a line for the host, nothing done twice. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { address } from "../../src/bot/action.ts";
import { type Story, startStory } from "../support/story.ts";
import { type WebWorld, webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";
import { adds, atOnce, hostReads, kept, linesWith, noted, picks, question } from "./ledger.ts";

let world: WebWorld;
let story: Story;
let amina: Someone;
let ben: Someone;

beforeEach(async () => {
  world = webWorld();
  story = await startStory({ world });
  amina = await world.person("Amina");
  ben = await world.person("Ben");
});
afterEach(() => story.ends());

const pollId = async () => (await story.house.database.read.poll.findFirstOrThrow()).id;

describe("an address that nobody wrote", () => {
  it.each([
    "nonsense",
    "poll.explode?b=1",
    "__proto__.toString",
    "poll.constructor",
    "?b=1",
    "",
    "idea.add%00",
    `poll.choose?poll=${"x".repeat(5_000)}`,
    "poll.choose?b=%E0%A4%A",
  ])("%#: Amina hears that it is not known any more, or which board is missing", async (forged) => {
    await adds(amina, "Ice skating");
    const before = await kept(story);
    await amina.forges(forged);
    expect(amina.sees()?.text).toMatch(
      /I don't know that button any more|I did not understand|There is no board here/,
    );
    expect(amina.sees()?.text).not.toContain("Code:");
    expect(await kept(story)).toEqual(before);
    expect(hostReads(story).filter((line) => "no" in line)).toHaveLength(1);
  });

  it("what stands in it is never repeated, neither to a person nor to the host", async () => {
    await amina.forges("say.this?text=@everyone+swear");
    expect(amina.sees()?.text).not.toContain("everyone");
    expect(story.log.join("\n")).not.toContain("swear");
  });

  it("picks that stand on no ballot change nothing", async () => {
    await adds(amina, "Ice skating");
    await picks(ben, ["Ice skating"], story.finds(question));
    const before = await kept(story);
    await ben.forges(address("poll.pick", { b: story.boardId, poll: await pollId(), chosen: "forged" }));
    expect(ben.sees()?.text).toContain("One of those is not on the list any more");
    expect(ben.sees()?.menus[0]?.chosen).toEqual(["1  Ice skating"]);
    expect(await kept(story)).toEqual(before);
    expect(noted(story, "not-on-ballot")).toBe(1);
  });

  it("young people cannot press what is for staff, by whatever address", async () => {
    const before = await kept(story);
    for (const does of ["poll.close", "poll.now", "idea.hide", "idea.whose", "board.setup"]) {
      await amina.forges(address(does, { b: story.boardId, poll: await pollId() }));
      expect(amina.sees()?.text, does).toMatch(/This one is for|Set-up is for/);
    }
    expect({ ...(await kept(story)), members: 0 }).toEqual({ ...before, members: 0 });
    expect((await story.house.database.read.poll.findFirstOrThrow()).state).toBe("open");
    expect(noted(story, "staff-only") + noted(story, "manager-only") + noted(story, "lead-only")).toBe(5);
  });
});

describe("a poll that is no longer there", () => {
  it("Ben presses Choose on a closed one, and hears what he can do now", async () => {
    await adds(amina, "Ice skating");
    const does = address("poll.choose", { b: story.boardId, poll: await pollId() });
    await story.waits({ days: 5, hours: 1 });
    await ben.forges(does);
    expect(ben.sees()?.text).toContain("That poll has closed, so this was not counted.");
    expect(ben.sees()?.buttons).toContain("See the plan");
    expect(noted(story, "closed")).toBe(1);
  });

  it("Ben's pick after the hour of the close is not counted, though nobody has closed it yet", async () => {
    await adds(amina, "Ice skating");
    await ben.presses("Choose", story.finds(question));
    await story.house.database.keep((tx) =>
      tx.poll.updateMany({ data: { closesAt: new Date(story.clock.now().getTime() - 1) } }),
    );
    await ben.chooses(["1  Ice skating"]);
    expect(ben.sees()?.text).toContain("That poll has closed, so this was not counted.");
    expect(await story.house.database.read.ballot.count()).toBe(0);
    expect(noted(story, "closed")).toBe(1);
  });

  it("Ben presses Choose on one that was deleted", async () => {
    const post = story.finds(question);
    await story.house.database.keep((tx) => tx.poll.deleteMany());
    await ben.presses("Choose", post);
    expect(ben.sees()?.text).toContain("I can't find that poll any more. Here is what you can do now.");
    expect(noted(story, "gone")).toBe(1);
  });

  it("Amina sends her form after its poll closed: her words are kept for the next one, and she can take them back", async () => {
    await amina.presses("Add my idea");
    await story.waits({ days: 5, hours: 1 });
    await amina.fills({ text: "Ice skating" });
    expect(amina.sees()?.text).toContain("Kept: Ice skating. It goes on the next list.");
    expect(amina.sees()?.buttons).toEqual(expect.arrayContaining(["Change it", "Take it back"]));
    expect(await kept(story)).toMatchObject({ ideas: 1, options: 0 });
  });

  it("Ben replies to a closed poll: his words are offered back, and one press keeps them, once", async () => {
    const post = story.finds(question);
    await story.waits({ days: 5, hours: 1 });
    await ben.replies(post, "Ice skating");
    expect(ben.sees()?.text).toContain("That poll is closed now. Your words: “Ice skating”.");
    expect(noted(story, "closed")).toBe(1);
    const does = (await story.house.database.read.draft.findFirstOrThrow()).id;
    await ben.presses("Keep it for the next one");
    expect(ben.sees()?.text).toContain("Kept: Ice skating");
    await ben.forges(address("idea.different", { b: story.boardId, d: does }));
    expect(ben.sees()?.text).toContain("Those words are gone.");
    expect(await kept(story)).toMatchObject({ ideas: 1, drafts: 0 });
    expect(noted(story, "lost")).toBe(1);
  });
});

describe("somebody who is not on the board", () => {
  it("Nia, elsewhere in the chat, is told kindly how to join in", async () => {
    const nia = await world.person("Nia");
    const elsewhere = await world.newChannel("music");
    const before = await kept(story);
    await nia.forges(address("poll.choose", { b: story.boardId, poll: await pollId() }), elsewhere);
    expect(nia.sees()?.text).toContain("Join in its own channel first, and you are in.");
    expect(await kept(story)).toEqual(before);
    expect(noted(story, "not-a-member")).toBe(1);
  });

  it("another board's id finds nothing of that board", async () => {
    await adds(amina, "Ice skating");
    const poll = await pollId();
    const other = await secondBoard();
    const before = await kept(story);
    const room = { ...world.boardChannel, channel: other.channel };
    // Ben sits on the second board. He names his own board, and the first board's poll and idea.
    const idea = await story.house.database.read.idea.findFirstOrThrow();
    for (const does of [
      address("poll.choose", { b: other.board, poll }),
      address("poll.pick", { b: other.board, poll, chosen: idea.id }),
      address("poll.nothing", { b: other.board, poll }),
      address("poll.back", { b: other.board, idea: idea.id }),
      address("idea.takeback", { b: other.board, idea: idea.id }),
      address("idea.revive", { b: other.board, chosen: idea.id }),
    ]) {
      await ben.forges(does, room);
      expect(ben.sees()?.text, does).toMatch(/I can't find that (poll|idea) any more/);
      expect(ben.sees()?.text, does).not.toContain("Ice skating");
    }
    await ben.forges(address("poll.choose", { b: "no-such-board", poll }), room);
    expect(ben.sees()?.text).toContain("There is no board here yet.");
    expect({ ...(await kept(story)), members: 0 }).toEqual({ ...before, members: 0 });
    expect(noted(story, "gone")).toBe(6);
    expect(noted(story, "no-board")).toBe(1);
  });
});

async function secondBoard(): Promise<{ board: string; channel: string }> {
  const place = await world.newChannel("second");
  const staff = await world.newChannel("second-staff");
  const { read, keep } = story.house.database;
  const first = await read.board.findFirstOrThrow({ include: { hangings: true } });
  const { hangings, ...board } = first;
  const [hanging] = hangings;
  if (!hanging) throw new Error("The first board hangs nowhere.");
  const pollsFrom = new Date(story.clock.now().getTime() + 86_400_000);
  await keep(async (tx) => {
    await tx.board.create({ data: { ...board, id: "second-board", name: "Second", pollsFrom } });
    const own = { boardChannel: place.channel, staffChannel: staff.channel };
    await tx.hanging.create({
      data: { ...hanging, ...own, id: "second-hanging", boardId: "second-board" },
    });
  });
  return { board: "second-board", channel: place.channel };
}

describe("the same press again", () => {
  it("in the same process: Ben gets his answer again, and it counts once", async () => {
    await adds(amina, "Ice skating");
    await amina.repeats();
    expect(amina.sees()?.text).toContain("Added: Ice skating");
    await picks(ben, ["Ice skating"], story.finds(question));
    await ben.repeats();
    expect(ben.sees()?.text).toContain("Saved: Ice skating");
    expect(await kept(story)).toMatchObject({ ideas: 1, ballots: 1 });
    expect(noted(story, "repeated")).toBe(2);
  });

  it("after a restart: Amina hears that Sayso has it already, and her idea stands once", async () => {
    await adds(amina, "Ice skating");
    const before = await kept(story);
    const incoming = {
      key: "press-1",
      person: ben.visitor,
      place: world.boardChannel,
      from: "form" as const,
    };
    const does = address("idea.save", { b: story.boardId });
    const act = { ...incoming, does, fields: { text: "Bowling", named: "no" } };
    const first = await story.house.bot.answer(act);
    expect(JSON.stringify(first)).toContain("Added: ");
    await story.restarts();
    const again = await story.house.bot.answer(act);
    expect(JSON.stringify(again)).toContain("I have that already. Nothing was done twice.");
    expect(await kept(story)).toMatchObject({ ideas: before.ideas + 1, options: before.options + 1 });
    expect(noted(story, "done-before")).toBe(1);
  });

  it("a reply that comes again after a restart adds nothing", async () => {
    const to = story.finds(question).id;
    const reply = {
      key: "reply-1",
      person: ben.visitor,
      place: world.boardChannel,
      message: "m1",
      to,
      text: "Bowling",
    };
    await story.house.bot.replied(reply);
    await story.restarts();
    const again = await story.house.bot.replied(reply);
    expect(JSON.stringify(again)).toContain("I have that already.");
    expect(await kept(story)).toMatchObject({ ideas: 1 });
    expect(linesWith(story, "Somebody heard a kind no.")).toBe(1);
  });
});

describe("two presses at once", () => {
  const save = (person: Someone, text: string, key: string) =>
    story.house.bot.answer({
      key,
      from: "form",
      person: person.visitor,
      place: world.boardChannel,
      does: address("idea.save", { b: story.boardId }),
      fields: { text, named: "no" },
    });

  it("Ben presses two picks at once: one ballot of his stands, and it is one of the two", async () => {
    await adds(amina, "Ice skating");
    await adds(amina, "Bowling");
    const poll = await pollId();
    const options = await story.house.database.read.option.findMany({ orderBy: { number: "asc" } });
    const answers = await atOnce(
      options.map(
        (option, index) => () =>
          story.house.bot.answer({
            key: `pick-${index}`,
            from: "menu",
            person: ben.visitor,
            place: world.boardChannel,
            does: address("poll.pick", { b: story.boardId, poll }),
            fields: { chosen: [option.id] },
          }),
      ),
    );
    for (const answer of answers) expect(JSON.stringify(answer)).toContain("Saved: ");
    const ballots = await story.house.database.read.ballot.findMany();
    expect(ballots).toHaveLength(1);
    expect(options.map((option) => option.id)).toContain(ballots[0]?.picks);
  });

  it("Amina, with two ideas open, sends two more at once: one gets the last free place, the other is kept for her", async () => {
    await adds(amina, "Ice skating");
    await adds(amina, "Bowling");
    const answers = await atOnce([
      () => save(amina, "Baking", "third"),
      () => save(amina, "Camping", "fourth"),
    ]);
    const texts = answers.map((answer) => JSON.stringify(answer));
    expect(texts.filter((text) => text.includes("Added: "))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("You have 3 ideas open"))).toHaveLength(1);
    expect(await kept(story)).toMatchObject({ ideas: 3, options: 3, drafts: 1 });
    expect(noted(story, "three-open")).toBe(1);
  });

  it("Amina and Ben send the same idea at once: it stands once, and the second is asked whether it is the same", async () => {
    const answers = await atOnce([
      () => save(amina, "Ice skating", "hers"),
      () => save(ben, "ice skating", "his"),
    ]);
    const texts = answers.map((answer) => JSON.stringify(answer));
    expect(texts.filter((text) => text.includes("Added: "))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("Is it the same as"))).toHaveLength(1);
    expect(await kept(story)).toMatchObject({ ideas: 1, options: 1, drafts: 1 });
  });

  it("twenty people choose at once, and each ballot is there", async () => {
    await adds(amina, "Ice skating");
    const poll = await pollId();
    const [option] = await story.house.database.read.option.findMany();
    const people = await Promise.all([...Array(20).keys()].map((index) => world.person(`Young ${index}`)));
    const answers = await atOnce(
      people.map(
        (person, index) => () =>
          story.house.bot.answer({
            key: `many-${index}`,
            from: "menu",
            person: person.visitor,
            place: world.boardChannel,
            does: address("poll.pick", { b: story.boardId, poll }),
            fields: { chosen: [option?.id ?? ""] },
          }),
      ),
    );
    expect(answers.filter((answer) => JSON.stringify(answer).includes("Saved: "))).toHaveLength(20);
    expect(await kept(story)).toMatchObject({ ballots: 20, members: 21 });
  });
});
