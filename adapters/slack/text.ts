/** Words on their way to Slack: escaped, cut to length, and with nothing that Slack would read as a command. */
import type { types } from "@slack/bolt";
import { plain, runs } from "../../src/bot/index.ts";
import { words } from "./words.ts";

const segments = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Escapes Slack's three control characters (docs.slack.dev, "Formatting message text"), and drops marks that turn the reading direction of what follows. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** Undoes `escaped`. Slack escapes much of what it sends back (bolt-python issue 513), values and typed words among it. */
export const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The escaped text in pieces of at most `longest` UTF-16 units, cut between lines or words where it can be. */
export function pieces(text: string, longest: number): string[] {
  if (escaped(text).length <= longest) return text === "" ? [] : [escaped(text)];
  const done: string[] = [];
  let current = "";
  for (const { segment } of segments.segment(text)) {
    const next = escaped(segment).slice(0, longest);
    if (current.length + next.length > longest) {
      const gap = Math.max(current.lastIndexOf("\n"), current.lastIndexOf(" "));
      const cut = gap > longest / 2 ? gap + 1 : current.length;
      done.push(current.slice(0, cut).trimEnd());
      current = current.slice(cut);
    }
    current += next;
  }
  return [...done, current].filter((piece) => piece.trim() !== "");
}

/** The escaped text, cut to `longest` UTF-16 units with "…" at the end. Never empty: Slack refuses empty texts. */
export function fitted(text: string, longest: number): string {
  const clean = plain(text).trim();
  if (clean === "") return words.more;
  if (escaped(clean).length <= longest) return escaped(clean);
  return `${pieces(clean, longest - 1)[0] ?? ""}…`;
}

/** A plain text object. `longest` in characters. */
export const plainText = (text: string, longest: number): types.PlainTextElement => ({
  type: "plain_text",
  text: fitted(text, longest),
  emoji: true,
});

/** Look-alikes for the characters that Slack would read as mark-up, for texts that stand beside strong words. */
const neutral = (text: string): string =>
  escaped(text)
    .replaceAll("*", "∗")
    .replaceAll("_", "ˍ")
    .replaceAll("~", "∼")
    .replaceAll("`", "ˋ")
    .replace(/^(\s*)(?:&gt;)+/gm, "$1›");

/** A strong run, line by line: Slack's bold must not begin or end with a space, nor span lines. */
const bold = (text: string): string =>
  text
    .split("\n")
    .map((line) => {
      const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/u.exec(neutral(line)) ?? [];
      return middle === "" ? line : `${before}*${middle}*${after}`;
    })
    .join("\n");

/** Text objects for a text of ours: `mrkdwn` only where something is strong, plain text everywhere else. */
export function textObjects(text: string, longest: number): types.TextObject[] {
  const all = runs(text);
  if (all.some((run) => run.strong)) {
    const marked = all.map((run) => (run.strong ? bold(run.text) : neutral(run.text))).join("");
    if (marked.trim() !== "" && marked.length <= longest)
      return [{ type: "mrkdwn", text: marked, verbatim: true }];
  }
  return pieces(plain(text), longest)
    .filter((piece) => piece.trim() !== "")
    .map((piece) => ({ type: "plain_text", text: piece, emoji: true }));
}

/**
 * What a person wrote on Slack, as plain words: the mention of the bot taken out, links and mentions as they read.
 * Slack sends links as `<https://…|label>`, people as `<@U…>` and channels as `<#C…|name>`.
 */
export const written = (text: string, bot: string): string =>
  unescaped(
    text
      .replace(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) =>
        id === bot ? "" : `@${name || id}`,
      )
      .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `#${name || id}`)
      .replace(/<!subteam\^([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => name || `@${id}`)
      .replace(/<!([a-z]+)[^>]*>/g, "@$1")
      .replace(/<(?:mailto:|tel:)([^>|]+)(?:\|[^>]*)?>/g, "$1")
      .replace(/<([a-z][a-z0-9+.-]*:[^>|]+)(?:\|[^>]*)?>/gi, "$1"),
  )
    .replace(/[ \t]{2,}/g, " ")
    .trim();
