/** What the house knows of its places: a channel that was deleted, a bot that was removed and invited again. */
import type { Place } from "../bot/incoming.ts";
import type { OpenDatabase } from "../database.ts";

export type PlaceChange = { what: "channel-gone" | "bot-removed" | "bot-added"; place: Place };

/** Marks a board's places as gone or there again. Posts in a deleted channel are not drawn any more. */
export async function notePlaceChange(
  { keep }: Pick<OpenDatabase, "keep">,
  { what, place }: PlaceChange,
): Promise<void> {
  const { platform, workspace, channel } = place;
  await keep(async (tx) => {
    if (what === "channel-gone") {
      await tx.post.updateMany({ where: { platform, channel }, data: { gone: true } });
      await tx.hanging.updateMany({
        where: { platform, OR: [{ boardChannel: channel }, { staffChannel: channel }] },
        data: { state: "gone" },
      });
      return;
    }
    await tx.hanging.updateMany({
      where: {
        platform,
        workspace,
        ...(what === "bot-added" && channel
          ? { OR: [{ boardChannel: channel }, { staffChannel: channel }] }
          : {}),
      },
      data: { state: what === "bot-added" ? "ok" : "gone" },
    });
  });
}
