/** Pure: what a person is on a board, and what that lets them do. */
import type { Place, Visitor } from "../bot/incoming.ts";
import { accept, type Outcome, refuse } from "../bot/outcome.ts";
import type { Rhythm } from "../schedule/rhythm.ts";
import type { Board, Member, Permission, Standing } from "./people.ts";

export type NotAllowed = "not-a-member" | "staff-do-not-vote" | "staff-only" | "lead-only" | "manager-only";

const list = (ids: string) => ids.split(" ").filter(Boolean);

/** The board's place on the platform and workspace of this act, if it hangs there. */
export const hangingHere = (board: Board, at: { platform: string; workspace: string }) =>
  board.hangings.find(
    (it) => it.platform === at.platform && it.workspace === at.workspace && it.state === "ok",
  );

/** Whether an account is staff of the board: by role, by name, or (Slack, try-out) by its seat in the staff channel. */
export function isStaff(board: Board, person: Visitor, inStaffChannel: boolean): boolean {
  const hanging = hangingHere(board, person);
  if (!hanging) return false;
  return (
    list(hanging.staffRoles).some((role) => person.roles.includes(role)) ||
    list(hanging.staffPeople).includes(person.id) ||
    (hanging.staffByChannel && inStaffChannel)
  );
}

/** Whether an account is the board's safeguarding lead or deputy. */
export const isLead = (board: Board, person: Visitor): boolean =>
  list(hangingHere(board, person)?.leadPeople ?? "").includes(person.id);

/** Whether an act in this place makes its person a member: it happened in the board's own channel. */
export const takesPartIn = (board: Board, place: Place): boolean =>
  board.hangings.some(
    (it) => it.platform === place.platform && it.boardChannel === place.channel && it.state === "ok",
  );

/** Whether somebody of this standing may do what asks for `may`. */
export function allows(may: Permission, standing: Standing): Outcome<true, NotAllowed> {
  const rules: Record<Permission, () => Outcome<true, NotAllowed>> = {
    anyone: () => accept(true),
    member: () => (standing.member || standing.staff ? accept(true) : refuse("not-a-member")),
    young: () =>
      standing.staff ? refuse("staff-do-not-vote") : standing.member ? accept(true) : refuse("not-a-member"),
    staff: () => (standing.staff || standing.lead ? accept(true) : refuse("staff-only")),
    lead: () => (standing.lead ? accept(true) : refuse("lead-only")),
    manager: () => (standing.manager || standing.staff ? accept(true) : refuse("manager-only")),
  };
  return rules[may]();
}

/** A member's role from their standing. */
export const roleOf = (standing: Pick<Standing, "staff">): Member["role"] =>
  standing.staff ? "staff" : "young";

/** The board's week, as the calendar wants it. */
export const rhythmOf = (board: Board): Rhythm => ({
  ...board,
  nation: board.nation as Rhythm["nation"],
  skipDates: board.skips.map((skip) => skip.dates),
});
