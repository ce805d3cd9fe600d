/** The board's name and channels, and who is staff, on this platform. */
import { z } from "zod";
import type { Hanging } from "../../../prisma/generated/sqlite/client.ts";
import { action, type Hands } from "../../bot/action.ts";
import { openDraft } from "../../bot/drafts.ts";
import type { Transaction } from "../../database.ts";
import { placesForm, staffForm } from "./forms.ts";
import { hangingAt, hasRoles, notHere, refused } from "./here.ts";
import { channels, draft, named, staffing } from "./input.ts";
import { type Channels, checkChannels, checkName, decideStaff } from "./rules.ts";
import { sayIn } from "./said.ts";
import { savedInWords, saveSettings } from "./save.ts";
import { note, otherChannels, sendOpenPolls, sendWelcome } from "./store.ts";
import { savedView } from "./views.ts";

export const places = action({
  input: draft,
  may: "manager",
  answers: "form",
  seats: false,
  async run({ d }, hands) {
    const hanging = hangingAt(hands.board, hands.place);
    return hanging ? placesForm(hands.board, hanging, await openDraft(hands, d)) : notHere();
  },
});

export const placesSet = action({
  input: z.object({ ...named, ...channels }),
  may: "manager",
  answers: "view",
  again: "board.places",
  seats: false,
  async run({ name: typed, boardChannel, staffChannel }, hands) {
    const hanging = hangingAt(hands.board, hands.place);
    if (!hanging) return notHere();
    const no = (reason: Parameters<typeof refused>[1]) =>
      refused(hands, reason, "board.places", { name: typed, boardChannel, staffChannel });
    const name = checkName(typed);
    if (!name.ok) return no(name.reason);
    const wanted = { boardChannel, staffChannel };
    const done = await hands.keep(async (tx) => {
      const found = checkChannels(wanted, await otherChannels(tx, hanging.platform, hanging.id));
      if (!found.ok) return found.reason;
      const moved = await move(tx, hanging, wanted, hands);
      const saved = await saveSettings(tx, { name: name.value }, hands);
      return saved === "quiet-opening" ? saved : { ...saved, moved };
    });
    if (typeof done === "string") return no(done);
    const say = sayIn(done.board);
    const moved = [
      ...(done.moved.includes("boardChannel") ? [say.setup.boardMoved()] : []),
      ...(done.moved.includes("staffChannel") ? [say.setup.staffMoved()] : []),
    ];
    return savedInWords(done, hands, moved);
  },
});

/** Moves a hanging to other channels. Letters that wait for the old ones go to the new ones, and a new board channel gets its welcome card. */
async function move(tx: Transaction, hanging: Hanging, wanted: Channels, hands: Hands) {
  const moved = (["boardChannel", "staffChannel"] as const).filter((it) => hanging[it] !== wanted[it]);
  if (moved.length === 0 && hanging.state === "ok") return moved;
  const after = await tx.hanging.update({ where: { id: hanging.id }, data: { ...wanted, state: "ok" } });
  for (const which of moved)
    await tx.letter.updateMany({
      where: {
        boardId: hanging.boardId,
        platform: hanging.platform,
        channel: hanging[which],
        kind: "post",
        replyTo: null,
        state: { in: ["waiting", "given-up"] },
      },
      data: { channel: wanted[which] },
    });
  if (moved.includes("boardChannel")) {
    await sendWelcome(tx, after, hands);
    await sendOpenPolls(tx, after, hands);
  }
  const why = moved.join(" ") || "found again";
  await note(tx, { board: hanging.boardId, what: "board.moved", subject: hanging.id, why }, hands);
  return moved;
}

export const staff = action({
  input: draft,
  may: "manager",
  answers: "form",
  seats: false,
  async run({ d }, hands) {
    const hanging = hangingAt(hands.board, hands.place);
    if (!hanging) return notHere();
    return staffForm(hands.board, hanging, await openDraft(hands, d), hasRoles(hands));
  },
});

export const staffSet = action({
  input: z.object(staffing),
  may: "manager",
  answers: "view",
  again: "board.staff",
  seats: false,
  async run(chosen, hands) {
    const hanging = hangingAt(hands.board, hands.place);
    if (!hanging) return notHere();
    const decided = decideStaff(chosen, { hasRoles: hasRoles(hands), workspace: hanging.workspace });
    if (!decided.ok) {
      const { by, ...lists } = chosen;
      return refused(hands, decided.reason, "board.staff", { ...lists, ...(by ? { by } : {}) });
    }
    const { value } = decided;
    const changed = (Object.keys(value) as (keyof typeof value)[]).filter((it) => hanging[it] !== value[it]);
    if (changed.length > 0)
      await hands.keep(async (tx) => {
        await tx.hanging.update({ where: { id: hanging.id }, data: value });
        const why = changed.join(" ");
        await note(tx, { board: hanging.boardId, what: "board.staff", subject: hanging.id, why }, hands);
      });
    const { setup } = sayIn(hands.board);
    return savedView(hands.board, [], changed.length > 0 ? [setup.staffSaved()] : []);
  },
});
