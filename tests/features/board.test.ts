import { afterEach, describe, expect, it } from "vitest";
import { limits } from "../../src/bot/limits.ts";
import { codeFrom } from "../../src/features/board/code.ts";
import { mostDates, readDates, writeDates } from "../../src/features/board/dates.ts";
import { board } from "../../src/features/board/feature.ts";
import {
  addForm,
  asksForm,
  countsForm,
  hangForm,
  placesForm,
  quietForm,
  staffForm,
} from "../../src/features/board/forms.ts";
import { aimOf, kindOf, whyOf } from "../../src/features/board/letters.ts";
import { nextFree } from "../../src/features/board/next.ts";
import {
  changesBetween,
  checkChannels,
  checkName,
  checkOpening,
  decideStaff,
  readTimeZone,
  type Settings,
  startsAfresh,
} from "../../src/features/board/rules.ts";
import type { Board } from "../../src/people/people.ts";
import { monday, type Story, startStory } from "../support/story.ts";
import { webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

const quiet = { timeZone: "Europe/London", quietFrom: 20, quietTo: 8 };
const settings: Settings = {
  ...quiet,
  name: "Our Voices",
  weekday: 1,
  hour: 16,
  openHours: 120,
  nation: "england",
  winners: 1,
  ballotMode: "secret",
  ideaNaming: "unnamed",
  daysOff: [],
};
const hanging = {
  id: "h",
  boardId: "b",
  platform: "discord",
  workspace: "guild",
  boardChannel: "1",
  staffChannel: "2",
  staffRoles: "7 8",
  staffPeople: "9",
  staffByChannel: false,
  leadPeople: "9 10",
  state: "ok",
};
const aBoard = {
  ...settings,
  id: "abcdefghijkl",
  language: "en",
  stage: "practice",
  lastPoll: 0,
  pollsFrom: monday,
  createdAt: monday,
  hangings: [hanging],
  skips: [{ boardId: "b", dates: "2026-12-21/2027-01-03" }],
} as Board;

describe("what a board may be", () => {
  it("has a name that is neither empty, nor too long, nor a way to reach somebody", () => {
    expect(checkName("  Our Voices ")).toEqual({ ok: true, value: "Our Voices" });
    expect(checkName("   ")).toEqual({ ok: false, reason: "no-name" });
    expect(checkName("a".repeat(41))).toEqual({ ok: false, reason: "long-name" });
    expect(checkName("Ring 07700 900123")).toEqual({ ok: false, reason: "contact-in-name" });
    expect(checkName("Hi @everyone")).toEqual({ ok: false, reason: "contact-in-name" });
  });

  it("has a channel of its own, and a staff channel that young people are not in", () => {
    const others = [{ boardChannel: "a", staffChannel: "s" }];
    const check = (boardChannel: string, staffChannel: string) =>
      checkChannels({ boardChannel, staffChannel }, others);
    expect(check("b", "s").ok, "staff may look after several boards in one channel").toBe(true);
    expect(check("b", "b")).toEqual({ ok: false, reason: "same-channel" });
    expect(check("a", "t")).toEqual({ ok: false, reason: "taken" });
    expect(check("s", "t")).toEqual({ ok: false, reason: "is-staff-channel" });
    expect(check("b", "a")).toEqual({ ok: false, reason: "is-board-channel" });
  });

  it("never makes everyone staff by Discord's role of everyone", () => {
    const at = { hasRoles: true, workspace: "guild" };
    expect(decideStaff({ roles: ["guild"], people: [], leads: [] }, at)).toEqual({
      ok: false,
      reason: "everyone",
    });
    expect(decideStaff({ roles: ["7"], people: ["9", "9"], leads: ["9"] }, at)).toEqual({
      ok: true,
      value: { staffRoles: "7", staffPeople: "9", staffByChannel: false, leadPeople: "9" },
    });
  });

  it("without roles, staff are those named or everyone in the staff channel", () => {
    const at = { hasRoles: false, workspace: "T1" };
    const decide = (people: string[], by?: "channel" | "name") =>
      decideStaff({ roles: ["forged"], people, leads: [], by }, at);
    expect(decide([])).toMatchObject({ value: { staffByChannel: true, staffRoles: "" } });
    expect(decide(["sam"])).toMatchObject({ value: { staffByChannel: false, staffPeople: "sam" } });
    expect(decide(["sam"], "channel")).toMatchObject({ value: { staffByChannel: true, staffPeople: "" } });
    expect(decide([], "name")).toEqual({ ok: false, reason: "name-somebody" });
  });

  it("opens no poll in quiet time", () => {
    expect(checkOpening(19, quiet).ok).toBe(true);
    expect(checkOpening(20, quiet)).toEqual({ ok: false, reason: "quiet-opening" });
    expect(checkOpening(7, quiet).ok).toBe(false);
    expect(checkOpening(8, quiet).ok).toBe(true);
    expect(checkOpening(3, { ...quiet, quietFrom: 8 }).ok, "no quiet time at all").toBe(true);
  });

  it("reads a time zone as people write it", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    expect(readTimeZone("europe/london", zones)).toEqual({ ok: true, value: "Europe/London" });
    expect(readTimeZone("New York", zones)).toEqual({ ok: true, value: "America/New_York" });
    for (const wrong of ["", "Mars", "GMT+25", "Europe"])
      expect(readTimeZone(wrong, zones).ok, wrong).toBe(false);
  });
});

describe("days off as people write them", () => {
  it("reads days and spans, on lines or in one line, sorted and once", () => {
    const read = readDates(
      "2027-02-15 to 2027-02-19\n2026-12-21/2027-01-03, 2026-5-4\n2026-05-04 to 2026-05-04",
    );
    expect(read).toEqual({
      ok: true,
      value: ["2026-05-04", "2026-12-21/2027-01-03", "2027-02-15/2027-02-19"],
    });
    expect(readDates("2026-12-21 2026-12-24 to 2026-12-31")).toMatchObject({
      value: ["2026-12-21", "2026-12-24/2026-12-31"],
    });
    expect(readDates(" \n ")).toEqual({ ok: true, value: [] });
  });

  it("says no to what it cannot read, and to a span that runs backwards", () => {
    for (const wrong of [
      "soon",
      "2026-02-30",
      "2026-12-21 to",
      "21/12/2026",
      "2026-12-2100",
      "2026-12-21 to 2026-12-24 to 2026-12-28",
    ])
      expect(readDates(wrong), wrong).toEqual({ ok: false, reason: "dates" });
    expect(readDates("2027-01-03 to 2026-12-21")).toEqual({ ok: false, reason: "backwards" });
    const many = Array.from(
      { length: mostDates + 1 },
      (_, at) =>
        `2026-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + Math.floor(at / 12)).padStart(2, "0")}`,
    );
    expect(readDates(many.join("\n"))).toEqual({ ok: false, reason: "too-many-dates" });
  });

  it("writes them as it reads them", () => {
    const dates = ["2026-05-04", "2026-12-21/2027-01-03"];
    expect(readDates(writeDates(dates))).toEqual({ ok: true, value: dates });
  });
});

describe("what a change means", () => {
  it("names what differs, and begins the calendar afresh only where the rhythm is another", () => {
    const after = { ...settings, hour: 17, daysOff: ["2026-12-21"] };
    expect(changesBetween(settings, after)).toEqual([
      { setting: "hour", from: "16", to: "17" },
      { setting: "daysOff", from: "", to: "2026-12-21" },
    ]);
    expect(changesBetween(settings, settings)).toEqual([]);
    expect(startsAfresh(changesBetween(settings, after))).toBe(true);
    expect(startsAfresh(changesBetween(settings, { ...settings, winners: 2, name: "Other" }))).toBe(false);
  });

  it("promises no poll in a week that had one, nor while one is open", () => {
    const rhythm = { ...settings, hour: 18, nation: "none" as const, skipDates: [] };
    const next = (had: string[], openUntil?: Date) =>
      nextFree(rhythm, { had, openUntil, now: monday })?.toISOString();
    expect(next([])).toBe("2026-12-07T18:00:00.000Z");
    expect(next(["2026-12-07"])).toBe("2026-12-14T18:00:00.000Z");
    expect(next([], new Date("2026-12-12T16:00:00Z"))).toBe("2026-12-14T18:00:00.000Z");
  });
});

describe("a letter that did not arrive", () => {
  it("is called what it was, from its key alone", () => {
    const kinds = [
      "poll:7:card@h",
      "poll:7:result@h",
      "poll:7:remind:p",
      "outcome:3:ask@h",
      "outcome:3:told@h",
      "welcome:h:1@h",
      "x",
    ].map(kindOf);
    expect(kinds).toEqual(["poll", "result", "reminder", "ask", "told", "welcome", "other"]);
  });

  it("says for whom it was and why it failed", () => {
    const to = (kind: string, channel: string | null) =>
      aimOf({ kind, platform: "discord", channel }, aBoard);
    expect([to("post", "1"), to("post", "2"), to("post", "3"), to("tell", null)]).toEqual([
      "board",
      "staff",
      "other",
      "person",
    ]);
    expect([whyOf("forbidden"), whyOf("gone"), whyOf("no door"), whyOf("uncertain"), whyOf(null)]).toEqual([
      "forbidden",
      "gone",
      "no-door",
      "later",
      "later",
    ]);
  });
});

describe("the forms", () => {
  const all = [true, false].flatMap((roles) => [
    addForm("Our Voices", roles),
    hangForm(roles),
    placesForm(aBoard, hanging, {}),
    staffForm(aBoard, hanging, {}, roles),
    asksForm(aBoard, {}),
    quietForm(aBoard, {}),
    countsForm(aBoard, {}),
  ]);

  it("fit both platforms", () => {
    for (const form of all) {
      expect(form.title.length, form.title).toBeLessThanOrEqual(limits.formTitle);
      expect(form.fields.length, form.title).toBeLessThanOrEqual(limits.formFields);
      for (const field of form.fields) {
        if (field.kind === "note") continue;
        expect(field.label.length, field.label).toBeLessThanOrEqual(limits.fieldLabel);
        expect((field.hint ?? "").length, field.hint).toBeLessThanOrEqual(limits.fieldHint);
        if (field.kind === "choice") {
          expect(field.choices.length).toBeLessThanOrEqual(limits.menuChoices);
          expect(field.choices.filter((choice) => choice.chosen)).toHaveLength(1);
        }
      }
    }
  });

  it("send to an action that is there", () => {
    for (const { does } of all) expect(Object.keys(board.actions)).toContain(does.split(/[.?]/)[1]);
  });

  it("offer roles on Discord alone", () => {
    const kinds = (roles: boolean) => addForm("", roles).fields.map((field) => field.kind);
    expect(kinds(true)).toContain("role");
    expect(kinds(false)).not.toContain("role");
  });
});

describe("a code", () => {
  it("is short, readable, and another one for each random id", () => {
    expect(codeFrom("abc")).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    expect(codeFrom("abc")).not.toBe(codeFrom("abd"));
  });
});

describe("setting a board up", () => {
  let story: Story | undefined;
  afterEach(async () => {
    await story?.ends();
    story = undefined;
  });

  async function begin(noBoard: boolean) {
    const world = webWorld();
    story = await startStory({ world, noBoard });
    const sam = await world.person("Sam", { staff: true });
    return { world, story, sam };
  }

  async function setsUp(sam: Someone, values: Record<string, string | string[]> = {}) {
    await sam.commands("setup");
    await sam.presses("New board");
    await sam.fills({ name: "Our Voices", boardChannel: "board", staffChannel: "staff", ...values });
  }

  it("takes a manager one form, and the welcome card hangs in the board's channel", async () => {
    const { world, story, sam } = await begin(true);
    await setsUp(sam);
    expect(sam.sees()?.text).toContain("Our Voices is ready to practise.");
    expect(sam.sees()?.text).toContain("The next poll opens on Monday 14 December at 4pm.");
    await story.settles();
    const [card] = world.posts(world.boardChannel);
    expect(card?.text).toContain("I'm a bot, not a person.");
    expect(card?.buttons).toEqual(["Take part", "Get help"]);

    await sam.presses("Back to set-up");
    expect(sam.sees()?.text).toContain("A poll opens: every Monday at 4pm");
    expect(sam.sees()?.text).toContain("Staff: everyone in the staff channel");
    expect(sam.sees()?.text).toContain("No safeguarding lead is named.");
    expect(sam.sees()?.text).toContain("This board is in practice.");
    expect(sam.sees()?.text).toContain("counts twice");
  });

  it("the new board asks when it said it would", async () => {
    const { story, sam } = await begin(true);
    await setsUp(sam);
    await story.waits({ days: 7 });
    expect(story.finds("What would you like to do").text).toContain("four weeks");
  });

  it("young people are told whom to ask, and nothing is made for them", async () => {
    const { world, story } = await begin(true);
    const amina = await world.person("Amina");
    await amina.commands("setup");
    expect(amina.sees()?.text).toContain("Set-up is for people who run this server");
    expect(amina.sees()?.buttons).toEqual([]);
    await amina.forges("board.add");
    expect(amina.seesForm()).toBeUndefined();
    await amina.forges("board.added");
    expect(await story.house.database.read.board.count()).toBe(0);
    expect(await story.house.database.read.member.count()).toBe(0);
  });

  it("a second board in the same channel is refused, and the name is not lost", async () => {
    const { story, sam } = await begin(true);
    await setsUp(sam);
    await sam.forges("board.setup?list=yes");
    expect(sam.sees()?.buttons).toEqual(["Our Voices", "New board"]);
    await sam.presses("New board");
    await sam.fills({ name: "Second", boardChannel: "board", staffChannel: "staff" });
    expect(sam.sees()?.text).toContain("Another board hangs in that board channel.");
    await sam.presses("Try again");
    expect(sam.seesForm()?.fields[0]).toMatchObject({ name: "name", value: "Second" });
    expect(await story.house.database.read.board.count()).toBe(1);
  });

  it("a manager who sets up does not become a young member of the board", async () => {
    const { story, sam } = await begin(true);
    await setsUp(sam);
    await sam.commands("setup");
    expect(await story.house.database.read.member.count()).toBe(0);
  });

  it("an unknown time zone and an opening in quiet time are refused kindly, with the form filled in again", async () => {
    const { story, sam } = await begin(false);
    await sam.commands("setup");
    await sam.presses("When it asks");
    await sam.fills({ weekday: "4", hour: "17", timeZone: "Atlantis" });
    expect(sam.sees()?.text).toContain("Write it like Europe/London.");
    await sam.presses("Try again");
    const value = (name: string) => sam.seesForm()?.fields.find((field) => field.name === name)?.value;
    expect([value("weekday"), value("hour"), value("timeZone")]).toEqual(["4", "17", "Atlantis"]);
    await sam.fills({ timeZone: "London", hour: "21" });
    expect(sam.sees()?.text).toContain("would open in quiet time");
    await sam.presses("Try again");
    await sam.fills({ hour: "17" });
    expect(sam.sees()?.text).toContain("A poll opens: every Thursday at 5pm");
    // Monday's poll is open until Saturday, so this week's Thursday is not the next one.
    expect(sam.sees()?.text).toContain("The next poll opens on Thursday 17 December at 5pm.");
    const { read } = story.house.database;
    const audits = await read.audit.findMany({ where: { what: "board.changed" } });
    expect(audits.map((it) => it.why)).toEqual(["weekday: 1 → 4; hour: 16 → 17"]);
    expect(audits[0]?.personId).toBeTruthy();
  });

  it("a week off is shown back in words, and no poll opens in it", async () => {
    const { story, sam } = await begin(false);
    await sam.commands("setup");
    await sam.presses("Quiet time and weeks off");
    await sam.fills({ daysOff: "2026-12-14 to 2026-12-20\n2026-12-21", quietFrom: "21" });
    expect(sam.sees()?.text).toContain(
      "Monday 14 December 2026 to Sunday 20 December 2026; Monday 21 December 2026",
    );
    expect(sam.sees()?.text).toContain("Quiet time: 9pm to 8am");
    // 28 December is a bank holiday in England in 2026: Boxing Day is on a Saturday.
    expect(sam.sees()?.text).toContain("The next poll opens on Monday 4 January at 4pm.");
    await sam.presses("Back to set-up");
    await sam.presses("Quiet time and weeks off");
    expect(sam.seesForm()?.fields.at(-1)?.value).toBe("2026-12-14 to 2026-12-20\n2026-12-21");
    await sam.fills({ daysOff: "21st of December" });
    expect(sam.sees()?.text).toContain("I can't read those days.");
    expect(await story.house.database.read.skipDate.count()).toBe(2);
  });

  it("named picks wait for the next poll", async () => {
    const { story, sam } = await begin(false);
    await sam.commands("setup");
    await sam.presses("How it counts");
    await sam.fills({ ballotMode: "named", winners: "2" });
    expect(sam.sees()?.text).toContain("Winners and picks change with the next poll.");
    const { read } = story.house.database;
    expect(await read.board.findFirst()).toMatchObject({ ballotMode: "named", winners: 2 });
    expect(await read.poll.findFirst()).toMatchObject({ state: "open", mode: "secret", winners: 1 });
  });

  it("a board that moves to another channel greets it, and takes its open poll along", async () => {
    const { world, story, sam } = await begin(false);
    const lounge = await world.newChannel("lounge");
    await sam.commands("setup");
    await sam.presses("Name and channels");
    await sam.fills({ name: "Loud Voices", boardChannel: "lounge" });
    expect(sam.sees()?.text).toContain("Name: Loud Voices");
    await story.settles();
    expect(world.posts(lounge).map((post) => post.buttons)).toEqual([
      ["Take part", "Get help"],
      ["Choose", "Add my idea", "Get help"],
    ]);
    await sam.presses("Back to set-up");
    await sam.presses("Name and channels");
    await sam.fills({ staffChannel: "lounge" });
    expect(sam.sees()?.text).toContain("need two channels");
  });

  it("who is staff changes at once", async () => {
    const { world, story, sam } = await begin(false);
    const ben = await world.person("Ben");
    await ben.forges(`board.setup?b=${story.boardId}`);
    expect(ben.sees()?.text).toContain("Set-up is for people who run");
    await sam.commands("setup");
    await sam.presses("Who is staff");
    await sam.fills({ by: "name", people: [] });
    expect(sam.sees()?.text).toContain("Name at least one person");
    await sam.presses("Try again");
    await sam.fills({ by: "name", people: [ben.visitor.id], leads: [ben.visitor.id] });
    await ben.forges(`board.setup?b=${story.boardId}`);
    expect(ben.sees()?.text).toContain("Staff: Ben");
    expect(ben.sees()?.text).toContain("Safeguarding lead and deputy: Ben");
    expect(ben.sees()?.text).not.toContain("No safeguarding lead");
  });

  it("somebody who runs another server is shown and may change nothing", async () => {
    const { story, sam } = await begin(false);
    const stranger = { ...sam.visitor, workspace: "elsewhere", id: "eve", manages: true };
    const place = { platform: "web" as const, workspace: "elsewhere", channel: "x" };
    const act = (does: string, fields?: Record<string, string>) =>
      story.house.bot.answer({ key: does, from: "button", person: stranger, place, does, fields });
    const seen = JSON.stringify([
      await act("board.setup"),
      await act("board.setup?list=yes"),
      await act(`board.setup?b=${story.boardId}`),
      await act(`board.places?b=${story.boardId}`),
      await act(`board.link?b=${story.boardId}`),
      await act(`board.countsSet?b=${story.boardId}`, {
        winners: "3",
        ballotMode: "named",
        ideaNaming: "named",
      }),
    ]);
    expect(seen).not.toContain("Our Voices");
    expect(seen).not.toContain('"form"');
    expect(await story.house.database.read.board.findFirst()).toMatchObject({
      winners: 1,
      ballotMode: "secret",
    });
  });

  it("a member who runs another server has no say in this board there", async () => {
    const { story, world } = await begin(false);
    const amina = await world.person("Amina");
    await amina.forges(`welcome.join?b=${story.boardId}`);
    // The same account, as Discord has it, on a server of her own.
    await story.house.database.keep((tx) =>
      tx.hanging.updateMany({ data: { platform: "discord", workspace: "first" } }),
    );
    await story.house.database.keep((tx) =>
      tx.identity.updateMany({ data: { platform: "discord", workspace: "" } }),
    );
    const person = { ...amina.visitor, platform: "discord" as const, workspace: "hers", manages: true };
    const place = { platform: "discord" as const, workspace: "hers", channel: "x" };
    const answer = await story.house.bot.answer({
      key: "a",
      from: "command",
      person,
      place,
      does: "board.setup",
    });
    expect(JSON.stringify(answer)).not.toContain("Our Voices");
    const counts = await story.house.bot.answer({
      key: "c",
      from: "button",
      person,
      place,
      does: "board.counts",
    });
    expect(counts.kind).toBe("view");
  });

  it("a code from the first platform hangs the board on a second one, once and within the hour", async () => {
    const { world, story, sam } = await begin(false);
    await sam.forges(`board.link?b=${story.boardId}`);
    const code = sam.sees()?.text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";
    expect(code).not.toBe("");
    const { read } = story.house.database;
    expect(JSON.stringify(await read.setting.findMany())).not.toContain(code);

    const person = {
      ...sam.visitor,
      platform: "discord" as const,
      workspace: "guild",
      id: "77",
      manages: true,
    };
    const place = { platform: "discord" as const, workspace: "guild", channel: "x" };
    let key = 0;
    const act = (does: string, fields?: Record<string, string | string[]>) =>
      story.house.bot.answer({ key: `d${key++}`, from: "form", person, place, does, fields });
    const list = JSON.stringify(await act("board.setup"));
    expect(list).toContain("Hang an existing board here");
    expect(list).not.toContain("Our Voices");
    const hangs = (typed: string) =>
      act("board.hung", {
        code: typed,
        boardChannel: "b1",
        staffChannel: "s1",
        roles: ["r1"],
        leads: ["77"],
      });
    expect(JSON.stringify(await hangs("ABCD-2345"))).toContain("That code is not right");
    expect(JSON.stringify(await hangs(code.toLowerCase().replace("-", " ")))).toContain("hangs here now");
    expect(JSON.stringify(await hangs(code))).toContain("That code is not right");
    expect(await read.hanging.findMany({ where: { platform: "discord" } })).toMatchObject([
      { workspace: "guild", boardChannel: "b1", staffRoles: "r1", leadPeople: "77", staffByChannel: false },
    ]);
    // The welcome card is for the new place alone.
    await story.settles();
    const letters = await read.letter.findMany({ where: { key: { startsWith: "welcome:" } } });
    expect(letters.map(({ platform, channel }) => [platform, channel])).toEqual([["discord", "b1"]]);
    expect(world.posts(world.boardChannel).filter((post) => post.buttons.includes("Take part"))).toEqual([]);
    expect(JSON.stringify(await act("board.setup"))).toContain("Our Voices");

    await sam.forges(`board.link?b=${story.boardId}`);
    const late = sam.sees()?.text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";
    await story.waits({ hours: 1, minutes: 1 });
    expect(JSON.stringify(await hangs(late))).toContain("its hour is over");
  });

  it("staff hear what did not arrive, mend it, and have it tried again", async () => {
    const { world, story, sam } = await begin(false);
    world.deleteChannel("board");
    const { keep, read } = story.house.database;
    const send = () =>
      story.house.tools.keep((tx) =>
        story.house.tools.send(tx, {
          to: "board",
          key: "welcome:x:board",
          board: story.boardId,
          draws: "welcome.card",
        }),
      );
    await send();
    await story.waits({ hours: 26 });
    expect(story.finds("did not arrive", "staff").text).toContain("My welcome card for the board channel");
    expect(story.finds("did not arrive", "staff").text).toContain("The channel is gone, or I was removed.");
    await sam.commands("setup", world.staffChannel);
    expect(sam.sees()?.text).toContain("Did not arrive this week");

    await world.newChannel("board");
    await sam.presses("Try again", story.finds("did not arrive", "staff"));
    expect(sam.sees()?.text).toContain("I try again within a minute.");
    await story.settles();
    expect(world.posts(world.boardChannel).some((post) => post.buttons.includes("Take part"))).toBe(true);
    await sam.presses("Try again", story.finds("did not arrive", "staff"));
    expect(sam.sees()?.text).toContain("on its way, or has arrived");

    const letter = await read.letter.findFirstOrThrow({ where: { key: { startsWith: "welcome:x" } } });
    await keep((tx) => tx.letter.update({ where: { id: letter.id }, data: { state: "given-up" } }));
    const amina = await world.person("Amina");
    await amina.forges(`board.resend?b=${story.boardId}&letter=${letter.id}`);
    expect(amina.sees()?.text).toContain("for workers");
    expect(await read.letter.findUnique({ where: { id: letter.id } })).toMatchObject({ state: "given-up" });
  });

  it("forms that nobody could have filled in like this change nothing", async () => {
    const { story, sam } = await begin(false);
    const before = await story.house.database.read.board.findFirst();
    const b = story.boardId;
    let key = 0;
    const act = (does: string, fields: Record<string, string | string[]>) =>
      story.house.bot.answer({
        key: `f${key++}`,
        from: "form",
        person: sam.visitor,
        place: story.world.boardChannel,
        does: `${does}?b=${b}`,
        fields,
      });
    await act("board.asksSet", { weekday: "8", hour: "16", openHours: "120", timeZone: "Europe/London" });
    await act("board.asksSet", { weekday: "1", hour: "", openHours: "120", timeZone: "Europe/London" });
    await act("board.asksSet", { weekday: "1", hour: "16", openHours: "20", timeZone: "Europe/London" });
    await act("board.quietSet", { quietFrom: "24", quietTo: "8", nation: "england", daysOff: "" });
    await act("board.quietSet", { quietFrom: "20", quietTo: "8", nation: "france", daysOff: "" });
    await act("board.countsSet", { winners: "4", ballotMode: "secret", ideaNaming: "unnamed" });
    await act("board.staffSet", { by: "name", people: ["a b"], leads: [] });
    await act("board.placesSet", { name: "X", boardChannel: "", staffChannel: "staff" });
    expect(await story.house.database.read.board.findFirst()).toEqual(before);
    expect(await story.house.database.read.audit.count()).toBe(0);
  });
});
