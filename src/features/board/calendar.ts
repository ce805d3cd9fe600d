/** When the board asks, when it rests, and how it counts. */
import { z } from "zod";
import { action } from "../../bot/action.ts";
import { openDraft } from "../../bot/drafts.ts";
import { nations } from "../../schedule/holidays.ts";
import { readDates } from "./dates.ts";
import { asksForm, countsForm, quietForm } from "./forms.ts";
import { refused } from "./here.ts";
import { draft, hour, openHours, weekday, winners } from "./input.ts";
import { readTimeZone } from "./rules.ts";
import { savedInWords, saveSettings } from "./save.ts";

const zones = [...Intl.supportedValuesOf("timeZone"), "UTC"];

export const asks = action({
  input: draft,
  may: "manager",
  answers: "form",
  seats: false,
  run: async ({ d }, hands) => asksForm(hands.board, await openDraft(hands, d)),
});

export const asksSet = action({
  input: z.object({ weekday, hour, openHours, timeZone: z.string().max(3000) }),
  may: "manager",
  answers: "view",
  again: "board.asks",
  seats: false,
  async run(it, hands) {
    const typed = {
      timeZone: it.timeZone,
      weekday: String(it.weekday),
      hour: String(it.hour),
      openHours: String(it.openHours),
    };
    const zone = readTimeZone(it.timeZone, zones);
    if (!zone.ok) return refused(hands, zone.reason, "board.asks", typed);
    const saved = await hands.keep((tx) => saveSettings(tx, { ...it, timeZone: zone.value }, hands));
    if (saved === "quiet-opening") return refused(hands, saved, "board.asks", typed);
    return savedInWords(saved, hands);
  },
});

export const quiet = action({
  input: draft,
  may: "manager",
  answers: "form",
  seats: false,
  run: async ({ d }, hands) => quietForm(hands.board, await openDraft(hands, d)),
});

export const quietSet = action({
  input: z.object({
    quietFrom: hour,
    quietTo: hour,
    nation: z.enum(nations),
    daysOff: z.string().max(3000).optional().default(""),
  }),
  may: "manager",
  answers: "view",
  again: "board.quiet",
  seats: false,
  async run({ daysOff, ...it }, hands) {
    const typed = {
      daysOff,
      nation: it.nation,
      quietFrom: String(it.quietFrom),
      quietTo: String(it.quietTo),
    };
    const dates = readDates(daysOff);
    if (!dates.ok) return refused(hands, dates.reason, "board.quiet", typed);
    const saved = await hands.keep((tx) => saveSettings(tx, { ...it, daysOff: dates.value }, hands));
    if (saved === "quiet-opening") return refused(hands, saved, "board.quiet", typed);
    return savedInWords(saved, hands);
  },
});

export const counts = action({
  input: draft,
  may: "manager",
  answers: "form",
  seats: false,
  run: async ({ d }, hands) => countsForm(hands.board, await openDraft(hands, d)),
});

export const countsSet = action({
  input: z.object({
    winners,
    ballotMode: z.enum(["secret", "named"]),
    ideaNaming: z.enum(["unnamed", "named"]),
  }),
  may: "manager",
  answers: "view",
  again: "board.counts",
  seats: false,
  async run(it, hands) {
    const saved = await hands.keep((tx) => saveSettings(tx, it, hands));
    if (saved === "quiet-opening") throw new Error("Counting has no opening.");
    return savedInWords(saved, hands);
  },
});
