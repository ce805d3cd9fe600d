/** `/poll close` and `/poll extend`: ending an open poll now, or later. */
import { z } from "zod";
import { action, address, type Hands } from "../../bot/action.ts";
import { card } from "../../bot/view.ts";
import { audit } from "../../people/audit.ts";
import { rhythmOf } from "../../people/rules.ts";
import { ideasCloseBefore, nextOpening } from "../../schedule/rhythm.ts";
import { rhythmAhead } from "./ahead.ts";
import { closePoll } from "./close.ts";
import { cardKey } from "./open.ts";
import { extensions } from "./rules.ts";
import { meant } from "./staff.ts";
import type { PollWithOptions } from "./store.ts";
import { inkFor } from "./vote.ts";

const ofPoll = z.object({ poll: z.string().max(40) });
const maybePoll = z.object({ poll: z.string().max(40).optional() });

export const close = action({
  input: maybePoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say } = inkFor(hands);
    const poll = await meant(id, hands, "poll.close");
    if ("body" in poll) return poll;
    return card(say.staff.closeIntro({ question: poll.question }), [
      {
        label: say.buttons.closeIt(),
        tone: "danger",
        does: address("poll.closenow", { b: hands.board.id, poll: poll.id }),
      },
      { label: say.buttons.notNow(), does: address("poll.status", { b: hands.board.id }) },
    ]);
  },
});

export const closenow = action({
  input: ofPoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say } = inkFor(hands);
    const poll = await meant(id, hands, "poll.close");
    if ("body" in poll) return poll;
    await hands.keep((tx) => audit(tx, hands, "poll.close", poll.id));
    await closePoll(hands.board, poll.id, hands);
    return card(say.staff.closed());
  },
});

export const extend = action({
  input: maybePoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say, when } = inkFor(hands);
    const poll = await meant(id, hands, "poll.extend");
    if ("body" in poll) return poll;
    const ahead = await rhythmAhead(hands);
    const possible = extensions(poll, ahead, hands.now);
    const next = nextOpening(ahead, hands.now);
    if (possible.length === 0)
      return card(say.staff.extendNever({ when: next ? when.moment(next.opensAt, hands.now) : "" }));
    return {
      body: [
        {
          kind: "text",
          text: say.staff.extendIntro({
            question: poll.question,
            when: when.moment(poll.closesAt, hands.now),
          }),
        },
        {
          kind: "menu",
          prompt: say.staff.extendLabel(),
          choose: { min: 1, max: 1 },
          choices: possible.map((at) => ({ label: when.moment(at, hands.now), value: at.toISOString() })),
          does: address("poll.extendto", { b: hands.board.id, poll: poll.id }),
        },
      ],
    };
  },
});

const closing = z.preprocess((value) => [value].flat()[0], z.iso.datetime());

export const extendto = action({
  input: ofPoll.extend({ chosen: closing }),
  may: "staff",
  answers: "view",
  async run({ poll: id, chosen }, hands) {
    const { say, when } = inkFor(hands);
    const poll = await meant(id, hands, "poll.extend");
    if ("body" in poll) return poll;
    const ahead = await rhythmAhead(hands);
    const at = extensions(poll, ahead, hands.now).find((it) => it.toISOString() === chosen);
    if (!at) return extend.run({ poll: id }, hands);
    await moveClose(hands, poll, at, "poll.extend");
    return card(say.staff.extended({ when: when.moment(at, hands.now) }), [
      { label: say.buttons.undo(), does: address("poll.unextend", { b: hands.board.id, poll: poll.id }) },
    ]);
  },
});

export const unextend = action({
  input: ofPoll,
  may: "staff",
  answers: "view",
  async run({ poll: id }, hands) {
    const { say, when } = inkFor(hands);
    const poll = await meant(id, hands, "poll.extend");
    if ("body" in poll) return poll;
    if (!poll.closedBefore || poll.closedBefore <= hands.now) return card(say.staff.tooLateToUndo());
    await moveClose(hands, poll, poll.closedBefore, "poll.extend.undone");
    return card(say.staff.extendUndone({ when: when.moment(poll.closedBefore, hands.now) }));
  },
});

/** Moves the close, and with it the end of new ideas; the post says so. */
async function moveClose(hands: Hands, poll: PollWithOptions, to: Date, what: string): Promise<void> {
  const ideasCloseAt = poll.kind === "weekly" ? ideasCloseBefore(rhythmOf(hands.board), to) : to;
  await hands.keep(async (tx) => {
    await tx.poll.update({
      where: { id: poll.id },
      data: {
        closesAt: to,
        ideasCloseAt,
        closedBefore: what === "poll.extend" ? poll.closesAt : null,
        // New ideas end anew, a day before the new close. A reminder that went out stays the only one: same key, same letter.
        ...(ideasCloseAt > hands.now ? { remindedAt: null } : {}),
      },
    });
    await audit(tx, hands, what, poll.id);
    await hands.send(tx, {
      to: "redraw",
      post: cardKey(poll.id),
      key: `${cardKey(poll.id)}:time`,
      board: hands.board.id,
      draws: address("poll.card", { poll: poll.id }),
      urgent: true,
    });
  });
}
