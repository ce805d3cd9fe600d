/**
 * Looks at every free text before it is stored or shown. Pure: fixed phrases, no model, no score. It cannot catch everything,
 * which is why each card has its "Get help" button.
 */
import { type Contact, findsContact } from "./contacts.ts";
import { readings } from "./normalise.ts";
import { groups, type Kind, phrases, signals } from "./phrases.ts";
import { tidy } from "./tidy.ts";

export type Screened = {
  /** Something that a person should hear about: show the help card, and do not store or post the text. */
  concern: { kind: Kind } | undefined;
  /** The text as it may be kept. Empty when nothing can be seen of it. */
  clean: string;
  /** It holds a phone number, address, e-mail, link or mention, which the bot never repeats. */
  holdsContact: boolean;
  contact: Contact | undefined;
};

/** Looks at one text. */
export function screen(text: string): Screened {
  const clean = tidy(text);
  const kind = concernIn(text);
  const contact = findsContact(clean);
  return { concern: kind && { kind }, clean, holdsContact: contact !== undefined, contact };
}

const kinds = Object.keys(phrases) as Kind[];

/** What worries us in a text, if anything: the first kind of phrase that stands in it. */
export function concernIn(text: string): Kind | undefined {
  const read = readings(text);
  const found = kinds.find((kind) => read.some((words) => patterns[kind].test(words)));
  return found ?? (signalled(text) ? "wants to die" : undefined);
}

const signalled = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text) && signals.some((together) => together.every((emoji) => text.includes(emoji)));

/**
 * A phrase as a pattern over words between single spaces. Spaces may be missing ("iwanttodie"), as long as the phrase ends
 * where a word ends ("want to diet" is none) and begins where one does, or after "i", "I'm" or "I just" in one word.
 */
function patternOf(phrase: string): string {
  let source = phrase;
  while (/\{\w+\}/.test(source))
    source = source.replace(/\{(\w+)\}/g, (_, name: string) => groups[name as keyof typeof groups]);
  const pattern = source
    .replace(/\(\?!([^)]*)\)/g, (_, inner: string) => `(?!(?:${inner.replaceAll(" ", "_")})(?:_|$))`)
    .replace(/ \[([^\]]*)\](?=$|\$)/g, (_, inner: string) => `(?: (?:${inner}))?`)
    .replace(/\[([^\]]*)\] ?/g, (_, inner: string) => `(?:(?:${inner}) )?`)
    .replace(/\* /g, "(?:\\S{1,20}_){0,3}?")
    .replace(/\((?!\?)/g, "(?:")
    .replaceAll(" ", " ?")
    .replaceAll("_", " ");
  return `(?:^| |(?<=(?:^| )(?:i|im|ijust|imjust)))${pattern}(?= |$)`;
}

/** All phrases of a kind in one pattern: a text is gone through once for each kind, not once for each phrase. */
const patterns = Object.fromEntries(
  kinds.map((kind) => [kind, new RegExp(phrases[kind].map(patternOf).join("|"))]),
) as Record<Kind, RegExp>;
