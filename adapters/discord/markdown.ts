/** Plain words into Discord's markdown, so that nothing that people type can become mark-up, a ping or a link. */
import { runs } from "../../src/bot/index.ts";

/** Controls that turn the direction of everything after them. Plain right-to-left letters need none of them. */
const turningMarks = /[\u202A-\u202E\u2066-\u2069]/g;
const address = /(https?:\/\/[A-Za-z0-9./_%?=&#:+-]+)/;

/** A text with its strong runs bold and everything else escaped. */
export function markdown(text: string): string {
  return joined(runs(text))
    .map((run) => (run.strong ? bold(run.text) : escaped(run.text)))
    .join("")
    .split("\n")
    .map(escapedStart)
    .join("\n");
}

/** Words in bold, escaped; nothing for nothing. */
export const bold = (text: string): string =>
  text.trim() === "" ? "" : `**${escaped(text).replaceAll("\n", " ")}**`;

/** Words with no mark-up at all, for button labels, alt texts and options, which Discord shows as they are. */
export const unmarked = (text: string): string =>
  text.replace(/[\uE000\uE001]/g, "").replace(turningMarks, "");

/** A card's heading: one line, no bold of its own. */
export const escapedTitle = (text: string): string => escaped(unmarked(text)).replaceAll("\n", " ").trim();

function escaped(text: string): string {
  return text
    .replace(turningMarks, "")
    .split(address)
    .map((piece, index) => (index % 2 === 1 ? piece : escapedPiece(piece)))
    .join("");
}

function escapedPiece(text: string): string {
  return text.replace(/[\\*_~`|[\]<>]/g, "\\$&").replace(/@(everyone|here)/gi, "@\u200B$1");
}

/** What would begin a heading, a list, a quotation or small print at the start of a line. */
function escapedStart(line: string): string {
  return line.replace(/^(\s*)(#|-|\+)/, "$1\\$2").replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2");
}

/** Neighbouring runs of one kind become one: `**a****b**` would not be bold. */
function joined(all: { text: string; strong: boolean }[]): { text: string; strong: boolean }[] {
  const result: { text: string; strong: boolean }[] = [];
  for (const run of all) {
    const before = result.at(-1);
    if (before?.strong === run.strong) before.text += run.text;
    else result.push({ ...run });
  }
  return result;
}
