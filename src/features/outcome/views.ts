/** What the board and its young people see of an answer. Pure. */
import { address } from "../../bot/action.ts";
import type { Button, Fact, Part, View } from "../../bot/view.ts";
import type { Reason } from "./rules.ts";
import type { Told } from "./telling.ts";
import type { Say } from "./voice.ts";

const text = (it: string): Part => ({ kind: "text", text: it });
const small = (it: string): Part => ({ kind: "small", text: it });
const buttons = (...them: Button[]): Part => ({ kind: "buttons", buttons: them });

/** The address of an action of this room on an outcome. */
export const on = (told: Pick<Told, "id" | "board">, does: string, more: Record<string, string> = {}) =>
  address(`outcome.${does}`, { b: told.board, outcome: told.id, ...more });

const askButton = (told: Told, say: Say): Button => ({ label: say.buttons.ask(), does: on(told, "known") });
export const helpButton = (board: string, say: Say): Button => ({
  label: say.buttons.help(),
  does: address("help.now", { b: board }),
});

/** What was answered, as facts: who, what, by when, why not. */
export function facts(told: Told, say: Say, news = false): Part[] {
  const { owner, plan, reason, by } = told;
  const is = (label: string, value: string | null | undefined): Fact[] => (value ? [{ label, value }] : []);
  const label = say.facts;
  const said: Record<string, () => Fact[]> = {
    owed: () => [...is(label.whoSays(), owner), ...is(label.until(), by), ...is(label.why(), plan)],
    "under-way": () => [
      ...is(label.who(), owner),
      ...is(news ? label.news() : label.what(), plan),
      ...is(label.notThis(), told.answer === "part" ? reason : undefined),
      ...is(label.by(), by),
    ],
    declined: () => [
      ...is(label.whoSays(), owner),
      ...is(label.why(), reason && reason in say.reasons ? say.reasons[reason as Reason]() : undefined),
      ...is(label.words(), plan),
    ],
    done: () => [...is(label.who(), owner), ...is(label.words(), plan)],
    dropped: () => [...is(label.who(), owner), ...is(label.why(), plan)],
  };
  const found = said[told.state]?.() ?? [];
  return found.length > 0 ? [{ kind: "facts", facts: found }] : [];
}

/** One sentence on where it stands. */
export function standing(told: Told, say: Say, news = false): string {
  const it = say.told;
  if (told.state === "owed" && told.answer === "time")
    return told.overdue ? `${it.time()} ${it.overdue({ when: told.due })}` : it.time();
  if (told.state === "owed")
    return told.overdue ? it.overdue({ when: told.due }) : it.owed({ when: told.due });
  if (told.state === "under-way") return news ? it.news() : told.answer === "part" ? it.part() : it.yes();
  return told.state === "done" ? it.done() : told.state === "declined" ? it.declined() : it.dropped();
}

function whatFollows(told: Told, say: Say): Part[] {
  if (told.silentSince) return [small(say.told.noNews({ when: told.silentSince }))];
  return told.next ? [small(say.told.next({ when: told.next }))] : [];
}

/** The board's post: what the adults answered. */
export function toldView(told: Told, say: Say, news: boolean): View {
  const goes = told.state === "under-way";
  const inButton: Button = { label: say.buttons.in(), tone: "main", does: on(told, "in") };
  return {
    body: [
      text(say.told.youSaid({ idea: told.idea })),
      text(standing(told, say, news)),
      ...facts(told, say, news),
      ...whatFollows(told, say),
      ...(goes ? [small(say.told.inHow())] : []),
      ...(told.practice ? [small(say.practice())] : []),
      buttons(...(goes ? [inButton] : []), askButton(told, say), helpButton(told.board, say)),
    ],
  };
}

/** The author's own copy, private. */
export const authorView = (told: Told, say: Say): View => ({
  body: [
    text(say.told.yourIdea({ idea: told.idea })),
    text(standing(told, say)),
    ...facts(told, say),
    ...whatFollows(told, say),
    small(say.told.onlyYou()),
    buttons(askButton(told, say), helpButton(told.board, say)),
  ],
});

/** All that is known, for the one who asked. */
export const knownView = (told: Told, say: Say): View => ({
  body: [
    text(say.told.youSaid({ idea: told.idea })),
    text(standing(told, say)),
    ...facts(told, say),
    ...whatFollows(told, say),
    small(say.known.more()),
    buttons(helpButton(told.board, say)),
  ],
});

/** The one post to the board when the first answer is late; and what it says once they have answered. */
export function overdueView(told: Told, say: Say): View {
  const waits = told.state === "owed";
  return {
    body: [
      text(
        waits ? say.overdue.text({ idea: told.idea, when: told.due }) : say.overdue.over({ idea: told.idea }),
      ),
      ...(waits ? [small(say.overdue.more())] : []),
      ...(told.practice ? [small(say.practice())] : []),
      buttons(askButton(told, say), helpButton(told.board, say)),
    ],
  };
}

/** Asks one pledger whether staff may know the name. `called`: what staff would see. */
export const nameView = (told: Told, say: Say, called: string, justIn: boolean): View => ({
  body: [
    text(justIn ? say.pledge.youAreIn({ idea: told.idea }) : say.pledge.goesAhead({ idea: told.idea })),
    text(say.pledge.mayI({ name: called })),
    small(say.pledge.free()),
    buttons(
      { label: say.buttons.giveName(), does: on(told, "name", { give: "yes" }) },
      { label: say.buttons.keepName(), does: on(told, "name", { give: "no" }) },
      helpButton(told.board, say),
    ),
  ],
});

/** What a pledger has said, with the ways back. */
export const pledgedView = (told: Told, say: Say, gives: boolean): View => ({
  body: [
    text(say.pledge.youAreIn({ idea: told.idea })),
    text(gives ? say.pledge.given() : say.pledge.kept()),
    buttons(
      gives
        ? { label: say.buttons.takeBack(), does: on(told, "name", { give: "no" }) }
        : { label: say.buttons.giveAfterAll(), does: on(told, "name", { give: "yes" }) },
      { label: say.buttons.out(), does: on(told, "out") },
      helpButton(told.board, say),
    ),
  ],
});
