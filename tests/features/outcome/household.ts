/** A whole house on a fresh SQLite file with the try-out as its door, and a board whose poll has just closed. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { address } from "../../../src/bot/action.ts";
import { openLog } from "../../../src/log.ts";
import { openHouse } from "../../../src/main.ts";
import { daysLater } from "../../../src/schedule/wall-clock.ts";
import { webWorld } from "../../support/web/world.ts";
import type { Shown, Someone } from "../../support/world.ts";

export type Household = Awaited<ReturnType<typeof household>>;

const zone = "Europe/London";
export const b = "board0000001";

/** Opens it on Friday 4 December 2026, at 6pm. */
export async function household() {
  const folder = await mkdtemp(join(tmpdir(), "sayso-outcome-"));
  let now = new Date("2026-12-04T18:00:00Z");
  const clock = { now: () => now };
  const house = await openHouse({
    database: `file:${join(folder, "sayso.db")}`,
    key: randomBytes(32),
    clock,
    log: openLog("silent"),
  });
  const world = webWorld({ clock });
  await house.tools.keep((tx) =>
    tx.board.create({
      data: {
        id: b,
        name: "Harbour board",
        language: "en",
        timeZone: zone,
        weekday: 1,
        hour: 16,
        openHours: 96,
        quietFrom: 20,
        quietTo: 8,
        nation: "england",
        winners: 1,
        ballotMode: "secret",
        ideaNaming: "unnamed",
        stage: "live",
        lastPoll: 0,
        pollsFrom: now,
        createdAt: now,
        hangings: {
          create: {
            id: "hanging",
            platform: "web",
            workspace: world.workspace,
            boardChannel: world.boardChannel.channel,
            staffChannel: world.staffChannel.channel,
            staffRoles: "",
            staffPeople: "",
            staffByChannel: true,
            leadPeople: "",
            state: "ok",
          },
        },
      },
    }),
  );
  await house.open(world.openDoor());
  const db = house.tools.db;

  /** A moment later everything has arrived: posts are drawn anew at most once a second. */
  const settle = async () => {
    await house.outbox.sweep();
    await house.outbox.settled();
    now = new Date(now.getTime() + 2_000);
    await house.outbox.sweep();
    await house.outbox.settled();
  };
  const idOf = async (someone: Someone) => {
    const identity = await db.identity.findFirstOrThrow({ where: { account: someone.visitor.id } });
    return identity.personId;
  };

  return {
    house,
    world,
    db,
    settle,
    idOf,
    now: () => now,
    /** Somebody who has taken part in the board channel. */
    async member(name: string, staff = false): Promise<Someone> {
      const someone = await world.person(name, staff ? { staff: true, manages: true } : {});
      await someone.commands("plan", staff ? world.staffChannel : world.boardChannel);
      return someone;
    },
    /** What the poll room leaves behind at a close: the winner, its outcome, and the two posts. */
    async closes(winner: {
      text: string;
      author?: Someone;
      named?: boolean;
      helps?: Someone[];
      leads?: Someone[];
      board?: string;
    }): Promise<string> {
      const id = house.tools.newId();
      const boardId = winner.board ?? b;
      const [poll, idea] = [`poll-${id}`, `idea-${id}`];
      const authorId = winner.author ? await idOf(winner.author) : null;
      const pledge = (kind: string) => async (one: Someone) => ({
        ideaId: idea,
        personId: await idOf(one),
        kind,
      });
      const pledges = [
        ...(await Promise.all((winner.helps ?? []).map(pledge("help")))),
        ...(await Promise.all((winner.leads ?? []).map(pledge("lead")))),
      ];
      await house.tools.keep(async (tx) => {
        const { lastPoll } = await tx.board.update({
          where: { id: boardId },
          data: { lastPoll: { increment: 1 } },
        });
        await tx.idea.create({
          data: {
            id: idea,
            boardId,
            text: winner.text,
            authorId,
            fromStaff: false,
            named: winner.named ?? false,
            state: "won",
            timesAsked: 1,
            createdAt: now,
          },
        });
        for (const data of pledges) await tx.pledge.create({ data });
        await tx.poll.create({
          data: {
            id: poll,
            boardId,
            number: lastPoll,
            kind: "weekly",
            question: "What would you like to do?",
            state: "closed",
            opensAt: daysLater(zone, now, -4),
            ideasCloseAt: daysLater(zone, now, -1),
            closesAt: now,
            closedAt: now,
            mode: "secret",
            picks: 3,
            winners: 1,
            ballotMost: 25,
            voters: 3,
            members: 4,
            shows: "order",
            tied: false,
            options: {
              create: {
                id: `option-${id}`,
                ideaId: idea,
                text: winner.text,
                number: 1,
                fresh: true,
                off: false,
                place: 1,
                won: true,
              },
            },
          },
        });
        await tx.outcome.create({
          data: {
            id,
            boardId,
            pollId: poll,
            ideaId: idea,
            state: "owed",
            owedSince: now,
            nextAskAt: daysLater(zone, now, 7),
            asked: 0,
          },
        });
        const letters = [
          { to: "board", key: `poll:${poll}:result`, draws: address("poll.result", { poll }) },
          { to: "staff", key: `outcome:${id}:ask`, draws: address("outcome.ask", { outcome: id }) },
        ] as const;
        for (const letter of letters) await house.tools.send(tx, { ...letter, board: boardId });
      });
      await settle();
      return id;
    },
    /** Time goes by, through each due moment in its order, as in the try-out. */
    async waits(span: { days?: number; hours?: number }) {
      const goal = new Date(now.getTime() + ((span.days ?? 0) * 24 + (span.hours ?? 0)) * 3_600_000);
      for (let steps = 0; steps < 500; steps += 1) {
        const due = await house.bot.nextDue();
        const next = due && (due > now ? due : new Date(now.getTime() + 60_000));
        if (!next || next > goal) break;
        now = next;
        await house.beat();
      }
      now = goal;
      await house.beat();
    },
    /** The machine was off: time jumps, and then there is one beat. */
    async sleeps(days: number) {
      now = new Date(now.getTime() + days * 24 * 3_600_000);
      await house.beat();
    },
    boardPosts: (words: string): Shown[] =>
      world.posts(world.boardChannel).filter((post) => post.text.includes(words)),
    staffPosts: (words: string): Shown[] =>
      world.posts(world.staffChannel).filter((post) => post.text.includes(words)),
    async close() {
      await house.close();
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
