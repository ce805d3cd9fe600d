/** What the house knows of its places: a channel that was deleted, a bot that was removed and invited again. */
import type { Place } from "../bot/incoming.ts";
import type { OpenDatabase } from "../database.ts";

export type PlaceChange = { what: "channel-gone" | "bot-removed" | "bot-added"; place: Place };

/** Marks a board's places as gone or there again, and gives the boards for which that is news. Posts in a deleted channel
 *  are not drawn any more. Without a channel, the whole workspace is meant. */
export async function notePlaceChange(
  { keep }: Pick<OpenDatabase, "keep">,
  { what, place }: PlaceChange,
): Promise<string[]> {
  const { platform, workspace, channel } = place;
  const here = channel ? { OR: [{ boardChannel: channel }, { staffChannel: channel }] } : {};
  return keep(async (tx) => {
    if (what === "channel-gone")
      await tx.post.updateMany({ where: { platform, channel }, data: { gone: true } });
    const places = { platform, workspace, ...here };
    const from = what === "bot-added" ? "gone" : "ok";
    const changed = await tx.hanging.findMany({
      where: { ...places, state: from },
      select: { boardId: true },
    });
    await tx.hanging.updateMany({ where: places, data: { state: what === "bot-added" ? "ok" : "gone" } });
    return [...new Set(changed.map((hanging) => hanging.boardId))];
  });
}
