/** Shortening: never inside a letter, an escape or bold words. Lengths are UTF-16 units, the strictest reading of Discord's. */

/** The first `most` units of a plain text, with "…" when something is left out. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${whole(text, most - 1).trimEnd()}…`;
}

/** Like `cut`, for a line of our own markdown: closes bold words and leaves no half escape behind. */
export function cutMarkdown(line: string, most: number): string {
  if (line.length <= most) return line;
  const kept = whole(line, Math.max(0, most - 4))
    .replace(/(?<!\\)((?:\\\\)*)\\$/, "$1")
    .replace(/(?<!\\)\*$/, "");
  const opened = (kept.replace(/\\./g, "").match(/\*\*/g) ?? []).length % 2 === 1;
  return `${kept.trimEnd()}${opened ? "**" : ""}…`;
}

function whole(text: string, most: number): string {
  let kept = "";
  // A person's longest family emoji has about 30 units: look at no more than what could fit.
  for (const { segment } of letters.segment(text.slice(0, most + 64))) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept;
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
