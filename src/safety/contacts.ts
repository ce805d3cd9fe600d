/** Contact details and links in what people type, so that the bot never repeats them. Pure. */

export type Contact = "email" | "link" | "phone" | "address" | "mention";

/** Endings of web addresses that people post. Short words among them ("me", "to", "be", "is") need a path behind: "youtu.be/x". */
const endings =
  "com|org|net|info|biz|uk|wales|cymru|scot|london|io|gg|ly|co|app|dev|xyz|online|site|website|shop|club|live|link|page|tv|fm|eu|us|ie|de|fr|pl|ro|edu|gov";
const shortEndings = "me|to|be|in|is|it|so|us|am|cc|tk|gl|do|at|fi|al";
const mailers = "gmail|googlemail|hotmail|outlook|yahoo|icloud|live|proton|protonmail|aol";

/** Ends of street names. Those that are also everyday words count with capitals alone: "12 Mill Close", not "2 people close". */
const streets = "street|road|avenue|lane|crescent|terrace|mews|rd|ave";
const capitalStreets =
  "Close|Drive|Way|Court|Gardens|Place|Grove|Hill|Row|Square|Walk|Park|Green|St|Ln|Dr|Cl";
const notStreetWords =
  "the|on|in|of|a|an|to|and|for|with|at|from|by|minutes?|mins?|hours?|days?|nights?|weeks?|people|miles?|metres?|kms?|more|new|st|nd|rd|th";

const patterns: Record<Contact, RegExp[]> = {
  email: [
    /<mailto:[^>\s]*>?/giu,
    /(?:mailto:)?[\p{L}\d._%+-]{1,64}\s?[@＠]\s?[\p{L}\d-]{1,63}(?:\s?[.．]\s?[\p{L}\d-]{1,63}){0,4}[.．]\s?\p{L}{2,24}/giu,
    new RegExp(
      `[\\p{L}\\d._%+-]{1,64}\\s{0,3}[([]?\\s*\\bat\\b\\s*[)\\]]?\\s*(?:${mailers})\\s*(?:\\.|[([]?\\s*dot\\s*[)\\]]?)\\s*(?:com|co|net|org|me|uk)\\b`,
      "giu",
    ),
  ],
  link: [
    /<?\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s>]*(?:>)?/giu,
    /\bwww\.[^\s]+/giu,
    new RegExp(
      `(?<![\\p{L}\\d@.])(?:[\\p{L}\\d-]{1,63}\\.){1,6}(?:${endings})(?![\\p{L}\\d])(?:[/?#:][^\\s]*)?`,
      "giu",
    ),
    new RegExp(`(?<![\\p{L}\\d@.])(?:[\\p{L}\\d-]{1,63}\\.){1,6}(?:${shortEndings})/[^\\s]+`, "giu"),
    /\b[\p{L}\d-]{2,63}\s*[([]?\s*dot\s*[)\]]?\s*(?:com|org|co\s*[([]?\s*dot\s*[)\]]?\s*uk|gg)\b/giu,
    /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])(?::\d+)?(?:\/[^\s]*)?/gu,
  ],
  mention: [
    /<(?:@[!&]?|#|!|:|a:|t:|\/|id:)[^>\s][^>]{0,120}>/giu,
    /[@＠](?:everyone|here|channel)\b/giu,
    /(?<![\p{L}\d_.])[@＠][\p{L}_][\p{L}\d_.-]+/giu,
  ],
  phone: [
    // With + or 00 and a country, or from 0: 10 to 13 digits, singly or in groups divided by a space, dot, dash or bracket.
    /(?<![\d\p{L}])(?:\+|00)\s?\d(?:[\s.()-]{0,2}\d){7,13}(?!\d)/gu,
    /(?<![\d\p{L}])\(?0(?:[\s.()-]{0,2}\d){9,10}(?!\d)/gu,
    /(?<![\d\p{L}.-])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/gu,
    /(?<![\d\p{L}.-])\d{10,13}(?!\d)/gu,
  ],
  address: [
    // A British postcode. The last two letters are never C I K M O V, so that "B1 2pm" is a room and a time.
    /\b[A-PR-UWYZ][A-HK-Y]?\d[A-HJKPSTUW\d]?\s?\d(?!st\b|nd\b|rd\b|th\b)[ABD-HJLNP-UW-Z]{2}\b/giu,
    new RegExp(
      `\\b\\d{1,4}[a-z]?,?\\s+(?:(?!(?:${notStreetWords})\\b)[\\p{L}'’-]+\\s+){1,3}(?:${streets})\\b`,
      "giu",
    ),
    new RegExp(`\\b\\d{1,4}[a-zA-Z]?,?\\s+(?:\\p{Lu}[\\p{L}'’-]*\\s+){1,3}(?:${capitalStreets})\\b`, "gu"),
  ],
};

/** What is looked for first: an e-mail address holds something like a link, a link something like a mention. */
const order: Contact[] = ["email", "link", "mention", "phone", "address"];

/** The first kind of contact detail, link or mention that a text holds. */
export const findsContact = (text: string): Contact | undefined =>
  order.find((kind) => patterns[kind].some((pattern) => text.search(pattern) !== -1));

/** A text with each of them replaced by "…". */
export const withoutContacts = (text: string): string =>
  order
    .flatMap((kind) => patterns[kind])
    .reduce((left, pattern) => left.replace(pattern, "…"), text)
    .replace(/\s+/g, " ")
    .trim();
