/** `/ask`: staff's own question, with its own answers and length. Shown to them first, posted when they say so. */
import { z } from "zod";
import { action, address, type Hands } from "../../bot/action.ts";
import { keepDraft, openDraft } from "../../bot/drafts.ts";
import type { Language } from "../../bot/say.ts";
import { card, type View } from "../../bot/view.ts";
import { audit } from "../../people/audit.ts";
import { findsContact } from "../../safety/contacts.ts";
import { afterQuiet, isQuiet } from "../../schedule/quiet.ts";
import { duration } from "../../schedule/speaking.ts";
import { openAsk } from "./open.ts";
import { leastHours, ownQuestion } from "./rules.ts";
import { inkFor } from "./vote.ts";

/** How long a question can be open, in hours: never under 48 (AC-10). */
const lengths = [leastHours, 72, 96, 120, 144];

const typed = z.object({
  question: z.string().max(400),
  options: z.string().max(3000),
  picks: z.coerce.number().int().min(1).max(3).default(1),
  hours: z.coerce
    .number()
    .refine((hours) => lengths.includes(hours))
    .default(72),
});

/** The command: a button opens the form, since a command that may also show a card cannot open one. */
export const ask = action({
  input: z.object({}),
  may: "staff",
  answers: "form",
  run: (_input, hands) => form({}, hands),
});

export const write = action({
  input: z.object({ d: z.string().max(40).optional() }),
  may: "staff",
  answers: "form",
  run: ({ d }, hands) => form({ d }, hands),
});

async function form({ d }: { d?: string }, hands: Hands) {
  const { say } = inkFor(hands);
  const kept = await openDraft(hands, d);
  const text = (name: string) => (typeof kept[name] === "string" ? (kept[name] as string) : undefined);
  const pick = (name: string, fallback: number) => Number(text(name) ?? fallback);
  return {
    title: say.ask.title(),
    does: address("poll.ready", { b: hands.board.id }),
    fields: [
      {
        kind: "short" as const,
        name: "question",
        label: say.ask.question(),
        hint: say.ask.questionHint(),
        max: 150,
        value: text("question"),
      },
      {
        kind: "long" as const,
        name: "options",
        label: say.ask.options(),
        hint: say.ask.optionsHint(),
        max: 800,
        value: text("options"),
      },
      {
        kind: "choice" as const,
        name: "picks",
        label: say.ask.picks(),
        choices: [1, 2, 3].map((count) => ({
          label: String(count),
          value: String(count),
          chosen: count === pick("picks", 1),
        })),
      },
      {
        kind: "choice" as const,
        name: "hours",
        label: say.ask.hours(),
        choices: lengths.map((hours) => ({
          label: duration(hands.board.language as Language, hours),
          value: String(hours),
          chosen: hours === pick("hours", 72),
        })),
      },
    ],
  };
}

const asDraft = (it: z.infer<typeof typed>) => ({ ...it, picks: String(it.picks), hours: String(it.hours) });
const afterQuietSaid = (hands: Hands) => inkFor(hands).when.moment(goesOut(hands), hands.now);
/** Its length counts from when people can see it. */
const goesOut = ({ board, now }: Hands) => afterQuiet(board, now);
const closesAfter = (hours: number, now: Date) => new Date(now.getTime() + hours * 3_600_000);

/** The form came in: shows exactly what would go out, or says kindly what is missing. Nothing typed is lost. */
export const ready = action({
  input: typed,
  may: "staff",
  answers: "view",
  again: "poll.write",
  async run(input, hands) {
    const { say, when } = inkFor(hands);
    const d = await keepDraft(hands, asDraft(input));
    const change = { label: say.buttons.change(), does: address("poll.write", { b: hands.board.id, d }) };
    const checked = ownQuestion(input, (text) => findsContact(text) !== undefined);
    if (!checked.ok) return card(say.ask.no[checked.reason](), [change]);
    const { question, options } = checked.value;
    const until = when.moment(closesAfter(input.hours, goesOut(hands)), hands.now);
    const preview: View = {
      title: question,
      body: [
        { kind: "text", text: options.map((option, index) => `${index + 1}  ${option}`).join("\n") },
        { kind: "text", text: say.ask.intro({ channel: hands.board.name, when: until }) },
        ...(isQuiet(hands.board, hands.now)
          ? [{ kind: "text" as const, text: say.staff.nowQuiet({ when: afterQuietSaid(hands) }) }]
          : []),
        {
          kind: "buttons",
          buttons: [
            {
              label: say.buttons.postIt(),
              tone: "main",
              does: address("poll.postask", { b: hands.board.id, d }),
            },
            change,
          ],
        },
      ],
    };
    return preview;
  },
});

/** Posts the question that was shown. The draft goes with it, so that a second press posts nothing. */
export const postask = action({
  input: z.object({ d: z.string().max(40) }),
  may: "staff",
  answers: "view",
  async run({ d }, hands) {
    const { say } = inkFor(hands);
    const kept = typed.safeParse(await openDraft(hands, d));
    const checked = kept.success
      ? ownQuestion(kept.data, (text) => findsContact(text) !== undefined)
      : undefined;
    if (!kept.success || !checked?.ok)
      return card(say.ask.lost(), [
        { label: say.buttons.write(), does: address("poll.write", { b: hands.board.id }) },
      ]);
    const posted = await hands.keep(async (tx) => {
      const { count } = await tx.draft.deleteMany({
        where: { id: d, boardId: hands.board.id, personId: hands.person.id },
      });
      if (count === 0) return undefined;
      const closesAt = closesAfter(kept.data.hours, goesOut(hands));
      const id = await openAsk(
        tx,
        hands.board,
        { ...checked.value, picks: kept.data.picks, closesAt },
        hands,
      );
      await audit(tx, hands, "poll.ask", id);
      return id;
    });
    if (!posted) return card(say.ask.lost());
    if (!isQuiet(hands.board, hands.now)) return card(say.ask.posted());
    return card(say.staff.nowWaits({ when: afterQuietSaid(hands) }), [
      { label: say.buttons.undo(), does: address("poll.undonow", { b: hands.board.id, poll: posted }) },
    ]);
  },
});
