/** Out: a `View` as a Slack message. Pure: the same view gives the same blocks. */
import type { types } from "@slack/bolt";
import { type Part, plain, strong, unreachable, type View } from "../../src/bot/index.ts";
import { buttonId, linkId, menuId } from "./addresses.ts";
import { menu } from "./choices.ts";
import { fitted, plainText, textObjects } from "./text.ts";
import { words } from "./words.ts";

/** What goes to `chat.postMessage` and the like: blocks, and the same in plain words for notifications and screen readers. */
export type SlackMessage = { text: string; blocks: types.KnownBlock[] };

/** Slack: section text 3,000; header 150; 25 elements in an actions block; 50 blocks a message; text best below 4,000. */
const longest = { section: 3000, header: 150, actions: 25, blocks: 50, fallback: 3900, barWidth: 12 };

const sections = (text: string): types.KnownBlock[] =>
  textObjects(text, longest.section).map((object) => ({ type: "section", text: object }));

/** A part in words alone: for bars, tables, and the text beside the blocks. Buttons and lines have none. */
function inWords(part: Part): string {
  switch (part.kind) {
    case "text":
    case "small":
      return part.text;
    case "facts":
      return part.facts.map((fact) => `${strong(`${fact.label}:`)} ${fact.value}`).join("\n");
    case "table":
      return part.rows
        .map(([first = "", ...rest]) =>
          [strong(first), rest.map((cell, at) => `${part.columns[at + 1] ?? ""}: ${cell}`).join(" · ")]
            .filter(Boolean)
            .join("\n"),
        )
        .join("\n");
    case "bars":
      return part.bars
        .map(({ label, count, share }) => {
          const width = share > 0 ? Math.max(1, Math.round(Math.min(share, 1) * longest.barWidth)) : 0;
          return `${label}${count === undefined ? "" : ` · ${count}`}${width > 0 ? `\n${"█".repeat(width)}` : ""}`;
        })
        .join("\n");
    case "picture":
      return words.pictureOf(part.alt);
    case "file":
      return words.fileNotHere(part.name, part.what);
    case "menu":
      return part.prompt;
    case "buttons":
    case "line":
      return "";
    default:
      return unreachable(part);
  }
}

/** For the text beside the blocks, bars are said without their blocks of colour. */
const spoken = (part: Part): string => inWords(part).replace(/\n█+/g, "");

function button(it: Extract<Part, { kind: "buttons" }>["buttons"][number], number: number): types.Button {
  const style =
    it.tone === "main"
      ? { style: "primary" as const }
      : it.tone === "danger"
        ? { style: "danger" as const }
        : {};
  const text = plainText(it.label, 75);
  if ("opens" in it) return { type: "button", text, action_id: linkId(number), url: it.opens, ...style };
  return { type: "button", text, action_id: buttonId(number), value: it.does, ...style };
}

/** One part in blocks. `number` makes ids unique: it counts the parts before. */
function blocksOf(part: Part, number: number): types.KnownBlock[] {
  switch (part.kind) {
    case "text":
    case "facts":
    case "table":
    case "bars":
      return sections(inWords(part));
    case "small":
    case "picture":
    case "file":
      return textObjects(inWords(part), longest.section).map((object) => ({
        type: "context",
        elements: [object],
      }));
    case "line":
      return [{ type: "divider" }];
    case "buttons": {
      const all = part.buttons.map((it, at) => button(it, number * 100 + at));
      const rows = Array.from({ length: Math.ceil(all.length / longest.actions) }, (_, row) =>
        all.slice(row * longest.actions, (row + 1) * longest.actions),
      );
      return rows.map((elements) => ({ type: "actions", elements }));
    }
    case "menu": {
      const text = textObjects(part.prompt, longest.section)[0] ?? plainText(words.choose, 150);
      if (part.choices.length === 0) return [{ type: "section", text }];
      return [
        {
          type: "section",
          text,
          accessory: menu(menuId(number, part.does), part.choices, part.choose, words.choose),
        },
      ];
    }
    default:
      return unreachable(part);
  }
}

/** At most 50 blocks: lines go first, then neighbouring texts are joined, and the last words give way to the buttons. */
function atMost(blocks: types.KnownBlock[]): types.KnownBlock[] {
  if (blocks.length <= longest.blocks) return blocks;
  const joined: types.KnownBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (block.type === "divider") continue;
    if (before?.type === "section" && block.type === "section" && !before.accessory && !block.accessory) {
      const [one, two] = [before.text, block.text];
      if (one && two && one.type === two.type && one.text.length + two.text.length < longest.section) {
        joined[joined.length - 1] = { type: "section", text: { ...one, text: `${one.text}\n${two.text}` } };
        continue;
      }
    }
    joined.push(block);
  }
  const acts = (block: types.KnownBlock): boolean =>
    block.type === "actions" || (block.type === "section" && !!block.accessory);
  const room = longest.blocks - 1 - joined.filter(acts).length;
  if (joined.length <= longest.blocks) return joined;
  let silent = 0;
  const kept = joined.filter((block) => acts(block) || ++silent <= room).slice(0, longest.blocks - 1);
  return [...kept, ...sections(words.more)];
}

/** Draws a view. Throws only for a view that no platform could show (a choice's value over 75 characters). */
export function drawView(view: View): SlackMessage {
  const title: types.KnownBlock[] =
    view.title === undefined || plain(view.title).trim() === ""
      ? []
      : [{ type: "header", text: plainText(view.title, longest.header) }];
  const blocks = [...title, ...view.body.flatMap(blocksOf)];
  const text = [view.title ?? "", ...view.body.map(spoken)].filter((line) => line.trim() !== "").join("\n");
  return {
    text: text === "" ? words.done : fitted(text, longest.fallback),
    blocks: blocks.length === 0 ? sections(words.done) : atMost(blocks),
  };
}
