/** Limits of messages and modals that the published document does not know. Source: Discord developer documentation. */
import type { Component } from "./records.ts";

const V2 = 1 << 15;
const textLength = (component: Component) => (component.type === 10 ? (component.content ?? "").length : 0);

/** A component and all that it holds. */
export const withInner = (component: Component): Component[] => [
  component,
  ...(component.components ?? []).flatMap(withInner),
  ...(component.component ? withInner(component.component) : []),
];

const twice = <Value>(values: Value[]): Value[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

type MessageBody = {
  content?: string | null;
  flags?: number | null;
  components?: Component[] | null;
  attachments?: { id: string | number; filename?: string }[] | null;
  embeds?: unknown[] | null;
  allowed_mentions?: { parse?: string[]; replied_user?: boolean } | null;
  nonce?: string | number | null;
};

/** What is wrong with a message. `edit`: what is left out stays as it is. */
export function messageFaults(body: MessageBody, files: string[], edit = false): string[] {
  const faults: string[] = [];
  const components = body.components ?? [];
  const all = components.flatMap(withInner);
  if ((body.flags ?? 0) & V2) {
    if (body.content || body.embeds?.length) faults.push("components V2 take no content and no embeds");
    if (components.length === 0 && !edit) faults.push("an empty message");
    if (all.length > 40) faults.push(`${all.length} components, at most 40`);
    const text = all.reduce((sum, component) => sum + textLength(component), 0);
    if (text > 4000) faults.push(`${text} characters of text, at most 4000`);
    if (all.some((component) => component.type === 10 && !component.content?.trim()))
      faults.push("an empty text");
  } else {
    if ((body.content ?? "").length > 2000) faults.push("content over 2000 characters");
    if (components.some((component) => component.type !== 1)) faults.push("components V2 without the flag");
    if (components.length > 5) faults.push("over 5 rows");
    if (!edit && !body.content?.trim() && !body.embeds?.length && files.length === 0)
      faults.push("an empty message");
  }
  if (typeof body.nonce === "string" && body.nonce.length > 25) faults.push("nonce over 25 characters");
  faults.push(...componentFaults(all), ...attachmentFaults(body, all, files));
  const mentions = body.allowed_mentions;
  if (mentions?.parse?.length !== 0 || mentions.replied_user)
    faults.push("our own rule: mentions must be off");
  return faults;
}

function attachmentFaults(body: MessageBody, all: Component[], files: string[]): string[] {
  const named = (body.attachments ?? []).map((attachment) => attachment.filename);
  const used = all.flatMap((component) => [
    ...(component.items ?? []).map((item) => item.media.url),
    component.file?.url,
  ]);
  const missing = used
    .filter((url): url is string => url?.startsWith("attachment://") ?? false)
    .filter((url) => !named.includes(url.slice(13)));
  return [
    ...missing.map((url) => `${url} is not attached`),
    ...(twice(named).length > 0 ? ["two attachments of one name"] : []),
    ...(files.length > 0 && files.length !== named.length ? ["files and attachments do not match"] : []),
  ];
}

/** What holds for components in messages and in modals. */
export function componentFaults(all: Component[]): string[] {
  const faults: string[] = [];
  const addresses = all.map((component) => component.custom_id).filter((address) => address !== undefined);
  for (const address of twice(addresses)) faults.push(`custom_id twice: ${address}`);
  for (const id of twice(all.map((component) => component.id).filter((each) => each)))
    faults.push(`component id twice: ${id}`);
  for (const component of all) {
    if ((component.custom_id ?? "").length > 100) faults.push("custom_id over 100 characters");
    if (component.id !== undefined && (component.id < 0 || component.id > 2_147_483_647))
      faults.push("component id over 32 bits");
    if (component.type === 1) faults.push(...rowFaults(component));
    if (component.type === 2) faults.push(...buttonFaults(component));
    if (component.options) faults.push(...optionFaults(component));
  }
  return faults;
}

function rowFaults(row: Component): string[] {
  const inner = row.components ?? [];
  if (inner.length === 0) return ["an empty row"];
  if (inner.some((each) => each.type !== 2)) return inner.length > 1 ? ["a menu shares its row"] : [];
  return inner.length > 5 ? [`${inner.length} buttons in a row, at most 5`] : [];
}

function buttonFaults(button: Component): string[] {
  const faults: string[] = [];
  const label = button.label ?? "";
  if (label.trim() === "") faults.push("a button without a label");
  if (label.length > 80) faults.push("a label over 80 characters");
  if (button.style === 5 ? !button.url || button.custom_id : !button.custom_id || button.url)
    faults.push("a button needs either custom_id or url");
  return faults;
}

function optionFaults(component: Component): string[] {
  const options = component.options ?? [];
  const faults: string[] = [];
  const most = component.type === 3 ? 25 : 10;
  if (options.length < (component.type === 21 ? 2 : 1) || options.length > most)
    faults.push(`${options.length} options`);
  for (const option of options) {
    if (option.label.trim() === "" || option.label.length > 100)
      faults.push("an option's label has 1 to 100 characters");
    if (option.value.length > 100 || option.value === "")
      faults.push("an option's value has 1 to 100 characters");
    if ((option.description ?? "").length > 100) faults.push("an option's description over 100 characters");
  }
  if (twice(options.map((option) => option.value)).length > 0) faults.push("an option's value twice");
  const chosen = options.filter((option) => option.default).length;
  const max =
    component.type === 21 ? 1 : (component.max_values ?? (component.type === 22 ? options.length : 1));
  const min = component.min_values ?? (component.type === 22 ? 0 : 1);
  if (chosen > max) faults.push("more chosen than may be");
  if (max > options.length || min > max) faults.push("min_values and max_values do not fit the options");
  return faults;
}

/** What is wrong with a modal. */
export function modalFaults(modal: {
  title?: string;
  custom_id?: string;
  components?: Component[];
}): string[] {
  const faults: string[] = [];
  const parts = modal.components ?? [];
  if (parts.length < 1 || parts.length > 5) faults.push(`${parts.length} parts in a modal, 1 to 5`);
  if (!modal.title?.trim() || modal.title.length > 45) faults.push("a modal's title has 1 to 45 characters");
  if (!modal.custom_id || modal.custom_id.length > 100)
    faults.push("a modal's custom_id has 1 to 100 characters");
  faults.push(...componentFaults(parts.flatMap(withInner)));
  for (const part of parts) {
    const field = part.component;
    if (part.type === 10) continue;
    if (part.type !== 18 || !field) faults.push("a modal holds labels and text");
    if ((part.label ?? "").length > 45) faults.push("a label over 45 characters");
    if ((part.description ?? "").length > 100) faults.push("a description over 100 characters");
    if (field?.type === 4 && (field.value ?? "").length > (field.max_length ?? 4000))
      faults.push("a value over max_length");
    if (field?.type === 4 && (field.placeholder ?? "").length > 100)
      faults.push("a placeholder over 100 characters");
    if (field && field.type !== 4 && field.required !== false && field.min_values === 0)
      faults.push("required with min_values 0");
  }
  return faults;
}
