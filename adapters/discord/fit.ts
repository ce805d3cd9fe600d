/** Makes a card fit into one Discord message: 40 components and 4,000 characters of text. Cut kindly rather than fail. */
import { type APIComponentInContainer, ComponentType } from "discord.js";
import { limits } from "../../src/bot/index.ts";
import { cutMarkdown } from "./cut.ts";
import { words } from "./words.ts";

/** A drawn part: lines of markdown, or a component that is not text. */
export type Piece = { lines: string[] } | { component: APIComponentInContainer };

const shortened = `-# ${words.shortened}`;
const isText = (piece: Piece): piece is { lines: string[] } => "lines" in piece;

/** Counts a component with all that it holds. */
const size = (component: APIComponentInContainer): number =>
  "components" in component ? 1 + component.components.length : 1;

const count = (pieces: Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (isText(piece) ? 1 : size(piece.component)), 0);

/** Fits pieces into one container; `room` components are left for it. Texts give way, buttons and menus stay. */
export function fit(all: Piece[], room = limits.parts - 1): APIComponentInContainer[] {
  let pieces = all.filter((piece) => !isText(piece) || piece.lines.join("").trim() !== "");
  if (count(pieces) > room) pieces = merged(pieces);
  if (count(pieces) > room) pieces = cutParts(pieces, room);
  return shortText(pieces).map((piece) =>
    isText(piece) ? { type: ComponentType.TextDisplay, content: piece.lines.join("\n") } : piece.component,
  );
}

/** Neighbouring texts become one. */
function merged(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    if (before && isText(before) && isText(piece)) before.lines.push(...piece.lines);
    else result.push(isText(piece) ? { lines: [...piece.lines] } : piece);
  }
  return result;
}

/** Leaves out dividers first, then the last parts, and says so. */
function cutParts(pieces: Piece[], room: number): Piece[] {
  const kept = merged(
    pieces.filter((piece) => isText(piece) || piece.component.type !== ComponentType.Separator),
  );
  if (count(kept) <= room) return kept;
  while (count(kept) > room - 1) kept.pop();
  return [...kept, { lines: [shortened] }];
}

/** Takes lines from the longest text until all texts together are short enough. */
function shortText(pieces: Piece[]): Piece[] {
  const texts = pieces.filter(isText).map((piece) => ({ piece, lines: [...piece.lines], cut: false }));
  const long = (lines: string[]) => lines.join("\n").length;
  const total = () =>
    texts.reduce((sum, text) => sum + long(text.lines) + (text.cut ? shortened.length + 1 : 0), 0);
  while (total() > limits.allText) {
    const longest = texts.reduce((most, text) => (long(text.lines) > long(most.lines) ? text : most));
    longest.cut = true;
    const over = total() - limits.allText;
    if (over <= 0) break;
    const last = longest.lines.at(-1) ?? "";
    if (longest.lines.length > 1 && (last.length <= over || last.length < 80)) longest.lines.pop();
    else longest.lines[longest.lines.length - 1] = cutMarkdown(last, Math.max(1, last.length - over));
  }
  return pieces.map((piece) => {
    const text = texts.find((each) => each.piece === piece);
    return text ? { lines: text.cut ? [...text.lines, shortened] : text.lines } : piece;
  });
}
