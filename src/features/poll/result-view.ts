/** Pure drawing of a result: what was chosen, who took part, and what the adults owe or answered. */
import type { Outcome } from "../../../prisma/generated/sqlite/client.ts";
import { address } from "../../bot/action.ts";
import type { Part, View } from "../../bot/view.ts";
import type { PollWithOptions } from "./store.ts";
import { type Ink, lineText } from "./views.ts";

export type Result = {
  poll: PollWithOptions;
  names: ReadonlyMap<string, string>;
  outcomes: Outcome[];
  /** Ideas that somebody would help with or lead. */
  pledged: ReadonlySet<string>;
  /** Named polls: who picked an option. */
  pickedBy: ReadonlyMap<string, string[]>;
  answerDue: Date;
  /** A "by" date of an outcome, in words. */
  byDate(outcome: Outcome): string;
};

type Line = PollWithOptions["options"][number];

/** Nothing is owed, in sight of the board, for an idea that staff had to hide. */
const isHidden = ({ ideaId }: Outcome, poll: PollWithOptions): boolean =>
  poll.options.some((line) => line.ideaId === ideaId && line.idea?.state === "hidden");

const noNames: ReadonlyMap<string, string> = new Map();

/** The post in the board channel after the close. Drawn anew when the adults answer, or when they are late. */
export function resultCard(result: Result, ink: Ink): View {
  const { poll } = result;
  const outcomes = result.outcomes.filter((outcome) => !isHidden(outcome, poll));
  const { say, board } = ink;
  const ranked = poll.options
    .filter((line) => line.place !== null)
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || a.number - b.number);
  const winners = ranked.filter((line) => line.won);
  const body: Part[] = [];
  if (ranked.length === 0) body.push({ kind: "text", text: say.result.noIdeas() });
  else if (winners.length === 0) {
    // Where nobody took part at all, the line on that says enough.
    if ((poll.voters ?? 0) > 0) body.push({ kind: "text", text: say.result.nobody() });
  } else body.push(...standings(ranked, result, ink));
  const level = winners.filter((line) =>
    winners.some((other) => other !== line && other.place === line.place),
  );
  if (level.length > 1)
    body.push({
      kind: "text",
      text: say.result.tie({ ideas: level.map((line) => lineText(line, noNames, say)).join(" · ") }),
    });
  const helped = winners.find(
    (line) => line.ideaId && line.idea?.state !== "hidden" && result.pledged.has(line.ideaId),
  );
  const turnout =
    (poll.voters ?? 0) === 0
      ? say.result.turnoutNone()
      : say.result.turnout({ voters: poll.voters ?? 0, members: poll.members ?? 0 });
  if (ranked.length > 0 || (poll.voters ?? 0) > 0)
    body.push({
      kind: "text",
      text: helped ? `${turnout} ${say.result.wouldHelp({ idea: helped.text })}` : turnout,
    });
  if (outcomes.length > 0)
    body.push({ kind: "text", text: adultLines({ ...result, outcomes }, ink).join("\n") });
  if (poll.kind === "weekly" && ranked.length > winners.length)
    body.push({ kind: "text", text: say.result.stay() });
  body.push({
    kind: "buttons",
    buttons: [
      { label: say.buttons.plan(), does: address("outcome.plan", { b: board.id }) },
      { label: say.buttons.help(), does: address("help.now", { b: board.id }) },
    ],
  });
  if (board.stage === "practice") body.push({ kind: "small", text: say.practice() });
  return { title: poll.kind === "ask" ? poll.question : say.result.title(), body };
}

function standings(ranked: Line[], { poll, names, pickedBy }: Result, { say }: Ink): Part[] {
  if (poll.mode === "named")
    return [
      {
        kind: "text",
        text: ranked
          .filter((line) => (pickedBy.get(line.id)?.length ?? 0) > 0)
          .map((line) =>
            say.result.pickedBy({
              idea: lineText(line, noNames, say),
              names: (pickedBy.get(line.id) ?? []).join(", "),
            }),
          )
          .join("\n"),
      },
    ];
  if (poll.shows === "numbers") {
    const most = Math.max(...ranked.map((line) => line.count ?? 0), 1);
    return [
      {
        kind: "bars",
        bars: ranked.map((line) => ({
          label: lineText(line, names, say),
          count: line.count ?? 0,
          share: (line.count ?? 0) / most,
        })),
      },
    ];
  }
  const lines = ranked.map((line) =>
    say.result.line({ place: line.place ?? 0, idea: lineText(line, names, say) }),
  );
  return [{ kind: "text", text: [say.result.inOrder(), ...lines].join("\n") }];
}

/** One line for each winner: owed, late, or what the adults said. */
function adultLines(result: Result, { say, when, now }: Ink): string[] {
  const text = (outcome: Outcome) =>
    result.poll.options.find((line) => line.ideaId === outcome.ideaId)?.text ?? "";
  const owed = result.outcomes.some((outcome) => outcome.state === "owed" && !outcome.answer);
  const late = now >= result.answerDue;
  const lines = result.outcomes.flatMap((outcome) => {
    const idea = text(outcome);
    const of = { idea, owner: outcome.owner ?? "", plan: outcome.plan ?? "", when: result.byDate(outcome) };
    if (outcome.state === "done") return [say.result.done({ idea })];
    if (outcome.state === "dropped") return [say.result.dropped({ idea })];
    if (outcome.state === "declined") return [say.result.no({ idea })];
    if (outcome.state === "under-way")
      return [outcome.answer === "part" ? say.result.part(of) : say.result.yes(of)];
    // Asking for more time does not stop the clock.
    if (late) return [say.result.waiting({ idea, when: when.date(result.answerDue, now) })];
    return outcome.answer === "time" ? [say.result.time({ idea })] : [];
  });
  if (!owed) return lines;
  const due = late
    ? []
    : [`${say.result.whatNext()} ${say.result.answerBy({ when: when.date(result.answerDue, now) })}`];
  return [...due, ...lines];
}
