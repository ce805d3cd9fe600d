/** A new board: one short form, and it can practise. */
import { z } from "zod";
import { action, type Hands } from "../../bot/action.ts";
import type { View } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { boardById } from "../../people/store.ts";
import { afterQuiet } from "../../schedule/quiet.ts";
import { speaking } from "../../schedule/speaking.ts";
import { addForm } from "./forms.ts";
import { hasRoles, refusedWithoutBoard } from "./here.ts";
import { channels, named, staffing } from "./input.ts";
import { nextOf } from "./next.ts";
import { checkChannels, checkName, decideStaff } from "./rules.ts";
import { sayIn } from "./said.ts";
import { hang, newBoard, note, otherChannels } from "./store.ts";
import { nextLine, savedView } from "./views.ts";

export const add = action({
  input: z.object({ name: z.string().max(60).optional() }),
  may: "manager",
  answers: "form",
  board: "none",
  seats: false,
  run: async ({ name }, hands) => addForm(name ?? "", hasRoles(hands)),
});

export const added = action({
  input: z.object({ ...named, ...channels, ...staffing }),
  may: "manager",
  answers: "view",
  board: "none",
  seats: false,
  async run(it, hands) {
    const no = (reason: Parameters<typeof refusedWithoutBoard>[0]) =>
      refusedWithoutBoard(reason, "board.add", { name: it.name });
    const name = checkName(it.name);
    if (!name.ok) return no(name.reason);
    const staff = decideStaff(it, { hasRoles: hasRoles(hands), workspace: hands.place.workspace });
    if (!staff.ok) return no(staff.reason);
    const made = await hands.keep(async (tx) => {
      const places = checkChannels(it, await otherChannels(tx, hands.place.platform));
      if (!places.ok) return places.reason;
      const { boardChannel, staffChannel } = places.value;
      const { id } = await tx.board.create({ data: newBoard(hands.newId(), name.value, hands.now) });
      await hang(tx, { board: id, channels: { boardChannel, staffChannel }, staffing: staff.value }, hands);
      await note(tx, { board: id, what: "board.made", subject: id }, hands);
      return boardById(tx, id);
    });
    if (typeof made === "string") return no(made);
    if (!made) throw new Error("A board that was just made is not there.");
    return madeView(made, sayIn(made).setup.made({ board: made.name }), hands);
  },
});

/** A board hangs here now: when it asks, and when its welcome card goes up. */
export async function madeView(
  board: Board,
  line: string,
  { db, now }: Pick<Hands, "db" | "now">,
): Promise<View> {
  const { setup } = sayIn(board);
  const held = afterQuiet(board, now);
  const welcome =
    held > now
      ? setup.welcomeLater({ when: speaking("en", board.timeZone).moment(held, now) })
      : setup.welcomeNow();
  return savedView(
    board,
    [],
    [line, welcome, nextLine(board, await nextOf(db, board, now), now), setup.practice()],
  );
}
