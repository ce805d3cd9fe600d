/** What staff's triggers share: the note of who did what, and which poll or week is meant. */
import { address, type Hands } from "../../bot/action.ts";
import { card, type View } from "../../bot/view.ts";
import { openPolls, type PollWithOptions, pollById } from "./store.ts";
import { inkFor } from "./vote.ts";

/** The open weekly poll. */
export const weekly = async (hands: Hands): Promise<PollWithOptions | undefined> =>
  (await openPolls(hands.db, hands.board.id)).find((poll) => poll.kind === "weekly");

/** The open poll that a command means: the only one, else a question back. */
async function whichOpen(hands: Hands, does: string): Promise<PollWithOptions | View> {
  const { say } = inkFor(hands);
  const open = await openPolls(hands.db, hands.board.id);
  const [only] = open;
  if (!only) return card(say.staff.noneOpen());
  if (open.length === 1) return only;
  return card(
    say.staff.which(),
    open.slice(0, 10).map((poll) => ({
      label: poll.question.slice(0, 70),
      does: address(does, { b: hands.board.id, poll: poll.id }),
    })),
  );
}

/** The open poll with this id; without one, the only open poll, or the question which. */
export async function meant(
  id: string | undefined,
  hands: Hands,
  does: string,
): Promise<PollWithOptions | View> {
  if (!id) return whichOpen(hands, does);
  const poll = await pollById(hands.db, hands.board.id, id);
  return poll?.state === "open" ? poll : card(inkFor(hands).say.staff.noneOpen());
}
