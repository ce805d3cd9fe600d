/**
 * A heart for tests of the door alone: it says what it was asked, and can be slow, silent or broken on demand.
 * Tests of the whole product use the real one.
 */
import {
  type Answer,
  type Bot,
  type Command,
  card,
  type Incoming,
  type Place,
  type PostedAt,
  type Reply,
} from "../../../src/bot/index.ts";

export type TestHeart = Bot & {
  came: Incoming[];
  replies: Reply[];
  gone: PostedAt[];
  changes: { what: string; place: Place }[];
  /** What to answer from now on, by the address's name; else the address itself is said. */
  says: Map<string, (incoming: Incoming) => Answer | Promise<Answer>>;
  /** Which addresses answer with a form. */
  forms: Set<string>;
  /** What to answer to written replies. */
  onReply: (reply: Reply) => Answer | Promise<Answer>;
};

const commands: Command[] = [
  { words: ["plan"], about: "What comes next", does: "plan.show" },
  { words: ["setup"], about: "Set a board up", does: "setup.open", forManagers: true },
  { words: ["poll", "now"], about: "Open a poll now", does: "poll.now" },
  { words: ["poll", "skip"], about: "Skip the next poll", does: "poll.skip" },
  {
    words: ["idea"],
    about: "Add an idea",
    does: "poll.idea",
    option: { name: "idea", about: "Your idea", required: false, max: 80 },
  },
];

export function testHeart(known: Command[] = commands): TestHeart {
  const heart: TestHeart = {
    commands: known,
    came: [],
    replies: [],
    gone: [],
    changes: [],
    says: new Map(),
    forms: new Set(),
    onReply: () => ({ kind: "nothing" }),
    answers: (does) => (heart.forms.has(does.split("?")[0] ?? "") ? "form" : "view"),
    async answer(incoming) {
      heart.came.push(incoming);
      const says = heart.says.get(incoming.does.split("?")[0] ?? "");
      return says ? says(incoming) : { kind: "view", view: card(incoming.does) };
    },
    async replied(reply) {
      heart.replies.push(reply);
      return heart.onReply(reply);
    },
    async removed(message) {
      heart.gone.push(message);
    },
    async placeChanged(change) {
      heart.changes.push(change);
    },
    sorry: {
      tooSlow: "That took too long. Please try again.",
      broken: "Sorry, something broke. It is not your fault.",
    },
  };
  return heart;
}
