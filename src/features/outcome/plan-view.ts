/** The rolling four weeks, as one private card. Pure. */
import { address } from "../../bot/action.ts";
import type { Button, Part, View } from "../../bot/view.ts";
import type { Plan, Planned } from "./planning.ts";
import type { Reason } from "./rules.ts";
import { helpButton } from "./views.ts";
import type { Say } from "./voice.ts";

/** How many lines each part of the plan shows at most, so that the card fits every platform (4,000 characters). */
const mostOf = { open: 4, on: 8, owed: 5, over: 5 };

const text = (it: string): Part => ({ kind: "text", text: it });

/** The lines of one part under its heading, cut at `most`; nothing when there are none. */
function list(heading: string, lines: string[], most: number, say: Say): Part[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [say.plan.more({ count: lines.length - most })] : [];
  return [text(heading), text([...lines.slice(0, most), ...more].join("\n"))];
}

/** Draws the plan of a board. */
export function planView(plan: Plan, board: string, say: Say): View {
  const it = say.plan;
  const inState = (...states: string[]) => plan.outcomes.filter(({ state }) => states.includes(state));
  const on = inState("under-way").map((outcome) => onLine(outcome, say));
  const { ideas, more } = plan.onTable;
  const table = more > 0 ? [...ideas, it.more({ count: more }).replace(/\.$/, "")] : ideas;
  const choose: Button[] = plan.open.slice(0, 1).map((poll) => ({
    label: say.buttons.choose(),
    tone: "main",
    does: address("poll.choose", { b: board, poll: poll.id }),
  }));
  const next = plan.nextOpens === undefined ? it.never() : it.next({ when: plan.nextOpens });
  return {
    title: it.title(),
    body: [
      ...plan.open.slice(0, mostOf.open).map((poll) => text(it.open(poll))),
      text(next),
      ...(on.length > 0 ? list(it.on(), on, mostOf.on, say) : [text(it.on()), text(it.nothingOn())]),
      ...list(
        it.owes(),
        inState("owed").map((outcome) => owedLine(outcome, say)),
        mostOf.owed,
        say,
      ),
      ...list(
        it.over(),
        inState("done", "declined", "dropped").map((outcome) => overLine(outcome, say)),
        mostOf.over,
        say,
      ),
      ...(table.length > 0 ? [text(it.table({ ideas: table.join(" · ") }))] : []),
      {
        kind: "buttons",
        buttons: [
          ...choose,
          { label: say.buttons.add(), does: address("idea.add", { b: board }) },
          helpButton(board, say),
        ],
      },
    ],
  };
}

const whose = (outcome: Planned, say: Say): string[] =>
  outcome.ideaOf ? [say.plan.ideaOf({ name: outcome.ideaOf })] : [];

function onLine(outcome: Planned, say: Say): string {
  const { idea, owner, by, next, silentSince } = outcome;
  const values = { idea, owner: owner ?? "", when: by ?? "" };
  const line = outcome.answer === "part" ? say.plan.part(values) : say.plan.yes(values);
  const follows = silentSince
    ? [say.told.noNews({ when: silentSince })]
    : next
      ? [say.told.next({ when: next })]
      : [];
  return [line, ...follows, ...whose(outcome, say)].join(" ");
}

function owedLine(outcome: Planned, say: Say): string {
  const { idea, due, overdue, answer, by } = outcome;
  const line = overdue ? say.plan.waiting({ idea, when: due }) : say.plan.owed({ idea, when: due });
  const time = answer === "time" && by ? [say.plan.time({ when: by })] : [];
  return [line, ...time, ...whose(outcome, say)].join(" ");
}

function overLine(outcome: Planned, say: Say): string {
  const { idea, reason, state } = outcome;
  const why = reason && reason in say.reasons ? say.reasons[reason as Reason]() : "";
  const line =
    state === "done"
      ? say.plan.done({ idea })
      : state === "declined"
        ? say.plan.declined({ idea, why })
        : say.plan.dropped({ idea });
  return [line, ...whose(outcome, say)].join(" ");
}
