/** Pure drawings of the poll room: the weekly post, the private choosing card, what is open, the reminder. */
import { address } from "../../bot/action.ts";
import type { Saying } from "../../bot/say.ts";
import { type Button, card, type Part, strong, type View } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import type { Speaking } from "../../schedule/speaking.ts";
import { takesIdeas, takesVotes } from "./rules.ts";
import type { PollWithOptions } from "./store.ts";
import type { words } from "./words.ts";

/** What every drawing needs besides its poll. */
export type Ink = {
  say: Saying<typeof words>;
  when: Speaking;
  board: Pick<Board, "id" | "name" | "stage">;
  now: Date;
};

type Line = PollWithOptions["options"][number];

/** How an idea is read: its words, and whose it is only where that was chosen. */
export function ideaText(
  line: Pick<Line, "text" | "idea">,
  names: ReadonlyMap<string, string>,
  say: Ink["say"],
): string {
  const { text, idea } = line;
  if (idea?.fromStaff) return say.card.fromStaff({ idea: text });
  const name = idea?.named && idea.authorId ? names.get(idea.authorId) : undefined;
  return name ? say.card.by({ idea: text, name }) : text;
}

/** As `ideaText`, but for an idea that staff hid: why they did, in place of its words. */
export const lineText = (
  line: Pick<Line, "text" | "idea">,
  names: ReadonlyMap<string, string>,
  say: Ink["say"],
): string =>
  line.idea?.state === "hidden"
    ? say.card.hidden({ why: line.idea.hiddenWhy ?? "" })
    : ideaText(line, names, say);

/** The post in the board channel. The same drawing for an open and for a closed poll. */
export function pollCard(poll: PollWithOptions, names: ReadonlyMap<string, string>, ink: Ink): View {
  const { say, when, board, now } = ink;
  const open = takesVotes(poll, now);
  const ideas = takesIdeas(poll, now);
  const weekly = poll.kind === "weekly";
  const body: Part[] = [];
  if (open) {
    body.push({
      kind: "text",
      text: `${weekly ? say.card.how({ picks: poll.picks }) : say.card.howAsk({ picks: poll.picks })} ${poll.mode === "named" ? say.card.named() : say.card.secret()}`,
    });
  }
  body.push(...ballotLines(poll, names, say));
  if (!open) body.push({ kind: "small", text: say.card.closed() });
  else {
    const until = [say.card.openUntil({ when: when.moment(poll.closesAt, now) })];
    if (weekly)
      until.push(
        ideas ? say.card.ideasUntil({ when: when.moment(poll.ideasCloseAt, now) }) : say.card.ideasClosed(),
      );
    body.push({ kind: "text", text: until.join(" ") });
  }
  body.push({ kind: "buttons", buttons: cardButtons(poll, open, ideas, ink) });
  if (ideas) body.push({ kind: "small", text: say.card.replies() });
  if (board.stage === "practice") body.push({ kind: "small", text: say.practice() });
  return { title: poll.question, body };
}

function cardButtons(poll: PollWithOptions, open: boolean, ideas: boolean, { say, board }: Ink): Button[] {
  const b = board.id;
  return [
    ...(open
      ? [
          {
            label: say.buttons.choose(),
            tone: "main" as const,
            does: address("poll.choose", { b, poll: poll.id }),
          },
        ]
      : []),
    ...(ideas ? [{ label: say.buttons.add(), does: address("idea.add", { b }) }] : []),
    { label: say.buttons.help(), does: address("help.now", { b }) },
  ];
}

/** The numbered list: what is still on the table, then what is new. A hidden idea leaves its reason in sight. */
function ballotLines(poll: PollWithOptions, names: ReadonlyMap<string, string>, say: Ink["say"]): Part[] {
  const shown = poll.options.filter((line) => !line.off || line.idea?.state === "hidden");
  const write = (line: Line) => `${line.number}  ${lineText(line, names, say)}`;
  const group = (title: string | undefined, lines: Line[]): Part[] =>
    lines.length === 0
      ? []
      : [{ kind: "text", text: [...(title ? [strong(title)] : []), ...lines.map(write)].join("\n") }];
  if (poll.kind === "ask") return group(undefined, shown);
  if (shown.length === 0) return [{ kind: "text", text: say.card.none() }];
  return [
    ...group(
      say.card.carried(),
      shown.filter((line) => !line.fresh),
    ),
    ...group(
      say.card.fresh(),
      shown.filter((line) => line.fresh),
    ),
  ];
}

export type Choosing = {
  /** Undefined: not chosen yet. Empty: nothing this time. */
  picks: string[] | undefined;
  /** Ideas that this person would help with, or lead. */
  helps: string[];
  leads: string[];
  /** A first line, such as a kind no. */
  note?: string;
  /** There are older ideas that rest. */
  resting: boolean;
};

/** The private card on which a person chooses. */
export function choosingCard(
  poll: PollWithOptions,
  names: ReadonlyMap<string, string>,
  mine: Choosing,
  ink: Ink,
): View {
  const { say, when, board, now } = ink;
  const at = { b: board.id, poll: poll.id };
  const lines = poll.options.filter((line) => !line.off);
  const choices = (chosen: readonly string[], value: (line: Line) => string) =>
    lines.map((line) => ({
      label: `${line.number}  ${ideaText(line, names, say)}`,
      value: value(line),
      chosen: chosen.includes(value(line)),
    }));
  const picked = lines.filter((line) => mine.picks?.includes(line.id));
  const saved =
    mine.picks === undefined
      ? say.choosing.notYet()
      : picked.length === 0
        ? say.choosing.savedNothing()
        : say.choosing.saved({ picks: picked.map((line) => line.text).join(" · ") });
  const body: Part[] = [];
  if (mine.note) body.push({ kind: "text", text: mine.note });
  body.push({
    kind: "text",
    text: say.choosing.how({ picks: poll.picks, when: when.moment(poll.closesAt, now) }),
  });
  if (lines.length === 0) body.push({ kind: "text", text: say.choosing.empty() });
  else {
    body.push({
      kind: "menu",
      prompt: say.choosing.prompt(),
      choose: { min: 0, max: Math.min(poll.picks, lines.length) },
      choices: choices(mine.picks ?? [], (line) => line.id),
      does: address("poll.pick", at),
    });
    body.push({ kind: "text", text: saved });
  }
  body.push({ kind: "buttons", buttons: choosingButtons(poll, mine, ink) });
  const ideas = lines.filter((line) => line.ideaId);
  if (ideas.length > 0) {
    const pledge = (kind: "help" | "lead", prompt: string, chosen: string[]): Part => ({
      kind: "menu",
      prompt,
      choose: { min: 0, max: ideas.length },
      choices: choices(chosen, (line) => line.ideaId ?? "").filter((choice) => choice.value !== ""),
      does: address("poll.pledge", { ...at, kind }),
    });
    body.push(
      { kind: "line" },
      { kind: "text", text: say.choosing.moreThanPick() },
      pledge("help", say.choosing.help(), mine.helps),
      pledge("lead", say.choosing.lead(), mine.leads),
      { kind: "small", text: say.choosing.pledgesAre() },
    );
  }
  return { title: poll.question, body };
}

function choosingButtons(poll: PollWithOptions, mine: Choosing, { say, board, now }: Ink): Button[] {
  const at = { b: board.id, poll: poll.id };
  return [
    ...(takesIdeas(poll, now)
      ? [{ label: say.buttons.somethingElse(), does: address("idea.add", { b: board.id }) }]
      : []),
    { label: say.buttons.nothing(), does: address("poll.nothing", at) },
    ...(mine.picks ? [{ label: say.buttons.takeBack(), does: address("poll.takeback", at) }] : []),
    ...(mine.resting && takesIdeas(poll, now)
      ? [{ label: say.buttons.older(), does: address("idea.older", { b: board.id }) }]
      : []),
    { label: say.buttons.help(), does: address("help.now", { b: board.id }) },
  ];
}

/** What is open now, or when the next question comes; with the way on. `note`: a kind no that led here. */
export function statusCard(polls: PollWithOptions[], next: Date | undefined, ink: Ink, note?: string): View {
  const { say, when, board, now } = ink;
  const open = polls.filter((poll) => takesVotes(poll, now));
  const lines = open.map((poll) =>
    say.status.open({ question: poll.question, when: when.moment(poll.closesAt, now) }),
  );
  const none = next ? say.status.next({ when: when.moment(next, now) }) : say.status.never();
  return card(
    [...(note ? [note] : []), ...(lines.length > 0 ? lines : [none])],
    [
      ...open.slice(0, 3).map((poll) => ({
        label: open.length > 1 ? poll.question.slice(0, 70) : say.buttons.choose(),
        tone: "main" as const,
        does: address("poll.choose", { b: board.id, poll: poll.id }),
      })),
      { label: say.buttons.plan(), does: address("outcome.plan", { b: board.id }) },
      { label: say.buttons.help(), does: address("help.now", { b: board.id }) },
    ],
  );
}

/** The one reminder, privately. */
export function reminderCard(poll: PollWithOptions, { say, when, board, now }: Ink): View {
  const b = board.id;
  return card(say.reminder.text({ board: board.name, when: when.moment(poll.closesAt, now) }), [
    { label: say.buttons.choose(), tone: "main", does: address("poll.choose", { b, poll: poll.id }) },
    { label: say.reminder.off(), does: address("welcome.reminders", { b, on: "no" }) },
    { label: say.buttons.help(), does: address("help.now", { b }) },
  ]);
}
