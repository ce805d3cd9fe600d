/** The poll room: the weekly question and staff's own, from opening to result. */
import type { Feature } from "../../bot/action.ts";
import { ask, postask, ready, write } from "./ask.ts";
import { closing } from "./close.ts";
import { cardDrawing, reminderDrawing, resultDrawing, skippedDrawing } from "./drawings.ts";
import { close, closenow, extend, extendto, unextend } from "./end.ts";
import { opening } from "./open.ts";
import { now, opennow, undonow } from "./open-now.ts";
import { about, forget } from "./person.ts";
import { preview } from "./preview.ts";
import { reminding } from "./remind.ts";
import { returned } from "./returned.ts";
import { shuffling } from "./shuffle.ts";
import { skip, skipweek, unskip } from "./skip.ts";
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
    now,
    opennow,
    undonow,
    preview,
    skip,
    skipweek,
    unskip,
    close,
    closenow,
    extend,
    extendto,
    unextend,
  },
  drawings: { card: cardDrawing, result: resultDrawing, reminder: reminderDrawing, skipped: skippedDrawing },
  // Closing first: after a long sleep the old poll must not stand in the way of the new one.
  duties: [closing, opening, reminding, shuffling],
  returned,
  about,
  forget,
};
