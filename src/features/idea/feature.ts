/** The idea room: how young people say what they would like to do. */

import type { Feature } from "../../bot/action.ts";
import { addForm, change, command, different, older, revive, save, takeback } from "./own.ts";
import { opened, receiptDrawing, reply } from "./reply.ts";
import { reveal, whose, whoseWhy } from "./reveal.ts";
import { openStates } from "./rules.ts";
import * as staff from "./staff.ts";
import { offBallot } from "./store.ts";

export const idea: Feature = {
  name: "idea",
  commands: [
    {
      words: ["idea"],
      about: "Add an idea. Nobody sees that it is yours",
      does: "idea.command",
      option: { name: "text", about: "Your idea, up to 80 letters", required: false, max: 300 },
    },
    { words: ["hide"], about: "Staff: hide an idea to keep people safe", does: "idea.hide" },
    { words: ["whose"], about: "Safeguarding lead: see who wrote an idea", does: "idea.whose" },
  ],
  actions: {
    add: addForm,
    save,
    command,
    different,
    change,
    takeback,
    older,
    revive,
    reply,
    opened,
    let: staff.letThrough,
    hide: staff.hide,
    why: staff.whyForm,
    hidden: staff.hidden,
    showagain: staff.showAgain,
    whose,
    whosewhy: whoseWhy,
    reveal,
  },
  drawings: { receipt: receiptDrawing, check: staff.checkDrawing, told: staff.toldDrawing },
  duties: [],
  /** Deleting the reply while its poll is open withdraws the idea. */
  async removed({ platform, channel, message }, tools) {
    const gone = await tools.db.idea.findFirst({
      where: { platform, channel, message, state: { in: openStates } },
    });
    if (!gone) return;
    const asked = await tools.db.option.findFirst({
      where: { ideaId: gone.id, poll: { state: { not: "open" } } },
      select: { id: true },
    });
    if (asked) return;
    await tools.keep((tx) => offBallot(tx, gone, "withdrawn", tools));
  },
  async about(person, { db }) {
    const ideas = await db.idea.findMany({ where: { authorId: person.id }, orderBy: { createdAt: "asc" } });
    return ideas.length === 0
      ? []
      : [{ kind: "table", columns: ["Idea", "State"], rows: ideas.map((it) => [it.text, it.state]) }];
  },
  async forget(person, tools) {
    await tools.keep(async (tx) => {
      const open = await tx.idea.findMany({
        where: { authorId: person.id, state: { in: ["open", "waiting", "resting"] } },
      });
      for (const it of open) await offBallot(tx, it, "withdrawn", tools);
      await tx.idea.updateMany({
        where: { authorId: person.id },
        data: { authorId: null, named: false, platform: null, channel: null, message: null },
      });
      await tx.receipt.deleteMany({ where: { personId: person.id } });
      await tx.draft.deleteMany({ where: { personId: person.id } });
    });
  },
};
