/** Pure drawings of the idea room. */
import type { Idea } from "../../../prisma/generated/sqlite/client.ts";
import { address } from "../../bot/action.ts";
import type { Saying } from "../../bot/say.ts";
import { type Button, card, type Form, type View } from "../../bot/view.ts";
import type { Speaking } from "../../schedule/speaking.ts";
import type { TwinKind } from "./rules.ts";
import type { words } from "./words.ts";

export type Ink = { say: Saying<typeof words>; when: Speaking; boardId: string; now: Date };

/** The form for a new idea, or for another try with a draft. */
export function ideaForm(
  filled: { text?: string; named?: boolean; instead?: string },
  board: { id: string; ideaNaming: string },
  isStaff: boolean,
  say: Ink["say"],
): Form {
  const { form } = say;
  const naming: Form["fields"] =
    isStaff || board.ideaNaming === "named"
      ? [{ kind: "note", text: isStaff ? form.staff() : form.named() }]
      : [
          {
            kind: "choice",
            name: "named",
            label: form.name(),
            choices: [
              { label: form.nameNo(), value: "no", chosen: !filled.named },
              { label: form.nameYes(), value: "yes", chosen: filled.named ?? false },
            ],
          },
          { kind: "note", text: form.unnamed() },
        ];
  const input = { b: board.id, ...(filled.instead ? { instead: filled.instead } : {}) };
  return {
    title: filled.instead ? form.titleChange() : form.title(),
    does: address("idea.save", input),
    fields: [
      // Room beyond the 80, so that nothing is cut off unseen when it is pasted: the length is checked on arrival.
      {
        kind: "short",
        name: "text",
        label: form.idea(),
        hint: form.ideaHint(),
        example: form.example(),
        max: 300,
        value: filled.text,
      },
      ...naming,
    ],
  };
}

const buttons = ({ say, boardId: b }: Ink) => ({
  help: { label: say.buttons.help(), does: address("help.now", { b }) },
  choose: { label: say.buttons.choose(), does: address("poll.choose", { b }) },
  again: (label: string, d: string): Button => ({ label, tone: "main", does: address("idea.add", { b, d }) }),
  different: (d: string): Button => ({
    label: say.buttons.different(),
    does: address("idea.different", { b, d }),
  }),
});

/** An idea of one's own that stands: with changing it and taking it back. */
export function ownCard(text: string, idea: { id: string }, ink: Ink): View {
  const { say, boardId: b } = ink;
  return card(text, [
    { label: say.buttons.change(), does: address("idea.change", { b, idea: idea.id }) },
    { label: say.buttons.takeBack(), does: address("idea.takeback", { b, idea: idea.id }) },
    buttons(ink).choose,
    buttons(ink).help,
  ]);
}

/** "Is it the same as …?", or what the adults owe for it already. */
export function twinCard(
  idea: Idea,
  twin: TwinKind,
  owedSince: Date | undefined,
  draft: string,
  ink: Ink,
): View {
  const { say, when, now, boardId: b } = ink;
  const own = buttons(ink);
  const plan: Button = { label: say.buttons.plan(), does: address("outcome.plan", { b }) };
  const idea_ = { idea: idea.text };
  switch (twin) {
    case "on-ballot":
      return card(say.twin(idea_), [
        { label: say.buttons.backIt(), tone: "main", does: address("poll.back", { b, idea: idea.id }) },
        own.different(draft),
        own.help,
      ]);
    case "resting":
      return card(say.twin(idea_), [
        { label: say.buttons.revive(), tone: "main", does: address("idea.revive", { b, chosen: idea.id }) },
        own.different(draft),
        own.help,
      ]);
    case "owed":
      return card(say.twinWaits({ ...idea_, when: when.date(owedSince ?? now, now) }), [
        plan,
        own.different(draft),
        own.help,
      ]);
    case "under-way":
      return card(say.twinUnderWay(idea_), [plan, own.different(draft), own.help]);
  }
}

/** A kind no that gives the words back. */
export function noCard(
  kind: "empty" | "too-long" | "contact" | "three-open",
  draft: string,
  more: { length: number; mine: Idea[] },
  ink: Ink,
): View {
  const { say, boardId: b } = ink;
  const own = buttons(ink);
  switch (kind) {
    case "empty":
      return card(say.no.empty(), [own.again(say.buttons.add(), draft), own.help]);
    case "too-long":
      return card(say.no["too-long"]({ length: more.length }), [
        own.again(say.buttons.shorten(), draft),
        own.help,
      ]);
    case "contact":
      return card(say.no.contact(), [own.again(say.buttons.change(), draft), own.help]);
    case "three-open":
      return card(say.no["three-open"](), [
        ...more.mine.map((idea) => ({
          label: say.buttons.takeBackOne({ idea: idea.text }).slice(0, 75),
          does: address("idea.takeback", { b, idea: idea.id, d: draft }),
        })),
        own.help,
      ]);
  }
}
