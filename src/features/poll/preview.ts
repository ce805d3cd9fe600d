/** `/poll preview`: exactly what would go out, to the person alone. */
import { z } from "zod";
import { action, type Hands } from "../../bot/action.ts";
import type { View } from "../../bot/view.ts";
import { nextOpening } from "../../schedule/rhythm.ts";
import { rhythmAhead } from "./ahead.ts";
import { ballotMost, byHand, carryOver, picksEach } from "./rules.ts";
import { weekly } from "./staff.ts";
import { calledNames, type PollWithOptions } from "./store.ts";
import { pollCard } from "./views.ts";
import { inkFor } from "./vote.ts";

/** Exactly the post that would go out, to this person alone. */
export const preview = action({
  input: z.object({}),
  may: "staff",
  answers: "view",
  async run(_input, hands) {
    const ink = inkFor(hands);
    const open = await weekly(hands);
    const post = open ?? (await wouldBe(hands));
    const names = await calledNames(
      hands.db,
      hands.board.id,
      post.options.map((line) => line.idea?.authorId ?? null),
    );
    const drawn = pollCard(post, names, open ? ink : { ...ink, now: post.opensAt });
    const body: View["body"] = [
      { kind: "small", text: ink.say.staff.preview() },
      { kind: "line" },
      ...drawn.body,
    ];
    return { title: drawn.title, body };
  },
});

/** The next weekly poll as it would stand on its opening, from the ideas that wait now. */
async function wouldBe(hands: Hands): Promise<PollWithOptions> {
  const rhythm = await rhythmAhead(hands);
  const next = nextOpening(rhythm, hands.now) ?? { opensAt: hands.now, ...byHand(rhythm, hands.now) };
  const ideas = await hands.db.idea.findMany({ where: { boardId: hands.board.id, state: "open" } });
  const { stay } = carryOver(ideas);
  const { board } = hands;
  return {
    id: "preview",
    boardId: board.id,
    number: board.lastPoll + 1,
    kind: "weekly",
    occurrence: null,
    question: inkFor(hands).say.question(),
    state: "open",
    opensAt: next.opensAt,
    ideasCloseAt: next.ideasCloseAt,
    closesAt: next.closesAt,
    closedBefore: null,
    closedAt: null,
    mode: board.ballotMode,
    picks: picksEach,
    winners: board.winners,
    ballotMost,
    secret: null,
    remindedAt: null,
    voters: null,
    members: null,
    shows: null,
    tied: null,
    skippedFor: null,
    options: stay.flatMap((id, index) => {
      const idea = ideas.find((it) => it.id === id);
      return idea
        ? [
            {
              id,
              pollId: "preview",
              ideaId: id,
              text: idea.text,
              number: index + 1,
              fresh: false,
              off: false,
              count: null,
              place: null,
              won: false,
              idea,
            },
          ]
        : [];
    }),
  };
}
