/**
 * All that a person can be shown, as plain data. Each door draws every part in its own way; a new kind of
 * part does not compile until every door can draw it (see `unreachable`).
 */

/** One card: a post in a channel, or an answer that only one person sees.
 *  `no`: this is a kind no, and of which kind ("closed"): a line for the host's log, never drawn. */
export type View = { title?: string; body: Part[]; no?: string };

/** One piece of a card. Texts are plain, except for `strong`; doors escape everything else. */
export type Part =
  | { kind: "text" | "small"; text: string }
  | { kind: "facts"; facts: Fact[] }
  | { kind: "table"; columns: string[]; rows: string[][] }
  | { kind: "bars"; bars: Bar[] }
  | { kind: "picture"; png: Uint8Array; alt: string }
  | { kind: "file"; name: string; bytes: Uint8Array; what: string }
  | { kind: "buttons"; buttons: Button[] }
  | { kind: "menu"; prompt: string; choose: { min: number; max: number }; choices: Choice[]; does: string }
  | { kind: "line" };

/** A label and its value, such as "Opens" and "Monday at 4pm". */
export type Fact = { label: string; value: string };

/** A bar of a result. `share` is 0 to 1 of the longest bar; `count` is left out where a number could tell on someone. */
export type Bar = { label: string; count?: number; share: number };

/** A button does an action by its address, or opens a link. `main` is the one that most people will want. */
export type Button = { label: string; tone?: "plain" | "main" | "danger" } & (
  | { does: string }
  | { opens: string }
);

/** One choice of a menu or field. `chosen` marks what is set now; `hint` is a short second line. */
export type Choice = { label: string; value: string; chosen?: boolean; hint?: string };

/** A form. At most five fields, notes included (Discord's limit; `limits.ts`). `does` gets the fields by name. */
export type Form = { title: string; does: string; submit?: string; fields: Field[] };

/**
 * One field of a form. `scale` is a whole number from `from` to `to`; `people`, `channel` and `role` open the
 * platform's own picker and give platform ids; a platform without roles leaves `role` out.
 * Pickers and `several` give a list, the others one string. A field left empty gives "" or [].
 */
export type Field =
  | { kind: "note"; text: string }
  | ({ kind: "short" | "long"; value?: string; example?: string; max: number } & Named)
  | ({ kind: "choice"; choices: Choice[] } & Named)
  | ({ kind: "several"; choices: Choice[]; choose: { min: number; max: number } } & Named)
  | ({ kind: "scale"; from: number; to: number; unsure?: string; value?: string } & Named)
  | ({ kind: "people" | "role"; value?: string[]; most: number } & Named)
  | ({ kind: "channel"; value?: string } & Named);

type Named = { name: string; label: string; hint?: string; optional?: boolean };

const strongFrom = "\uE000";
const strongTo = "\uE001";

/** Makes words stand out. The only mark-up there is; what people type can never contain it (`safety` strips it). */
export const strong = (text: string): string => `${strongFrom}${text}${strongTo}`;

/** A text cut into runs, for a door to draw: each with whether it stands out. */
export function runs(text: string): { text: string; strong: boolean }[] {
  return text
    .split(new RegExp(`(${strongFrom}[^${strongTo}]*${strongTo})`))
    .filter((run) => run !== "")
    .map((run) =>
      run.startsWith(strongFrom) ? { text: run.slice(1, -1), strong: true } : { text: run, strong: false },
    );
}

/** A text without its marks, for labels, alt texts and logs of shape. */
export const plain = (text: string): string => text.replace(/[\uE000\uE001]/g, "");

/** Stands at the end of a `switch` over kinds: adding a kind stops the compiler until it is handled there. */
export function unreachable(kind: never): never {
  throw new Error(`No drawing for ${JSON.stringify(kind)}. Add a case where this was thrown.`);
}

/** Says that a card is a kind no. `no` is a bare word such as "too-long", never what somebody wrote. */
export const kindNo = (no: string, view: View): View => ({ ...view, no });

/** The most common card: a few sentences and, below them, buttons. */
export function card(texts: string | string[], buttons: Button[] = []): View {
  const body: Part[] = [texts].flat().map((text) => ({ kind: "text", text }));
  return { body: buttons.length > 0 ? [...body, { kind: "buttons", buttons }] : body };
}
