/** A small heart for the door's own edges: it answers by fixed rules and notes what it heard. */
import type { Answer, Bot, Form, Incoming, PostedAt, Reply } from "../../../src/bot/index.ts";
import { card } from "../../../src/bot/index.ts";

export const ideaForm: Form = {
  title: "Add an idea",
  does: "test.sent?poll=7",
  fields: [
    { kind: "note", text: "Staff see it first." },
    { kind: "short", name: "idea", label: "Your idea", max: 100 },
    {
      kind: "choice",
      name: "named",
      label: "Show your name?",
      choices: [
        { label: "No", value: "no", chosen: true },
        { label: "Yes", value: "yes" },
      ],
    },
  ],
};

/** Pass `answers` to add or change what an address or a reply gets. */
export function smallBot(
  answers: Record<string, (incoming: Incoming | Reply) => Promise<Answer> | Answer> = {},
) {
  const heard: Incoming[] = [];
  const replies: Reply[] = [];
  const removed: PostedAt[] = [];
  const changes: { what: string; place: { channel: string } }[] = [];
  const rules: typeof answers = {
    "test.hello": () => ({
      kind: "view",
      view: card("Hello, only you.", [
        { label: "Next", does: "test.next" },
        { label: "Form", does: "test.form" },
      ]),
    }),
    "test.next": () => ({
      kind: "view",
      view: card("The next card.", [{ label: "Form", does: "test.form" }]),
    }),
    "test.form": () => ({ kind: "form", form: ideaForm }),
    "test.sent": (incoming) => ({
      kind: "view",
      view: card(`Kept: ${"fields" in incoming ? incoming.fields?.idea : ""}`),
    }),
    "test.again": () => ({ kind: "form", form: ideaForm }),
    "help.show": () => ({ kind: "view", view: card("This is help.") }),
    ...answers,
  };
  const ruleOf = (does: string) =>
    rules[does.split("?")[0] ?? ""] ?? (() => ({ kind: "view", view: card("Not known.") }) as Answer);
  const bot: Bot = {
    commands: [
      { words: ["hello"], about: "Says hello", does: "test.hello" },
      { words: ["poll", "now"], about: "Asks now", does: "test.hello?now=1" },
      {
        words: ["idea"],
        about: "Adds an idea",
        does: "test.form",
        option: { name: "idea", about: "Your idea", required: false, max: 80 },
      },
    ],
    answers: (does) => (does.startsWith("test.form") ? "form" : "view"),
    async answer(incoming) {
      heard.push(incoming);
      return ruleOf(incoming.does)(incoming);
    },
    async replied(reply) {
      replies.push(reply);
      return (rules.reply ?? (() => ({ kind: "nothing" }) as Answer))(reply);
    },
    removed: async (message) => void removed.push(message),
    placeChanged: async (change) => void changes.push(change),
    sorry: { tooSlow: "That took too long. Please press again.", broken: "Something broke on our side." },
  };
  return { bot, heard, replies, removed, changes };
}
