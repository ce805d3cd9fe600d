/** What is set, what is missing, what the bot may not do here, and which boards there are. */
import { z } from "zod";
import { action, type Hands } from "../../bot/action.ts";
import type { View } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { isLead, isStaff } from "../../people/rules.ts";
import { boardsOfWorkspace } from "../../people/store.ts";
import { hangingAt } from "./here.ts";
import { nextOf } from "./next.ts";
import { type Say, sayIn } from "./said.ts";
import { hangsElsewhere, lostLetters } from "./store.ts";
import { boardsView, statusView } from "./views.ts";

/** More names than this are counted, not listed. */
const mostNames = 6;

export const setup = action({
  input: z.object({ list: z.literal("yes").optional() }),
  may: "anyone",
  answers: "view",
  board: "maybe",
  seats: false,
  async run({ list }, hands) {
    const { board, standing } = hands;
    if (list || !hangingAt(board, hands.place)) return showBoards(hands);
    return standing.manager || standing.staff ? showStatus(hands) : boardsView(noBoards);
  },
});

const noBoards = { boards: [], manages: false, canHang: false };

/** Managers see the boards of their workspace, workers those they are staff of. Nothing of another workspace. */
async function showBoards({ db, place, person }: Hands): Promise<View> {
  const all = await boardsOfWorkspace(db, place);
  const visitor = { ...person, id: person.account };
  const mine = (board: Board) =>
    isLead(board, visitor) ||
    isStaff(board, visitor, hangingAt(board, place)?.staffChannel === place.channel);
  return boardsView({
    boards: person.manages ? all : all.filter(mine),
    manages: person.manages,
    canHang: person.manages && (await hangsElsewhere(db, place.platform)),
  });
}

/** The status of the board that hangs here. */
export async function showStatus(hands: Hands, board: Board = hands.board): Promise<View> {
  const { db, doors, place, now } = hands;
  const hanging = hangingAt(board, place);
  if (!hanging) return showBoards(hands);
  const look = (channel: string) => doors.checkPlace({ ...place, isPrivate: false, channel });
  const [boardLook, staffLook, people, leads, lost, next] = await Promise.all([
    look(hanging.boardChannel),
    look(hanging.staffChannel),
    namesOf(hanging.staffPeople, hands),
    namesOf(hanging.leadPeople, hands),
    lostLetters(db, board.id, now),
    nextOf(db, board, now),
  ]);
  const say = sayIn(board);
  const roles = hanging.staffRoles.split(" ").filter(Boolean).length;
  return statusView({
    board,
    hanging,
    channel: place.channel,
    next,
    boardLook,
    staffLook,
    staff: [
      ...(roles > 0 ? [say.values.roles({ count: roles })] : []),
      ...(hanging.staffByChannel ? [say.values.everyoneInStaffChannel()] : []),
      ...people(say),
    ],
    leads: leads(say),
    lost,
    canHangElsewhere: doors.open().some((it) => !board.hangings.some(({ platform }) => platform === it)),
    now,
  });
}

/** Names as the platform shows them; the count where it does not answer. */
async function namesOf(list: string, { doors, place }: Hands): Promise<(say: Say) => string[]> {
  const ids = list.split(" ").filter(Boolean);
  if (ids.length === 0) return () => [];
  const counted = (say: Say) => [say.values.people({ count: ids.length })];
  if (ids.length > mostNames) return counted;
  const { platform, workspace } = place;
  const found = await Promise.all(ids.map((id) => doors.checkPerson({ platform, workspace, id })));
  const names = found.flatMap((it) => (it?.name ? [it.name] : []));
  return names.length === ids.length ? () => names : counted;
}
