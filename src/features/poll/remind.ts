/** A day before the close: new ideas end, and those who asked for it get their one reminder. */
import { address, type Duty, forEachOne } from "../../bot/action.ts";
import { cardKey } from "./open.ts";

/** Reminders go to everyone who asked for them; whoever has chosen by then gets none, since the drawing looks again when
 *  it is delivered. So no row says who had not chosen. */
export const reminding: Duty = {
  name: "poll.reminding",
  async run(tools) {
    const due = await tools.db.poll.findMany({
      where: { state: "open", remindedAt: null, ideasCloseAt: { lte: tools.now } },
    });
    await forEachOne(due, (poll) =>
      tools.keep(async (tx) => {
        const { count } = await tx.poll.updateMany({
          where: { id: poll.id, state: "open", remindedAt: null },
          data: { remindedAt: tools.now },
        });
        if (count === 0 || tools.now >= poll.closesAt) return;
        const drawsCard = { board: poll.boardId, draws: address("poll.card", { poll: poll.id }) };
        await tools.send(tx, {
          to: "redraw",
          post: cardKey(poll.id),
          key: `${cardKey(poll.id)}:ideas`,
          ...drawsCard,
        });
        const asked = await tx.member.findMany({
          where: { boardId: poll.boardId, role: "young", leftAt: null, reminders: true },
          orderBy: { personId: "asc" },
        });
        for (const { personId } of asked)
          await tools.send(tx, {
            to: "person",
            person: personId,
            key: `poll:${poll.id}:remind:${personId}`,
            board: poll.boardId,
            draws: address("poll.reminder", { poll: poll.id, person: personId }),
          });
      }),
    );
  },
  async next({ db }) {
    const first = await db.poll.findFirst({
      where: { state: "open", remindedAt: null },
      orderBy: { ideasCloseAt: "asc" },
    });
    return first?.ideasCloseAt;
  },
};
