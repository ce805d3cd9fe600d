/** Draws each kind of part. Words come before bars and pictures, so that a screen reader says what matters first. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  type RawFile,
  SeparatorSpacingSize,
} from "discord.js";
import { type Bar, type Button, type Choice, limits, type Part, unreachable } from "../../src/bot/index.ts";
import { cut } from "./cut.ts";
import type { Piece } from "./fit.ts";
import { bold, markdown, unmarked } from "./markdown.ts";
import { words } from "./words.ts";

/** A file that goes along, with its description for screen readers. */
export type Attached = RawFile & { description?: string };

/** The pieces of one part. Files are added to `files`, under names of their own. */
export function drawPart(part: Part, files: Attached[]): Piece[] {
  switch (part.kind) {
    case "text":
      return [{ lines: markdown(part.text).split("\n") }];
    case "small":
      return [
        {
          lines: markdown(part.text)
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => `-# ${line}`),
        },
      ];
    case "facts":
      return [{ lines: part.facts.map((fact) => `${bold(`${fact.label}:`)} ${markdown(fact.value)}`) }];
    case "table":
      return [{ lines: part.rows.map((row) => drawRow(part.columns, row)) }];
    case "bars":
      return [{ lines: part.bars.map(drawBar) }];
    case "picture": {
      const url = attach(files, {
        name: "picture.png",
        data: part.png,
        description: cut(unmarked(part.alt), 1024),
      });
      const description = cut(unmarked(part.alt), 1024);
      return [
        {
          component: {
            type: ComponentType.MediaGallery,
            items: [{ media: { url }, ...(description && { description }) }],
          },
        },
      ];
    }
    case "file": {
      const url = attach(files, { name: part.name, data: part.bytes });
      return [
        { lines: markdown(part.what).split("\n") },
        { component: { type: ComponentType.File, file: { url } } },
      ];
    }
    case "buttons":
      return drawButtons(part.buttons);
    case "menu":
      return drawMenu(part);
    case "line":
      return [
        { component: { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small } },
      ];
    default:
      return unreachable(part);
  }
}

/** One row as a sentence-like line: Discord has no tables, and columns of blanks break on a phone. */
function drawRow(columns: string[], row: string[]): string {
  const [first = "", ...others] = row;
  const rest = others.map((cell, index) => {
    const column = columns[index + 1];
    return column ? `${markdown(column)}: ${markdown(cell)}` : markdown(cell);
  });
  return [bold(first), ...rest].join(" · ");
}

function drawBar(bar: Bar): string {
  const blocks = "█".repeat(Math.round(Math.min(1, Math.max(0, bar.share)) * 10));
  return `${bold(bar.label)}${bar.count === undefined ? "" : `: ${bar.count}`} ${blocks}`.trimEnd();
}

const styles = {
  plain: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

function drawButton(button: Button): APIButtonComponent {
  // 80 characters: Discord, "Button". A label of blanks alone would be refused.
  const label = cut(unmarked(button.label), 80).trim() || "…";
  if ("opens" in button)
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.opens };
  return { type: ComponentType.Button, style: styles[button.tone ?? "plain"], label, custom_id: button.does };
}

function drawButtons(buttons: Button[]): Piece[] {
  const rows: Piece[] = [];
  for (let from = 0; from < buttons.length; from += limits.buttonsInARow) {
    const components = buttons.slice(from, from + limits.buttonsInARow).map(drawButton);
    rows.push({ component: { type: ComponentType.ActionRow, components } });
  }
  return rows;
}

/** A menu's prompt is its placeholder; where a choice hides the placeholder, the prompt stands above in words. */
function drawMenu(menu: Extract<Part, { kind: "menu" }>): Piece[] {
  const choices = menu.choices.slice(0, limits.menuChoices);
  if (choices.length === 0) return [{ lines: [markdown(menu.prompt), `-# ${words.nothingToChoose}`] }];
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: menu.does,
    placeholder: cut(unmarked(menu.prompt), 150) || words.choose,
    min_values: Math.min(menu.choose.min, choices.length),
    max_values: Math.max(1, Math.min(menu.choose.max, choices.length)),
    options: drawOptions(choices, menu.choose.max),
  };
  const row: APIActionRowComponent<APIStringSelectComponent> = {
    type: ComponentType.ActionRow,
    components: [select],
  };
  const above = choices.some((choice) => choice.chosen) ? [{ lines: [markdown(menu.prompt)] }] : [];
  const below = menu.choices.length > choices.length ? [{ lines: [`-# ${words.shortened}`] }] : [];
  return [...above, { component: row }, ...below];
}

/** Options of a select, radio or checkbox group: 100 characters each for label, value and hint. */
export function drawOptions(choices: Choice[], most: number) {
  let chosen = 0;
  return choices.map((choice) => {
    if (choice.chosen) chosen += 1;
    return {
      label: cut(unmarked(choice.label), 100).trim() || "…",
      value: choice.value,
      ...(choice.hint && { description: cut(unmarked(choice.hint), 100) }),
      ...(choice.chosen && chosen <= most && { default: true }),
    };
  });
}

/** Adds a file under a name that nothing else in the message has, and gives the address by which components show it. */
function attach(files: Attached[], file: Attached): string {
  const safe = file.name.replace(/[^\w.-]/g, "_") || "file";
  const name = files.some((other) => other.name === safe) ? `${files.length}-${safe}` : safe;
  files.push({ ...file, name });
  return `attachment://${name}`;
}
