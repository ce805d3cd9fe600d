/** A small heart of the tests' own: it draws every part and asks every field, and counts what reached it. */
import {
  type Answer,
  address,
  type Bot,
  type Form,
  type Incoming,
  type Reply,
  readAddress,
  type View,
} from "../../../src/bot/index.ts";

/** One white pixel. */
export const pixel = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** The weekly post as sketched in screens.md. */
export const weekly: View = {
  title: "What would you like to do over the next four weeks?",
  body: [
    { kind: "text", text: "Reply to this message with an idea, or use the buttons. You can pick up to 3." },
    { kind: "text", text: "Your picks are \uE000secret\uE001 from the board and from staff." },
    { kind: "facts", facts: [{ label: "Open until", value: "Friday at 6pm" }] },
    {
      kind: "table",
      columns: ["", "Idea"],
      rows: [
        ["1", "Film night with captions"],
        ["2", "Paint the waiting room"],
        ["3", "Pizza and planning"],
      ],
    },
    {
      kind: "buttons",
      buttons: [
        { label: "Choose", does: "test.choose", tone: "main" },
        { label: "Add my idea", does: "test.idea" },
        { label: "Get help", does: "test.help" },
        { label: "Take it away", does: "test.gone", tone: "danger" },
        { label: "Read more", opens: "https://example.org/" },
      ],
    },
    { kind: "line" },
    { kind: "small", text: "Reply and everyone sees it is you. Use the button to stay unnamed." },
  ],
};

/** A result with bars, a picture and a file. */
export const result: View = {
  title: "Here is what you chose",
  body: [
    {
      kind: "bars",
      bars: [
        { label: "Ice skating", count: 6, share: 1 },
        { label: "Paint the waiting room", count: 4, share: 0.66 },
        { label: "Film night", share: 0.33 },
      ],
    },
    { kind: "text", text: "9 of 14 of you took part." },
    { kind: "picture", png: pixel, alt: "A wall of paper notes." },
    {
      kind: "file",
      name: "result.csv",
      bytes: new TextEncoder().encode("idea,picks\n"),
      what: "The result as a table",
    },
  ],
};

export const everyField: Form = {
  title: "All the fields",
  does: "test.sent",
  submit: "Send it",
  fields: [
    { kind: "note", text: "Only staff see what you write here." },
    {
      kind: "short",
      name: "idea",
      label: "Your idea",
      hint: "Up to 80 letters",
      max: 80,
      example: "Film night",
    },
    { kind: "long", name: "why", label: "Why?", max: 400, optional: true },
    {
      kind: "choice",
      name: "named",
      label: "Say it is yours?",
      choices: [
        { label: "No, keep it unnamed", value: "no", chosen: true },
        { label: "Yes", value: "yes", hint: "Everyone sees your name" },
      ],
    },
    {
      kind: "several",
      name: "days",
      label: "Which days?",
      choose: { min: 1, max: 2 },
      choices: ["Monday", "Tuesday", "Wednesday"].map((label) => ({ label, value: label })),
    },
    { kind: "scale", name: "score", label: "How was it?", from: 1, to: 9, unsure: "I don't know yet" },
    { kind: "people", name: "staff", label: "Who helps?", most: 2, optional: true },
    { kind: "role", name: "role", label: "Which role?", most: 1 },
    { kind: "channel", name: "where", label: "Where?", optional: true },
  ],
};

export type TestBot = Bot & { came: (Incoming | Reply)[]; removedOnes: string[] };

export function testBot(): TestBot {
  const came: (Incoming | Reply)[] = [];
  const removedOnes: string[] = [];
  const picked = new Map<string, string[]>();
  const ballot = (person: string): View => {
    const mine = picked.get(person) ?? [];
    const choices = ["Ice skating", "Film night", "Paint the waiting room"].map((label) => ({
      label,
      value: label,
      chosen: mine.includes(label),
    }));
    return {
      body: [
        {
          kind: "text",
          text:
            mine.length > 0
              ? `Saved: ${mine.join(" · ")}`
              : "Pick up to 2. You can change this until Friday.",
        },
        { kind: "menu", prompt: "Your picks", choose: { min: 0, max: 2 }, choices, does: "test.pick" },
        { kind: "menu", prompt: "I'd lead", choose: { min: 0, max: 1 }, choices, does: "test.lead" },
        {
          kind: "buttons",
          buttons: [
            { label: "Something else", does: "test.idea" },
            { label: "Nothing this time, thanks", does: "test.none" },
          ],
        },
      ],
    };
  };
  const said = (text: string): Answer => ({ kind: "view", view: { body: [{ kind: "text", text }] } });
  return {
    came,
    removedOnes,
    commands: [
      { words: ["poll", "now"], about: "Open a poll now", does: "test.ask" },
      {
        words: ["idea"],
        about: "Add an idea",
        does: "test.typed",
        option: { name: "idea", about: "Your idea", required: false, max: 80 },
      },
      { words: ["help"], about: "See who can help", does: "test.help" },
      { words: ["setup"], about: "Set the board up", does: "test.all", forManagers: true },
    ],
    answers: (does) => (["test.idea", "test.all"].includes(readAddress(does).does) ? "form" : "view"),
    async answer(incoming) {
      came.push(incoming);
      const { fields = {}, person } = incoming;
      switch (readAddress(incoming.does).does) {
        case "test.choose":
          return { kind: "view", view: ballot(person.id) };
        case "test.pick":
          picked.set(person.id, [fields.chosen ?? []].flat());
          return { kind: "view", view: ballot(person.id) };
        case "test.idea":
          return {
            kind: "form",
            form: { title: "Add an idea", does: "test.sent", fields: everyField.fields.slice(1, 2) },
          };
        case "test.all":
          return { kind: "form", form: everyField };
        case "test.sent":
          return said(`Added: ${fields.idea}`);
        case "test.typed":
          return said(`Added: ${fields.idea ?? "nothing"}`);
        case "test.ask":
          return {
            kind: "view",
            view: {
              title: "Open a poll now?",
              body: [
                { kind: "text", text: "It goes to the whole board." },
                {
                  kind: "buttons",
                  buttons: [{ label: "Yes, open it", does: address("test.yes"), tone: "main" }],
                },
              ],
            },
          };
        case "test.nothing":
          return { kind: "nothing" };
        default:
          return said("Here is who can help.");
      }
    },
    async replied(reply) {
      came.push(reply);
      return said(`Added: ${reply.text}`);
    },
    async removed(message) {
      removedOnes.push(message.message);
    },
    async placeChanged() {},
    sorry: { tooSlow: "That took too long.", broken: "Something broke." },
  };
}
