/** The poll room: the weekly question and staff's own, from opening to result. */
import type { Feature } from "../../bot/action.ts";
import { ask, postask, ready, write } from "./ask.ts";
import { closing } from "./close.ts";
import { cardDrawing, reminderDrawing, resultDrawing, skippedDrawing } from "./drawings.ts";
import { opening } from "./open.ts";
import { reminding } from "./remind.ts";
import * as staff from "./staff.ts";
import { back, choose, nothing, pick, pledge, status, takeback } from "./vote.ts";

export const poll: Feature = {
  name: "poll",
  commands: [
    {
      words: ["poll", "status"],
      about: "What is open now, and when the next question comes",
      does: "poll.status",
    },
    { words: ["poll", "now"], about: "Staff: ask the weekly question now", does: "poll.now" },
    { words: ["poll", "preview"], about: "Staff: see what would go out", does: "poll.preview" },
    { words: ["poll", "skip"], about: "Staff: leave the next one out", does: "poll.skip" },
    { words: ["poll", "close"], about: "Staff: close the open poll now", does: "poll.close" },
    { words: ["poll", "extend"], about: "Staff: give the open poll more time", does: "poll.extend" },
    { words: ["ask"], about: "Staff: ask the board your own question", does: "poll.ask" },
  ],
  actions: {
    choose,
    back,
    pick,
    nothing,
    takeback,
    pledge,
    status,
    ask,
    write,
    ready,
    postask,
    now: staff.now,
    opennow: staff.opennow,
    undonow: staff.undonow,
    preview: staff.preview,
    skip: staff.skip,
    skipweek: staff.skipweek,
    unskip: staff.unskip,
    close: staff.close,
    closenow: staff.closenow,
    extend: staff.extend,
    extendto: staff.extendto,
    unextend: staff.unextend,
  },
  drawings: { card: cardDrawing, result: resultDrawing, reminder: reminderDrawing, skipped: skippedDrawing },
  duties: [opening, reminding, closing],
  // A secret ballot cannot be told from others, so there is nothing of a person here to show or to forget until
  // named polls: those ballots carry the person.
  about: async () => [],
  async forget(person, tools) {
    await tools.keep((tx) => tx.ballot.deleteMany({ where: { personId: person.id } }));
  },
};
