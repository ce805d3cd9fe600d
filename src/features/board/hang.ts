/** One board on two platforms: a one-time code from where it hangs proves that both sides want it. */
import { z } from "zod";
import { action } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import { boardById } from "../../people/store.ts";
import { madeView } from "./add.ts";
import { boardOfCode, codeFrom, endCode, keepCode } from "./code.ts";
import { hangForm } from "./forms.ts";
import { hangingAt, hasRoles, notHere, refusedWithoutBoard } from "./here.ts";
import { channels, staffing } from "./input.ts";
import { checkChannels, decideStaff } from "./rules.ts";
import { sayIn } from "./said.ts";
import { hang as hangUp, note, otherChannels } from "./store.ts";
import { backButton } from "./views.ts";

export const link = action({
  input: z.object({}),
  may: "manager",
  answers: "view",
  seats: false,
  async run(_, hands) {
    const { board, now } = hands;
    if (!hangingAt(board, hands.place)) return notHere();
    const code = codeFrom(hands.newId());
    await hands.keep(async (tx) => {
      await keepCode(tx, { code, board: board.id, now });
      await note(tx, { board: board.id, what: "board.code", subject: board.id }, hands);
    });
    const say = sayIn(board);
    return card([say.link.code({ code }), say.link.how(), say.link.care()], [backButton(board)]);
  },
});

export const hang = action({
  input: z.object({ code: z.string().max(20).optional() }),
  may: "manager",
  answers: "form",
  board: "none",
  seats: false,
  async run({ code }, hands) {
    const form = hangForm(hasRoles(hands));
    const fields = form.fields.map((field) =>
      code && field.kind === "short" && field.name === "code" ? { ...field, value: code } : field,
    );
    return { ...form, fields };
  },
});

export const hung = action({
  input: z.object({ code: z.string().max(60), ...channels, ...staffing }),
  may: "manager",
  answers: "view",
  board: "none",
  seats: false,
  async run(it, hands) {
    const no = (reason: Parameters<typeof refusedWithoutBoard>[0]) =>
      refusedWithoutBoard(reason, "board.hang", { code: it.code.slice(0, 20) });
    const staff = decideStaff(it, { hasRoles: hasRoles(hands), workspace: hands.place.workspace });
    if (!staff.ok) return no(staff.reason);
    const done = await hands.keep(async (tx) => {
      const id = await boardOfCode(tx, it.code, hands.now);
      const board = id ? await boardById(tx, id) : null;
      if (!board) return "code" as const;
      if (hangingAt(board, hands.place)) return "hangs-here" as const;
      const places = checkChannels(it, await otherChannels(tx, hands.place.platform));
      if (!places.ok) return places.reason;
      const { boardChannel, staffChannel } = places.value;
      const channels = { boardChannel, staffChannel };
      const { id: subject } = await hangUp(tx, { board: board.id, channels, staffing: staff.value }, hands);
      await endCode(tx, it.code);
      await note(tx, { board: board.id, what: "board.hung", subject }, hands);
      return boardById(tx, board.id);
    });
    if (typeof done === "string") return no(done);
    if (!done) throw new Error("A board that was just hung is not there.");
    return madeView(done, sayIn(done).setup.hung({ board: done.name }), hands);
  },
});
