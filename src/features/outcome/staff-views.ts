/** The cards of the staff channel. No names of young people, but of those who gave them away themselves. Pure. */
import type { Button, Part, View } from "../../bot/view.ts";
import { amount } from "./rules.ts";
import type { Told } from "./telling.ts";
import { facts, on } from "./views.ts";
import type { Say } from "./voice.ts";

const text = (it: string): Part => ({ kind: "text", text: it });
const small = (it: string): Part => ({ kind: "small", text: it });

export type Pledged = { help: number; lead: number; names: string[] };

/** The ways to give the first answer; once there is one, more time can't be asked for. */
function answers(told: Told, say: Say): Part {
  const label = say.buttons;
  const time: Button[] = told.state === "owed" ? [{ label: label.time(), does: on(told, "time") }] : [];
  return {
    kind: "buttons",
    buttons: [
      { label: label.yes(), tone: "main", does: on(told, "yes") },
      { label: label.part(), does: on(told, "part") },
      { label: label.no(), does: on(told, "no") },
      ...time,
    ],
  };
}

function ready({ help, lead, names }: Pledged, say: Say): Part[] {
  const said = (people: number, how: Say["staff"]["help"]) => {
    const some = amount(people);
    return some === "none" ? [] : [how[some]()];
  };
  const line = [...said(help, say.staff.help), ...said(lead, say.staff.lead)].join(" ");
  return [
    ...(line ? [text(line)] : []),
    ...(names.length > 0 ? [text(say.staff.names({ names: names.join(", ") }))] : []),
  ];
}

/** "What happens next?", and after an answer: what was answered, and what can be done about it. */
export function askView(told: Told, say: Say, pledged: Pledged, first: boolean): View {
  const { idea } = told;
  const it = say.staff;
  if (told.state === "owed")
    return {
      body: [
        text(first ? it.first({ idea }) : it.chosen({ idea })),
        ...(told.answer === "time" ? [text(it.timeGiven()), ...facts(told, say)] : []),
        ...ready(pledged, say),
        small(told.overdue ? it.late({ when: told.due }) : it.answerBy({ when: told.due })),
        answers(told, say),
      ],
    };
  return {
    body: [
      text(answeredLine(told, say)),
      ...facts(told, say),
      ...ready(pledged, say),
      ...(told.next ? [small(it.nextNews({ when: told.next }))] : []),
      { kind: "buttons", buttons: [changeButton(told, say), ...progress(told, say, say.buttons.news())] },
    ],
  };
}

function answeredLine({ state, idea }: Told, say: Say): string {
  if (state === "done") return say.staff.done({ idea });
  if (state === "dropped") return say.staff.dropped({ idea });
  return state === "declined" ? say.staff.declined({ idea }) : say.staff.answered({ idea });
}

const changeButton = (told: Told, say: Say): Button => ({
  label: say.buttons.change(),
  does: on(told, "change"),
});

function progress(told: Told, say: Say, news: string): Button[] {
  if (told.state !== "under-way") return [];
  return [
    { label: news, does: on(told, "news") },
    { label: say.buttons.done(), does: on(told, "done") },
    { label: say.buttons.dropped(), does: on(told, "dropped") },
  ];
}

/** A reminder that the first answer is owed. */
export function askedView(told: Told, say: Say): View {
  const { idea } = told;
  if (told.state !== "owed") return { body: [text(say.staff.askedOver({ idea })), ...facts(told, say)] };
  return {
    body: [text(say.staff.asked({ idea })), small(say.staff.late({ when: told.due })), answers(told, say)],
  };
}

/** Asks for news. Once it is over, says how it ended. */
export function progressView(told: Told, say: Say): View {
  if (told.state !== "under-way") return { body: [text(answeredLine(told, say)), ...facts(told, say)] };
  return {
    body: [
      text(say.staff.progress({ idea: told.idea })),
      ...facts(told, say),
      {
        kind: "buttons",
        buttons: [
          { label: say.buttons.done(), does: on(told, "done") },
          { label: say.buttons.stillOn(), tone: "main", does: on(told, "news") },
          { label: say.buttons.droppedWhy(), does: on(told, "dropped") },
        ],
      },
    ],
  };
}

/** Shows the answers to choose from anew. */
export const changeView = (told: Told, say: Say): View => ({
  body: [text(say.staff.change({ idea: told.idea })), ...facts(told, say), answers(told, say)],
});

/** After an answer, to the adult who gave it. */
export const givenView = (told: Told, say: Say, quietUntil: string | undefined): View => ({
  body: [
    text(quietUntil ? say.given.later({ when: quietUntil }) : say.given.now()),
    ...facts(told, say),
    { kind: "buttons", buttons: [changeButton(told, say)] },
  ],
});
