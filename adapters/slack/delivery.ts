/** Out: posting, telling, drawing anew and removing. */
import type { webApi } from "@slack/bolt";
import type { Delivery, Place, PostedAt, View, Visitor } from "../../src/bot/index.ts";
import { DeliveryError } from "../../src/bot/index.ts";
import { findLetter, letterMetadata } from "./letters.ts";
import { drawView } from "./render.ts";
import type { Threads } from "./threads.ts";
import { deliveryError } from "./trouble.ts";

/** The verbs of the `Adapter` that write to Slack. Each throws `DeliveryError`. */
export function deliveries(client: webApi.WebClient, threads: Threads) {
  /** The private channel with each person, as Slack told it. It never changes for a person. */
  const direct = new Map<string, string>();

  const call = async <Result>(method: string, work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw deliveryError(error, method);
    }
  };

  async function post(place: Place, view: View, delivery: Delivery): Promise<PostedAt> {
    const { channel } = place;
    const thread =
      delivery.replyTo === undefined ? undefined : await threads.rootOf(channel, delivery.replyTo);
    if (delivery.mayHaveArrived) {
      const found = await findLetter(client, channel, delivery.key, thread);
      if (found) return { ...place, message: found };
    }
    const { text, blocks } = drawView(view);
    const message = {
      channel,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata: letterMetadata(delivery.key),
    };
    const answer = await call("chat.postMessage", () =>
      client.chat.postMessage(thread === undefined ? message : { ...message, thread_ts: thread }),
    );
    if (!answer.ts) throw new DeliveryError("uncertain", "chat.postMessage: an answer without a time stamp");
    return { ...place, message: answer.ts };
  }

  async function directChannel(person: string): Promise<string> {
    const known = direct.get(person);
    if (known) return known;
    const answer = await call("conversations.open", () => client.conversations.open({ users: person }));
    const channel = answer.channel?.id;
    if (!channel) throw new DeliveryError("later", "conversations.open: an answer without a channel");
    direct.set(person, channel);
    return channel;
  }

  async function tell(
    person: Pick<Visitor, "platform" | "workspace" | "id">,
    view: View,
    delivery: Delivery,
  ): Promise<PostedAt> {
    try {
      const channel = await directChannel(person.id);
      return await post(
        { platform: "slack", workspace: person.workspace, channel, isPrivate: true },
        view,
        delivery,
      );
    } catch (error) {
      const trouble = deliveryError(error, "tell");
      if (trouble.trouble !== "gone") throw trouble;
      direct.delete(person.id);
      throw new DeliveryError("shut", trouble.message, { cause: error });
    }
  }

  async function redraw(at: PostedAt, view: View): Promise<void> {
    const { text, blocks } = drawView(view);
    await call("chat.update", () =>
      client.chat.update({ channel: at.channel, ts: at.message, text, blocks }),
    );
  }

  async function remove(at: PostedAt): Promise<void> {
    try {
      await call("chat.delete", () => client.chat.delete({ channel: at.channel, ts: at.message }));
    } catch (error) {
      if (!(error instanceof DeliveryError && error.trouble === "gone")) throw error;
    }
  }

  return { post, tell, redraw, remove, directChannel };
}
