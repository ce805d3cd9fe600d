/** The help card: everywhere behind "Get help", and the answer to a text that worries us. Pure and always the same. */
import { type Language, speak } from "../bot/say.ts";
import type { Part, View } from "../bot/view.ts";
import { nations } from "../schedule/holidays.ts";
import { calendarDay } from "../schedule/speaking.ts";
import { helplinesFor } from "./helplines.ts";
import { words } from "./words.ts";

export type HelpFor = {
  language?: Language;
  /** Whom to tell, as young people know them: "Sam or another worker". */
  staff?: string;
  /** The card answers a private text that was neither posted nor kept. Leave out after a written reply: that one hangs in the chat. */
  notKept?: boolean;
};

/** The card for a board's nation ("none" or an unknown one: the lines of the whole United Kingdom). */
export function helpCard(nation: string, { language = "en", staff, notKept = false }: HelpFor = {}): View {
  const say = speak(language, words);
  const where = nations.find((known) => known === nation) ?? "none";
  const text = (...sentences: string[]): Part => ({ kind: "text", text: sentences.join(" ") });
  const lines = helplinesFor(where);
  const oldest = lines.map((line) => line.checkedOn).sort()[0] ?? "";
  return {
    title: say.title(),
    body: [
      text(say.thanks(), say.notInTrouble()),
      text(where === "none" ? say.dangerElsewhere() : say.danger()),
      text(say.bot(), say.noSecret(), say.nobodyTold(), say.nobodyReplies()),
      ...(notKept ? [text(say.notKept())] : []),
      text(say.tellStaff({ staff: staff ?? say.anyWorker() })),
      text(where === "none" ? say.linesInUk() : say.linesNow()),
      { kind: "facts", facts: lines.map((line) => ({ label: line.name, value: say.line(line) })) },
      { kind: "small", text: say.looked({ date: calendarDay(language, oldest) }) },
    ],
  };
}
