/** Finds out at each act who somebody is, which board they mean, and what they are there. */
import type { Doors } from "../bot/action.ts";
import type { Clock } from "../bot/clock.ts";
import type { Place, Visitor } from "../bot/incoming.ts";
import type { OpenDatabase } from "../database.ts";
import type { Board, Member, Permission, Person, Standing } from "./people.ts";
import { hangingHere, isLead, isStaff, roleOf, takesPartIn } from "./rules.ts";
import { boardAtPress, boardsByIds, boardsOfPlace, meet, seat } from "./store.ts";

export type Desk = ReturnType<typeof openDesk>;

/** Which board an act is for: one, several to choose from, or none. */
export type Found = { board: Board } | { choose: Board[] } | { none: true };

/** How long a seat in the staff channel is believed for acts that are not staff's own, in ms. Staff acts ask afresh. */
const believedFor = 10 * 60_000;

export function openDesk(needs: { database: OpenDatabase; doors: Doors; clock: Clock; newId(): string }) {
  const { database, doors, clock, newId } = needs;
  const seats = new Map<string, { staff: boolean; until: number }>();

  /** Whether somebody sits in the staff channel, asked of the platform. */
  async function sitsWithStaff(
    board: Board,
    visitor: Visitor,
    place: Place,
    afresh: boolean,
  ): Promise<boolean> {
    const hanging = hangingHere(board, visitor);
    if (!hanging?.staffByChannel) return false;
    if (place.channel === hanging.staffChannel) return true;
    const key = `${hanging.id} ${visitor.id}`;
    const known = seats.get(key);
    if (known && !afresh && known.until > performance.now()) return known.staff;
    const found = await doors.checkPerson({ ...visitor, staffChannel: hanging.staffChannel });
    const staff = found?.inStaffChannel ?? false;
    if (seats.size > 10_000) seats.clear();
    if (found) seats.set(key, { staff, until: performance.now() + believedFor });
    return staff;
  }

  return {
    meet: (visitor: Visitor) =>
      meet(visitor, { read: database.read, keep: database.keep, newId, now: clock.now() }),

    /** The board of an address, else of the channel, else the person's only one; else they are asked. Looks while the
     *  person is still being met. */
    async find(
      place: Place,
      meeting: Promise<{ members: Member[] }>,
      named: string | undefined,
    ): Promise<Found> {
      if (named) {
        const board = await boardAtPress(database.read, named);
        const near =
          board?.hangings.some((it) => it.platform === place.platform && it.workspace === place.workspace) ||
          (place.isPrivate && (await meeting).members.some((it) => it.boardId === named && !it.leftAt));
        return board && near ? { board } : { none: true };
      }
      const here = await boardsOfPlace(database.read, place);
      const mine = (await meeting).members.filter((it) => !it.leftAt).map((it) => it.boardId);
      const boards = here.length > 0 ? here : mine.length > 0 ? await boardsByIds(database.read, mine) : [];
      const [only] = boards;
      if (!only) return { none: true };
      return boards.length === 1 ? { board: only } : { choose: boards };
    },

    /** What somebody is on a board, now. `may` says how sure we must be: staff's own acts ask the platform afresh. */
    async standing(
      board: Board,
      person: Person,
      member: Member | undefined,
      place: Place,
      may: Permission,
    ): Promise<Standing> {
      const visitor = await inWorkspace(board, person, member, place, doors);
      const afresh = may === "staff" || may === "lead" || may === "manager";
      const lead = isLead(board, visitor);
      const staff = isStaff(board, visitor, false) || (await sitsWithStaff(board, visitor, place, afresh));
      return {
        staff: staff || lead,
        lead,
        manager: person.manages && hangsIn(board, person),
        member: member !== undefined && !member.leftAt,
      };
    },

    /** The person's seat: kept up to date, and given to whoever takes part in the board's own channel. */
    async seat(board: Board, person: Person, member: Member | undefined, standing: Standing, place: Place) {
      const role = roleOf(standing);
      const fresh = member && !member.leftAt;
      if (fresh && member.role === role && member.calledName === person.name) return member;
      if (!fresh && !takesPartIn(board, place) && !standing.staff) return undefined;
      const hanging = fresh ? member.hangingId : hangingHere(board, { ...place })?.id;
      if (!hanging) return fresh ? member : undefined;
      return database.keep((tx) => seat(tx, { board: board.id, person, hanging, role, now: clock.now() }));
    },
  };
}

/** Whoever manages one server manages nothing on another, even when the board is found by their seat on it. */
const hangsIn = (board: Board, person: Person) =>
  board.hangings.some((it) => it.platform === person.platform && it.workspace === person.workspace);

/** The visitor as the board's own workspace knows them. From a private message on Discord, roles must be asked for. */
async function inWorkspace(
  board: Board,
  person: Person,
  member: Member | undefined,
  place: Place,
  doors: Doors,
): Promise<Visitor> {
  const visitor = { ...person, id: person.account };
  if (!place.isPrivate || hangingHere(board, visitor) || !member) return visitor;
  const hanging = board.hangings.find((it) => it.id === member.hangingId);
  if (!hanging) return visitor;
  const found = hanging.staffRoles
    ? await doors.checkPerson({ platform: person.platform, workspace: hanging.workspace, id: person.account })
    : undefined;
  return { ...visitor, workspace: hanging.workspace, roles: found?.roles ?? [] };
}
