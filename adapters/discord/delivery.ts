/** Out: posts, private messages, redraws and removals, each by one request that is safe to repeat. */
import { type APIDMChannel, type APIMessage, Routes } from "discord.js";
import type { Adapter, Delivery, PostedAt, View } from "../../src/bot/index.ts";
import type { Connection } from "./connection.ts";
import { marked, markOf, nonceOf } from "./marks.ts";
import { messageOf } from "./render.ts";
import { codeOf, deliveryError } from "./trouble.ts";

/** Discord gives at most 100 messages at once: how far back we look for a post that may have arrived. */
const lookBack = 100;

export function newDelivery(connection: Connection): Pick<Adapter, "post" | "tell" | "redraw" | "remove"> {
  const { rest } = connection;

  /** Does a request and turns what goes wrong into a `DeliveryError`. */
  async function attempt<Value>(changes: boolean, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if ((error as { status?: number }).status === 401) connection.refusedToken();
      throw deliveryError(error, { changes });
    }
  }

  async function arrived(channel: string, key: string): Promise<string | undefined> {
    const query = new URLSearchParams({ limit: String(lookBack) });
    const recent = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    return marked(recent, connection.client()?.user?.id ?? (await ownId()), markOf(key))?.id;
  }

  const ownId = async () => ((await rest.get(Routes.user())) as { id: string }).id;

  async function post(channel: string, view: View, delivery: Delivery): Promise<string> {
    const known = delivery.mayHaveArrived
      ? await attempt(false, () => arrived(channel, delivery.key))
      : undefined;
    if (known) return known;
    const { body, files } = messageOf(view, { mark: markOf(delivery.key) });
    const answersTo = delivery.replyTo && { message_id: delivery.replyTo, fail_if_not_exists: false };
    const message = await attempt(true, () =>
      rest.post(Routes.channelMessages(channel), {
        body: {
          ...body,
          nonce: nonceOf(channel, delivery.key),
          enforce_nonce: true,
          ...(answersTo && { message_reference: answersTo }),
        },
        files,
      }),
    );
    return (message as APIMessage).id;
  }

  return {
    async post(place, view, delivery): Promise<PostedAt> {
      return { ...place, message: await post(place.channel, view, delivery) };
    },
    async tell(person, view, delivery): Promise<PostedAt> {
      const body = { recipient_id: person.id };
      const opened = await attempt(false, () => rest.post(Routes.userChannels(), { body }));
      const channel = (opened as APIDMChannel).id;
      const message = await post(channel, view, delivery);
      return { platform: "discord", workspace: person.workspace, channel, isPrivate: true, message };
    },
    async redraw(at, view) {
      const { body, files } = messageOf(view);
      await attempt(true, () => rest.patch(Routes.channelMessage(at.channel, at.message), { body, files }));
    },
    async remove(at) {
      const gone = (error: unknown) => [10003, 10004, 10008].includes(codeOf(error) ?? 0);
      await attempt(true, async () => {
        await rest.delete(Routes.channelMessage(at.channel, at.message)).catch((error: unknown) => {
          if (!gone(error)) throw error;
        });
      });
    },
  };
}
