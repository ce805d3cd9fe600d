/** Section 4 of issue 2, where letters leave: Discord and Slack ask to wait, fail, or do it and lose the answer. Posted once. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscordWorld } from "../support/discord/world.ts";
import { botUser } from "../support/slack/state.ts";
import { slackWorld } from "../support/slack/world.ts";
import { type Story, startStory } from "../support/story.ts";
import type { Shown, Someone, World } from "../support/world.ts";
import { adds, linesWith, picks, question } from "./ledger.ts";

type Trouble =
  | "asks to wait"
  | "has an error"
  | "breaks the line"
  | "does it and loses the answer"
  | "refuses";

/** A world whose next posts to a channel go wrong. */
type Troubled = {
  world: World;
  next(trouble: Trouble, times?: number): void;
  tries(): number;
  clear(): void;
};

async function onDiscord(): Promise<Troubled> {
  const world = await openDiscordWorld({ patience: { request: 2_000, rateLimit: 50 } });
  const posting = new RegExp(`^POST .*/channels/${world.boardChannel.channel}/messages`);
  const { faults } = world.discord;
  return {
    world,
    next(trouble, times = 1) {
      const kinds = {
        "asks to wait": { kind: "limited", seconds: 90 },
        "has an error": { kind: "status", status: 503 },
        "breaks the line": { kind: "broken" },
        "does it and loses the answer": { kind: "answer-lost" },
        refuses: { kind: "refused", status: 403, code: 50_013 },
      } as const;
      // discord.js tries once more by itself after an error, so that one is two requests.
      faults.next(
        kinds[trouble],
        posting,
        trouble === "has an error" || trouble === "breaks the line" ? times * 2 : times,
      );
    },
    clear: () => faults.clear(),
    tries: () => world.discord.calls.filter((call) => posting.test(`${call.method} ${call.path}`)).length,
  };
}

async function onSlack(): Promise<Troubled> {
  const world = await slackWorld();
  const { faults, calls, state } = world.slack;
  const members = () => state.channels.get(world.boardChannel.channel)?.members;
  return {
    world,
    next(trouble, times = 1) {
      const kinds = {
        "asks to wait": { kind: "rate-limited", retryAfterSeconds: 90 },
        "has an error": { kind: "status", status: 503 },
        "breaks the line": { kind: "cut" },
        "does it and loses the answer": { kind: "lost" },
      } as const;
      if (trouble === "refuses") return void members()?.delete(botUser);
      // At the close two posts leave at once, the result and the staff's card, and the server can't tell them apart.
      faults.next("chat.postMessage", kinds[trouble], times * 2);
    },
    clear: () => void members()?.add(botUser),
    tries: () => calls.filter((call) => call.method === "chat.postMessage").length,
  };
}

const troubled = { Discord: onDiscord, Slack: onSlack };

describe.each(["Discord", "Slack"] as const)("on %s", (name) => {
  let story: Story;
  let here: Troubled;
  let sam: Someone;

  beforeEach(async () => {
    here = await troubled[name]();
    story = await startStory({ world: here.world });
    const amina = await here.world.person("Amina");
    sam = await here.world.person("Sam", { staff: true });
    for (const person of [amina, sam]) {
      await person.commands("plan");
      if (name === "Slack") {
        await person.presses("Yes, I am");
        await person.commands("plan");
      }
    }
    await adds(amina, "Ice skating");
    await picks(amina, ["Ice skating"], story.finds(question));
    await story.settles();
  });
  afterEach(async () => {
    const broken = story.world.violations();
    await story.ends();
    expect(broken).toEqual([]);
  });

  const results = () =>
    here.world.posts(here.world.boardChannel).filter((post) => post.text.includes("Here is what you chose"));
  const letter = async () => {
    const { read } = story.house.database;
    return read.letter.findFirstOrThrow({ where: { key: { contains: ":result@" } } });
  };
  /** To the hour of the close and not a minute further. */
  const toTheClose = () => story.waits({ days: 5 });

  it.each(["has an error", "breaks the line", "does it and loses the answer"] as const)(
    "it %s: the result is tried again and stands once",
    async (trouble) => {
      here.next(trouble);
      await toTheClose();
      await story.waits({ minutes: 5 });
      expect(results()).toHaveLength(1);
      expect(await letter()).toMatchObject({ state: "sent", mayHaveArrived: false });
      await story.waits({ days: 1 });
      expect(results()).toHaveLength(1);
      expect(linesWith(story, "A letter was not delivered.")).toBeGreaterThan(0);
    },
  );

  it("it does it and loses the answer three times in a row, and still the post stands once", async () => {
    here.next("does it and loses the answer", 3);
    await toTheClose();
    await story.waits({ hours: 1 });
    expect(results()).toHaveLength(1);
    expect((await letter()).state).toBe("sent");
  });

  it("Sayso is stopped while a post is on its way: after the start it looks first, and posts nothing twice", async () => {
    here.next("does it and loses the answer");
    await toTheClose();
    // As a process that ended between the sending and the noting would leave it.
    await story.house.database.keep((tx) =>
      tx.letter.updateMany({
        where: { key: { contains: ":result@" } },
        data: { state: "waiting", mayHaveArrived: true, claimedUntil: null, sentAt: null },
      }),
    );
    await story.restarts();
    await story.waits({ minutes: 5 });
    expect(results()).toHaveLength(1);
  });

  it("it asks to wait 90 seconds: nobody asks again before that", async () => {
    here.next("asks to wait");
    await toTheClose();
    expect(results()).toHaveLength(0);
    const { notBefore } = await letter();
    expect(notBefore.getTime() - story.clock.now().getTime()).toBeGreaterThan(80_000);
    const asked = here.tries();
    await story.waits({ minutes: 1 });
    expect(here.tries()).toBe(asked);
    expect((await letter()).attempts).toBe(1);
    // discord.js keeps its own watch of the real time, so it must begin afresh here.
    await story.restarts();
    await story.waits({ minutes: 1 });
    expect(results()).toHaveLength(1);
  });

  /** What Sam was told of the lost result. The same limiter can hold this message up, too: then it comes a little later. */
  async function toldToSam(): Promise<Shown[]> {
    const lost = () =>
      sam.inbox().filter((message) => message.text.includes("A result for the board channel"));
    for (let wait = 0; wait < 12 && lost().length === 0; wait += 1) await story.waits({ minutes: 10 });
    return lost();
  }

  it("it refuses for a day: the result is given up, Sam is told privately and in words, and can have it tried again", async () => {
    here.next("refuses", 400);
    await toTheClose();
    await story.waits({ days: 1, hours: 2 });
    expect(results()).toHaveLength(0);
    expect((await letter()).state).toBe("given-up");
    const told = await toldToSam();
    expect(told.map((message) => message.text)).toEqual([
      // A day of tries within a second also meets discord.js's own limiter, and the last try names the reason.
      expect.stringMatching(/I am not allowed to post there\. Run set-up|did not take it for a day/),
    ]);
    expect(linesWith(story, "A letter was not delivered.")).toBeGreaterThan(10);
    here.clear();
    await sam.presses("Try again", told[0]);
    await story.waits({ minutes: 2 });
    expect(results()).toHaveLength(1);
    // On Slack the button is gone with the press; on Discord it still stands there.
    if (name === "Slack") return;
    await sam.presses("Try again", told[0]);
    expect(sam.sees()?.text).toContain("Nothing more to do.");
    await story.waits({ minutes: 2 });
    expect(results()).toHaveLength(1);
  });
});
