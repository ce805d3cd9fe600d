/**
 * Many people on two boards, doing whatever comes to mind, in any order. Whatever they do: no board ever sees the other's,
 * the limits hold, nothing is posted twice, and the count at the close is what a simple model says.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address } from "../../src/bot/action.ts";
import type { Answer, Incoming, Visitor } from "../../src/bot/index.ts";
import { type Story, startStory } from "../support/story.ts";
import { type WebWorld, webWorld } from "../support/web/world.ts";

type Side = "north" | "south";
const sides: Side[] = ["north", "south"];
const peopleOf = 4;
/** Words that are no twins of each other; a board's own carry its mark. */
const topics = ["skating", "bowling", "pottery", "karting", "baking", "museum", "surfing", "juggling"];
const markOf = { north: "Nordlicht", south: "Suedwind" } as const;

type Deed = { side: Side; who: number } & (
  | { kind: "adds" | "replies"; topic: number }
  | { kind: "picks"; choices: number[] }
  | { kind: "nothing" | "takes back" | "plan" | "status" }
  | { kind: "withdraws"; nth: number }
  | { kind: "pledges"; nth: number }
  | { kind: "forges" | "forges a pick"; nth: number }
  | { kind: "wanders" }
);

const deed: fc.Arbitrary<Deed> = fc
  .record({
    side: fc.constantFrom(...sides),
    who: fc.nat({ max: peopleOf - 1 }),
    it: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constantFrom("adds", "replies"),
          topic: fc.nat({ max: topics.length - 1 }),
        }),
      },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant("picks"),
          choices: fc.array(fc.nat({ max: 9 }), { maxLength: 4 }),
        }),
      },
      fc.record({ kind: fc.constantFrom("nothing", "takes back", "plan", "status", "wanders") }),
      fc.record({
        kind: fc.constantFrom("withdraws", "pledges", "forges", "forges a pick"),
        nth: fc.nat({ max: 9 }),
      }),
    ),
  })
  .map(({ it, ...rest }) => ({ ...rest, ...it }) as Deed);

let world: WebWorld;
let story: Story;
const boards = { north: "", south: "" };
const channels = { north: "", south: "" };
/** Each person belongs to one board; nobody is on both. */
const visitors: Record<Side, Visitor[]> = { north: [], south: [] };
let presses = 0;

beforeAll(async () => {
  world = webWorld();
  story = await startStory({ world });
  const { read, keep } = story.house.database;
  const { hangings, ...first } = await read.board.findFirstOrThrow({ include: { hangings: true } });
  boards.north = first.id;
  channels.north = world.boardChannel.channel;
  channels.south = (await world.newChannel("south")).channel;
  const staff = (await world.newChannel("south-staff")).channel;
  boards.south = "board-south";
  await keep(async (tx) => {
    await tx.board.update({ where: { id: first.id }, data: { name: markOf.north } });
    // Its calendar begins where the other's did: its first poll is due at once.
    const pollsFrom = story.clock.now();
    await tx.board.create({
      data: { ...first, id: boards.south, name: markOf.south, lastPoll: 0, pollsFrom },
    });
    const [hanging] = hangings;
    if (hanging)
      await tx.hanging.create({
        data: {
          ...hanging,
          id: "hanging-south",
          boardId: boards.south,
          boardChannel: channels.south,
          staffChannel: staff,
        },
      });
  });
  for (const side of sides)
    for (let nth = 0; nth < peopleOf; nth += 1)
      visitors[side].push((await world.person(`${markOf[side]}${nth}`)).visitor);
  await story.house.beat();
});
afterAll(() => story.ends());

const read = () => story.house.database.read;
const openPoll = (side: Side) =>
  read().poll.findFirst({
    where: { boardId: boards[side], state: "open" },
    include: { options: { where: { off: false }, orderBy: { number: "asc" } } },
  });
const other = (side: Side): Side => (side === "north" ? "south" : "north");

/** What the model knows: for each side's open poll, who picked what. */
type Model = Record<Side, Map<number, string[]>>;

async function doIt(it: Deed, model: Model): Promise<Answer> {
  const { side, who } = it;
  const poll = await openPoll(side);
  const b = boards[side];
  const options = poll?.options ?? [];
  const at = (nth: number) => options[nth % Math.max(1, options.length)];
  const act = (does: string, fields?: Incoming["fields"], channel = channels[side]): Promise<Answer> =>
    story.house.bot.answer({
      key: `press-${++presses}`,
      from: fields ? "form" : "button",
      person: visitors[side][who] as Visitor,
      place: { ...world.boardChannel, channel },
      does,
      ...(fields ? { fields } : {}),
    });
  const pollId = poll?.id ?? "none";
  switch (it.kind) {
    case "adds":
      return act(address("idea.save", { b }), { text: `${topics[it.topic]} ${markOf[side]}`, named: "no" });
    case "replies": {
      const post = await read().post.findFirst({ where: { boardId: b, key: `poll:${pollId}:card` } });
      return story.house.bot.replied({
        key: `press-${++presses}`,
        person: visitors[side][who] as Visitor,
        place: { ...world.boardChannel, channel: channels[side] },
        message: `message-${presses}`,
        to: post?.message ?? "none",
        text: `${topics[it.topic]} ${markOf[side]}`,
      });
    }
    case "picks": {
      const chosen = it.choices.flatMap((nth) => at(nth)?.id ?? []);
      const answer = await act(address("poll.pick", { b, poll: pollId }), { chosen });
      if (poll && new Set(chosen).size <= poll.picks) model[side].set(who, [...new Set(chosen)]);
      return answer;
    }
    case "nothing":
      if (poll) model[side].set(who, []);
      return act(address("poll.nothing", { b, poll: pollId }));
    case "takes back":
      model[side].delete(who);
      return act(address("poll.takeback", { b, poll: pollId }));
    case "plan":
      return act(address("outcome.plan", { b }));
    case "status":
      return act(address("poll.status", { b }));
    case "withdraws":
      return act(address("idea.takeback", { b, idea: at(it.nth)?.ideaId ?? "none" }));
    case "pledges":
      return act(address("poll.pledge", { b, poll: pollId, kind: "help" }), {
        chosen: [at(it.nth)?.ideaId ?? ""],
      });
    case "forges":
    case "forges a pick": {
      // Somebody of this board reaches for the other's poll, by its real ids, naming either board.
      const theirs = await openPoll(other(side));
      const named = it.nth % 2 === 0 ? b : boards[other(side)];
      const target = { b: named, poll: theirs?.id ?? "none" };
      const chosen = theirs?.options.map((option) => option.id).slice(0, 1) ?? [];
      // A press in one's own channel that names the other board gives no seat there.
      return it.kind === "forges"
        ? act(address("poll.choose", target))
        : act(address("poll.pick", target), { chosen });
    }
    case "wanders":
      return act(address("poll.choose", { b, poll: pollId }), undefined, "nowhere");
  }
}

const seen = (answer: Answer): string =>
  JSON.stringify(answer.kind === "view" ? answer.view : answer.kind === "form" ? answer.form : "");

async function limitsHold(): Promise<void> {
  for (const side of sides) {
    const boardId = boards[side];
    const open = await read().poll.findMany({ where: { boardId, state: "open", kind: "weekly" } });
    expect(open.length, `${side}: weekly polls that are open`).toBeLessThanOrEqual(1);
    const mine = await read().idea.groupBy({
      by: ["authorId"],
      where: { boardId, state: { in: ["open", "waiting"] } },
      _count: true,
    });
    for (const { _count } of mine) expect(_count, `${side}: open ideas of one person`).toBeLessThanOrEqual(3);
    for (const { id } of open)
      expect(await read().option.count({ where: { pollId: id, off: false } })).toBeLessThanOrEqual(25);
  }
}

describe("two boards, whatever their people do", () => {
  it("see nothing of each other, keep their limits, and count what the model counts", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
        const model: Model = { north: new Map(), south: new Map() };
        for (const it of deeds) {
          const answer = await doIt(it, model);
          expect(seen(answer), `${it.side} sees the other board after: ${it.kind}`).not.toContain(
            markOf[other(it.side)],
          );
          expect(seen(answer), it.kind).not.toContain("Code:");
        }
        await limitsHold();
        const polls = { north: await openPoll("north"), south: await openPoll("south") };
        // The week goes on: both polls close, and the next ones open.
        await story.waits({ days: 7 });
        await story.house.beat();
        for (const side of sides) {
          const poll = polls[side];
          if (!poll) continue;
          const closed = await read().poll.findFirstOrThrow({
            where: { id: poll.id },
            include: { options: true },
          });
          expect(closed.state).toBe("closed");
          expect(closed.voters, `${side}: who took part`).toBe(model[side].size);
          await placesFit(closed.options, [...model[side].values()]);
          for (const option of closed.options) expect(option.text).not.toContain(markOf[other(side)]);
        }
      }),
      { numRuns: 8, seed: 20261207, endOnFailure: true },
    );

    // All that was ever posted: each letter once, and each board's words in its own channels alone.
    const posts = story.world.posts(world.boardChannel);
    for (const post of posts) expect(post.text).not.toContain(markOf.south);
    const southern = world.posts({ ...world.boardChannel, channel: channels.south });
    for (const post of southern) expect(post.text).not.toContain(markOf.north);
    expect(posts.length).toBeGreaterThan(8);
    expect(southern.length).toBeGreaterThan(8);
    const kept = await read().post.findMany({ where: { key: { contains: "poll:" } } });
    const places = kept.map((post) => `${post.key} ${post.channel}`);
    expect(new Set(places).size).toBe(places.length);
    expect(story.log.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  });
});

/** The order of the result is the model's: whoever was picked more stands no lower. */
async function placesFit(
  options: { id: string; off: boolean; place: number | null; won: boolean }[],
  picked: string[][],
): Promise<void> {
  const standing = options.filter((option) => !option.off);
  const countOf = (id: string) => picked.filter((picks) => picks.includes(id)).length;
  for (const one of standing) {
    const better = standing.filter((two) => countOf(two.id) > countOf(one.id)).length;
    expect(one.place).toBe(better + 1);
    if (one.won) expect(countOf(one.id)).toBeGreaterThan(0);
  }
}
