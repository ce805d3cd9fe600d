/**
 * Secret ballots, as somebody would attack them who holds a copy of the database or the log, but not the key.
 *
 * What remains, honestly. Until the next beat (a minute at most) the newest ballots lie where they came, also in the
 * write-ahead log. Two copies taken at different times show which ballots came between. PostgreSQL keeps rows that were
 * deleted in its pages and its own log until it cleans up. Whoever has the key and the database can count before the
 * close; whoever runs the server could look on. That somebody got no reminder, because they had chosen, cannot be read;
 * that they pledged can, since pledges are no ballots. Exports come with another issue and will leave ballots out.
 */
import { createHash, createHmac } from "node:crypto";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { voterKey } from "../../src/features/poll/secret.ts";
import { openVault } from "../../src/vault.ts";
import { adds, picks, question } from "../faults/ledger.ts";
import { postgresql } from "../support/database.ts";
import { type Story, startStory } from "../support/story.ts";
import { type WebWorld, webWorld } from "../support/web/world.ts";
import type { Someone } from "../support/world.ts";

const names = ["Zainab", "Yusuf", "Xenia", "Winston", "Violet", "Ursula", "Tariq", "Saoirse"];
const ideas = ["Ice skating", "Bowling alley", "Film night"];
/** The house's key in stories. An attacker does not have it; the test does, to know what is true. */
const vault = openVault(Buffer.alloc(32, 7));

let world: WebWorld;
let story: Story;
let people: Someone[];

beforeEach(async () => {
  world = webWorld();
  story = await startStory({ world });
  const author = await world.person("Amina");
  for (const idea of ideas) await adds(author, idea);
  await story.settles();
  people = await Promise.all(names.map((name) => world.person(name)));
});
afterEach(() => story.ends());

const db = () => story.house.database.read;

/** Everybody comes for the first time, one after the other, and chooses something. */
async function everybodyChooses(): Promise<void> {
  for (const [index, person] of people.entries())
    await picks(person, [ideas[index % ideas.length] ?? ""], story.finds(question));
}

/** What only the key can tell: each person's voter key, in the order in which they came. */
async function voterKeys(): Promise<string[]> {
  const { secret } = await db().poll.findFirstOrThrow();
  if (!secret) throw new Error("The poll has no secret any more.");
  const members = await db().member.findMany();
  return names.map((name) => {
    const member = members.find((it) => it.calledName === name);
    return voterKey(vault, secret, member?.personId ?? "");
  });
}

/** The bytes of a copy of the file and of its write-ahead log. */
function copied(): { file: Buffer; log: Buffer } {
  const file = story.database.replace(/^file:/, "");
  copyFileSync(file, `${file}.stolen`);
  const log = `${file}-wal`;
  return { file: readFileSync(`${file}.stolen`), log: existsSync(log) ? readFileSync(log) : Buffer.alloc(0) };
}

/** In which order the ballots lie: by their bytes in a SQLite file, by PostgreSQL's own places. */
async function orderOfRows(keys: string[]): Promise<number[]> {
  if (postgresql) {
    const rows = await db().$queryRawUnsafe<{ voterKey: string }[]>(
      `SELECT "voterKey" FROM "Ballot" ORDER BY ctid`,
    );
    return rows.map((row) => keys.indexOf(row.voterKey));
  }
  const { file } = copied();
  return keys
    .map((key, index) => ({ index, at: file.lastIndexOf(key) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => other.at - one.at)
    .map(({ index }) => index);
}

const arrival = names.map((_, index) => index);
const isTheirs = (order: number[]) =>
  [arrival, arrival.toReversed()].some((known) => JSON.stringify(known) === JSON.stringify(order));

describe("a copy of the database, taken while the poll is open", () => {
  it("rows lie in an order of chance, in the table and in the bytes, after the next beat", async () => {
    await everybodyChooses();
    await story.house.database.scrub();
    const keys = await voterKeys();
    // The attack works: before the beat the bytes tell who came when.
    expect(isTheirs(await orderOfRows(keys))).toBe(true);

    await story.waits({ minutes: 1 });
    expect((await orderOfRows(keys)).toSorted()).toEqual(arrival);
    expect(isTheirs(await orderOfRows(keys))).toBe(false);
    const byId = await db().ballot.findMany({ orderBy: { id: "asc" } });
    expect(isTheirs(byId.map((ballot) => keys.indexOf(ballot.voterKey)))).toBe(false);
  });

  it.skipIf(postgresql)("the write-ahead log holds no ballot after the next beat", async () => {
    await everybodyChooses();
    const keys = await voterKeys();
    expect(keys.filter((key) => copied().log.includes(key))).not.toEqual([]);
    await story.waits({ minutes: 1 });
    expect(keys.filter((key) => copied().log.includes(key))).toEqual([]);
  });

  it("everybody's vote stands as they chose it, however often it is mixed", async () => {
    await everybodyChooses();
    for (const more of [1, 2, 3]) {
      await story.waits({ minutes: 1 });
      await people[more]?.presses("Choose", story.finds(question));
      expect(people[more]?.sees()?.text).toContain(`Saved: ${ideas[more % ideas.length]}`);
      await picks(people[more] as Someone, ["Film night"], story.finds(question));
      expect(people[more]?.sees()?.text).toContain("Saved: Film night");
      await picks(people[more] as Someone, [ideas[more % ideas.length] ?? ""], story.finds(question));
    }
    expect(await db().ballot.count()).toBe(names.length);
  });

  it("no voter key can be made from what stands beside it", async () => {
    await everybodyChooses();
    const keys = new Set(await voterKeys());
    const { secret, id } = await db().poll.findFirstOrThrow();
    const identities = await db().identity.findMany();
    const members = await db().member.findMany();
    const ballots = await db().ballot.findMany();
    const known = [
      ...identities.flatMap((it) => [it.id, it.personId, it.account]),
      ...members.map((it) => it.calledName),
    ];
    const secrets = [
      "",
      id,
      story.boardId,
      Buffer.from(secret ?? []),
      Buffer.from(secret ?? []).subarray(12, -16),
    ];
    const guesses = known.flatMap((one) => [
      createHash("sha256").update(one).digest("base64url"),
      ...secrets.map((key) => createHmac("sha256", key).update(one).digest("base64url")),
    ]);
    expect(guesses.filter((guess) => keys.has(guess))).toEqual([]);
    const other = openVault(Buffer.alloc(32, 8));
    expect(() => other.open(new Uint8Array(secret ?? []))).toThrow();
    for (const ballot of ballots) expect(ballot.personId).toBeNull();
  });

  it("no other row holds what stands on a ballot, and none says when anybody pressed", async () => {
    await everybodyChooses();
    await story.waits({ minutes: 1 });
    const ballots = await db().ballot.findMany();
    const marks = ballots.flatMap((ballot) => [String(ballot.id), ballot.voterKey]);
    const read = db();
    const tables = {
      audits: await read.audit.findMany(),
      letters: await read.letter.findMany(),
      posts: await read.post.findMany(),
      presses: await read.press.findMany(),
      members: await read.member.findMany(),
      people: await read.person.findMany(),
      drafts: await read.draft.findMany(),
      receipts: await read.receipt.findMany(),
      settings: (await read.setting.findMany()).filter((it) => it.name !== "try-out room"),
    };
    for (const [name, rows] of Object.entries(tables)) {
      const text = JSON.stringify(rows);
      expect(
        marks.filter((mark) => text.includes(mark)),
        name,
      ).toEqual([]);
    }
    const personal = JSON.stringify([tables.letters, tables.posts, tables.presses, tables.audits]);
    for (const { personId } of tables.members) expect(personal).not.toContain(personId);
    for (const { at } of tables.presses) expect(at.getTime() % 3_600_000).toBe(0);
    for (const { joinedAt } of tables.members) expect(joinedAt.getTime() % 86_400_000).toBe(0);
    for (const { createdAt } of tables.people) expect(createdAt.getTime() % 86_400_000).toBe(0);
  });

  it("letters of reminders look the same for those who had chosen and those who had not", async () => {
    const [chose, waits] = people as [Someone, Someone];
    for (const person of [chose, waits]) {
      await picks(person, ["Film night"], story.finds(question));
      await person.forges(`welcome.reminders?b=${story.boardId}&on=yes`);
    }
    await waits.presses("Choose", story.finds(question));
    await waits.presses("Take my picks back");
    await story.waits({ days: 4, minutes: 1 });
    expect(waits.inbox()).toHaveLength(1);
    expect(chose.inbox()).toHaveLength(0);
    const letters = await db().letter.findMany({ where: { key: { contains: ":remind:" } } });
    // They are written in the order of people's ids, which `createdAt` keeps.
    const shapes = letters.map(({ id: _i, key: _k, account: _a, draws: _d, createdAt: _c, ...rest }) =>
      JSON.stringify(rest),
    );
    expect(letters).toHaveLength(2);
    expect(shapes[0]).toBe(shapes[1]);
  });
});

describe("after the close", () => {
  it("neither the database nor its bytes hold a ballot, the secret, or who was reminded", async () => {
    await everybodyChooses();
    const [first] = people;
    await first?.forges(`welcome.reminders?b=${story.boardId}&on=yes`);
    const keys = await voterKeys();
    const { secret } = await db().poll.findFirstOrThrow();
    await story.waits({ days: 5, hours: 1 });

    expect(story.finds("Here is what you chose").text).toContain("8 of 9 of you took part.");
    expect(await db().ballot.count()).toBe(0);
    expect((await db().poll.findFirstOrThrow()).secret).toBeNull();
    expect(await db().letter.count({ where: { key: { contains: ":remind:" } } })).toBe(0);
    if (postgresql) return;
    const { file, log } = copied();
    for (const [name, bytes] of Object.entries({ file, log })) {
      expect(
        keys.filter((key) => bytes.includes(key)),
        name,
      ).toEqual([]);
      expect(bytes.includes(Buffer.from(secret ?? [])), name).toBe(false);
      expect(bytes.includes(":remind:"), name).toBe(false);
    }
  });

  it("where fewer than five took part, no number says what anybody picked", async () => {
    for (const [index, person] of people.slice(0, 3).entries())
      await picks(person, [ideas[index % 2] ?? ""], story.finds(question));
    await story.waits({ days: 5, hours: 1 });
    const options = await db().option.findMany();
    expect(options.map((option) => option.count)).toEqual(options.map(() => null));
  });
});

describe("the host's log, at its most talkative", () => {
  it("names nobody, no idea, no ballot, and no press beside a person", async () => {
    await everybodyChooses();
    const keys = await voterKeys();
    await people[0]?.replies(story.finds(question), "x".repeat(90));
    await people[1]?.forges("poll.pick?b=1&poll=Saoirse");
    await story.waits({ days: 5, hours: 1 });
    const text = story.log.join("\n");
    expect(story.log.length).toBeGreaterThan(1);
    const identities = await db().identity.findMany();
    const options = await db().option.findMany();
    const forbidden = [
      ...names,
      ...ideas,
      ...keys,
      ...identities.flatMap((it) => [it.id, it.personId, it.account]),
      ...options.map((it) => it.id),
      "xxxxx",
    ];
    expect(forbidden.filter((word) => text.includes(word))).toEqual([]);
    const answered = story.log.filter((line) => !line.includes('"no":'));
    expect(answered.join("\n")).not.toMatch(/poll\.(choose|pick|nothing|takeback)/);
  });
});
