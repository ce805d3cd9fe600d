/** Looks at a sent form before the heart does: what is missing or too long is said at its field, and nothing is lost. */
import { type Field, type Form, unreachable } from "../../../src/bot/index.ts";
import { say } from "./words.ts";

export type Values = Record<string, string | string[]>;

/** What was typed, for the fields that the form has and no others. `typed` leaves out what was not ticked. */
export const valuesOf = (form: Form, typed: Values): Values =>
  Object.fromEntries(
    form.fields.flatMap((field) =>
      field.kind === "note" ? [] : [[field.name, readValue(field, typed[field.name])]],
    ),
  );

/** What the form was opened with. */
export const openedWith = (form: Form): Values =>
  Object.fromEntries(
    form.fields.flatMap((field) => (field.kind === "note" ? [] : [[field.name, startValue(field)]])),
  );

/** The form as typed, to be shown again. */
export const withValues = (form: Form, values: Values): Form => ({
  ...form,
  fields: form.fields.map((field) => (field.kind === "note" ? field : withValue(field, values[field.name]))),
});

/** By field name, what is to be mended. Empty: all is well. */
export function troublesOf(form: Form, values: Values): Record<string, string> {
  const troubles: Record<string, string> = {};
  for (const field of form.fields) {
    if (field.kind === "note") continue;
    const trouble = troubleOf(field, values[field.name] ?? "");
    if (trouble) troubles[field.name] = trouble;
  }
  return troubles;
}

type Asking = Exclude<Field, { kind: "note" }>;

const isList = (field: Asking): boolean =>
  field.kind === "several" || field.kind === "people" || field.kind === "role";

function readValue(field: Asking, typed: string | string[] | undefined): string | string[] {
  const list = [typed ?? []].flat();
  if (isList(field)) return list.filter((one) => one !== "");
  return (list[0] ?? "").replaceAll("\r\n", "\n");
}

function startValue(field: Asking): string | string[] {
  switch (field.kind) {
    case "short":
    case "long":
    case "scale":
    case "channel":
      return field.value ?? "";
    case "choice":
      return field.choices.find((choice) => choice.chosen)?.value ?? "";
    case "several":
      return field.choices.filter((choice) => choice.chosen).map((choice) => choice.value);
    case "people":
    case "role":
      return field.value ?? [];
    default:
      return unreachable(field);
  }
}

function withValue(field: Asking, value: string | string[] = ""): Asking {
  const list = [value].flat();
  switch (field.kind) {
    case "short":
    case "long":
    case "scale":
    case "channel":
      return { ...field, value: list[0] ?? "" };
    case "choice":
    case "several":
      return {
        ...field,
        choices: field.choices.map((choice) => ({ ...choice, chosen: list.includes(choice.value) })),
      };
    case "people":
    case "role":
      return { ...field, value: list };
    default:
      return unreachable(field);
  }
}

/** What is a little too long still goes to the heart, which offers it back for shortening; as the other doors do. */
const slack = (max: number): number => max * 3 + 100;

/** Nobody can be made to pick where there is nothing to pick, or where picking nothing is fine. */
const mayBeEmpty = (field: Asking): boolean =>
  field.optional === true ||
  ((field.kind === "choice" || field.kind === "several") && field.choices.length === 0) ||
  (field.kind === "several" && field.choose.min === 0);

function troubleOf(field: Asking, value: string | string[]): string | undefined {
  // The try-out has no roles, so nobody can fill one in.
  if (field.kind === "role") return undefined;
  if (value.length === 0) {
    if (mayBeEmpty(field)) return undefined;
    return field.kind === "short" || field.kind === "long" ? say.needed() : say.needsChoice();
  }
  if (field.kind === "short" || field.kind === "long")
    return value.length > slack(field.max)
      ? say.tooLong({ max: field.max, length: value.length })
      : undefined;
  const most = field.kind === "several" ? field.choose.max : field.kind === "people" ? field.most : 1;
  if (Array.isArray(value) && value.length > most) return say.tooMany({ max: most });
  if (field.kind === "several" && value.length < field.choose.min)
    return say.tooFew({ min: field.choose.min });
  return undefined;
}
