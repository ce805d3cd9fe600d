/** A channel was deleted, or the bot was removed from it: staff hear of it where they can still be reached. */
import { z } from "zod";
import { address, drawing, type Tools } from "../../bot/action.ts";
import type { Platform } from "../../bot/incoming.ts";
import { card } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { sayIn } from "./said.ts";
import { backButton, platformName } from "./views.ts";

/** How many of the staff are told privately. */
const most = 3;

/** Writes to the staff channels that are left, and to a few of the staff themselves. */
export async function unreachable(board: Board, platform: Platform, tools: Tools): Promise<void> {
  const key = `away:${board.id}:${tools.newId()}`;
  const letter = { board: board.id, draws: address("board.away", { platform }) };
  await tools.keep(async (tx) => {
    await tools.send(tx, { ...letter, to: "staff", key });
    const staff = await tx.member.findMany({
      where: { boardId: board.id, role: "staff", leftAt: null },
      orderBy: { joinedAt: "asc" },
      take: most,
    });
    for (const { personId } of staff)
      await tools.send(tx, { ...letter, to: "person", person: personId, key: `${key}:${personId}` });
  });
}

export const away = drawing({
  input: z.object({ platform: z.string() }),
  async draw({ platform }, { board }) {
    if (!board.hangings.some((it) => it.platform === platform && it.state !== "ok")) return undefined;
    const say = sayIn(board);
    return card(
      [
        say.lost.away({ board: board.name, platform: platformName(say, platform) }),
        say.missing.gone(),
        say.lost.awayKept(),
      ],
      [backButton(board)],
    );
  },
});
