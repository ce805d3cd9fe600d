/** Messages in a channel: written replies, and deleted ones. No platform delivers them twice, so while the database is
 *  away they wait in memory: for at most ten minutes, and not across a restart. */
import type { createAnswering } from "./answer.ts";
import type { BotNeeds } from "./bot.ts";
import type { Answer, PostedAt, Reply } from "./incoming.ts";

/** Waits between the tries, in ms: ten minutes in all. */
const waits = [2_000, 5_000, 10_000, ...Array<number>(19).fill(30_000)];

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds).unref());

/** Does work again until the database is there. Throws what it threw last. */
async function patiently<Value>(
  isAway: (error: unknown) => boolean,
  work: () => Promise<Value>,
): Promise<Value> {
  for (const wait of waits) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error)) throw error;
      await pause(wait);
    }
  }
  return work();
}

/** Answers a reply to one of our posts, or a mention. */
export async function takeReply(
  reply: Reply,
  { database, mention, repliesPrivately }: BotNeeds,
  { answer }: ReturnType<typeof createAnswering>,
): Promise<Answer> {
  const { platform, channel } = reply.place;
  const at = { platform, channel, message: reply.to ?? "" };
  const tryOnce = async (): Promise<Answer> => {
    const post = reply.to
      ? await database.read.post.findUnique({ where: { platform_channel_message: at } })
      : undefined;
    if (reply.to && !post?.replies) return { kind: "nothing" };
    // Where nobody can be told privately to try again, Sayso tries again.
    return answer(reply, post?.replies ?? mention, { throwsWhenAway: !repliesPrivately(platform) });
  };
  return repliesPrivately(platform) ? tryOnce() : patiently(database.isAway, tryOnce);
}

/** Somebody deleted a message: theirs or ours. */
export async function takeRemoval(message: PostedAt, { database, features, tools }: BotNeeds): Promise<void> {
  const at = { platform: message.platform, channel: message.channel, message: message.message };
  await patiently(database.isAway, async () => {
    await tools.keep((tx) => tx.post.updateMany({ where: at, data: { gone: true } }));
    for (const feature of features) await feature.removed?.(at, tools);
  });
}
