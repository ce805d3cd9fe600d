/** The room where people meet Sayso: joining, leaving, reminders, and Slack's question about being 16. */
import { z } from "zod";
import { action, drawing, type Feature } from "../../bot/action.ts";
import { card, type View } from "../../bot/view.ts";
import { aboutPerson } from "./about.ts";
import { forgetPerson, leave as takeOff } from "./store.ts";
import {
  elsewhereView,
  joinedView,
  leaveView,
  leftView,
  remindersView,
  sayIn,
  stayedView,
  welcomeCard,
  workerView,
} from "./views.ts";

/** The heart gives the seat, to whoever does this in the board's own channel. */
const join = action({
  input: z.object({}),
  may: "anyone",
  answers: "view",
  async run(_, { board, member, standing, place }) {
    if (standing.staff) return workerView(board);
    if (!member) return elsewhereView(board);
    return joinedView(board, { reminders: member.reminders, platform: place.platform });
  },
});

const leave = action({
  input: z.object({ sure: z.enum(["yes", "no"]).optional() }),
  may: "anyone",
  answers: "view",
  seats: false,
  async run({ sure }, hands): Promise<View> {
    const { board, member, standing } = hands;
    const say = sayIn(board);
    if (standing.staff) return card(say.leave.worker({ board: board.name }));
    if (!member) return card(say.leave.notIn({ board: board.name }));
    if (sure === "no") return stayedView(board);
    if (sure !== "yes") return leaveView(board);
    await hands.keep((tx) => takeOff(tx, hands));
    return leftView(board);
  },
});

const reminders = action({
  input: z.object({ on: z.enum(["yes", "no"]).optional() }),
  may: "member",
  answers: "view",
  async run({ on }, hands) {
    const { board, member, person, standing } = hands;
    if (standing.staff || !member) return card(sayIn(board).reminders.worker());
    if (!on) return remindersView(board, member.reminders, false);
    const where = { boardId_personId: { boardId: board.id, personId: person.id } };
    await hands.keep((tx) => tx.member.update({ where, data: { reminders: on === "yes" } }));
    return remindersView(board, on === "yes", true);
  },
});

const sixteen = action({
  input: z.object({
    is: z.enum(["yes", "no"]),
    next: z
      .string()
      .max(100)
      .regex(/^[a-z]+\.[a-zA-Z]+(\?.*)?$/)
      .optional(),
  }),
  may: "anyone",
  answers: "view",
  board: "none",
  seats: false,
  async run({ is, next }, { person, keep }) {
    const { sixteen, buttons } = sayIn(undefined);
    if (person.platform !== "slack") return card(sixteen.notNeeded());
    const known = person.overSixteen;
    if (known === null)
      await keep((tx) =>
        tx.identity.update({ where: { id: person.identity }, data: { overSixteen: is === "yes" } }),
      );
    else if (known !== (is === "yes")) return card(sixteen.kept(), [helpButton()]);
    if (is === "no") return card(sixteen.under(), [helpButton()]);
    return card(sixteen.thanks(), [
      { label: next ? buttons.goOn() : buttons.show(), does: next ?? "help.show" },
    ]);
  },
});

const helpButton = () => ({ label: sayIn(undefined).buttons.help(), does: "help.now" });

export const welcome: Feature = {
  name: "welcome",
  commands: [
    { words: ["reminders"], about: "Switch your reminders on or off", does: "welcome.reminders" },
    { words: ["leave"], about: "Leave the board", does: "welcome.leave" },
  ],
  actions: { join, leave, reminders, sixteen },
  drawings: {
    card: drawing({ input: z.object({}), draw: async (_, { board }) => welcomeCard(board) }),
  },
  duties: [],
  about: aboutPerson,
  forget: forgetPerson,
};
