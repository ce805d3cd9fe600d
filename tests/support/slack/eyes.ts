/** What a person on the local Slack sees and can press on. */
import {
  botUser,
  findMessage,
  type SlackEphemeral,
  type SlackMessage,
  type SlackState,
  type SlackUser,
} from "./state.ts";

export type Seen = { message: SlackMessage | SlackEphemeral; ephemeral: boolean };

export function eyesOf(state: SlackState, user: SlackUser) {
  const inFront = (): Seen | undefined => {
    const at = state.inFront.get(user.id);
    if (!at) return undefined;
    const card = state.ephemerals.find((one) => one.ts === at.ts && one.to === user.id);
    if (card) return { message: card, ephemeral: true };
    const message = findMessage(state, at.channel, at.ts);
    return message && { message, ephemeral: false };
  };

  /** Everything that this person can press on, the private card first, then the newest posts. */
  const reachable = (): Seen[] => {
    const posts = state.messages
      .filter(
        (message) => message.user === botUser && state.channels.get(message.channel)?.members.has(user.id),
      )
      .map((message) => ({ message, ephemeral: false }));
    return [inFront() ?? [], posts.toReversed()].flat();
  };

  const lookUp = (id: string): Seen => {
    const card = state.ephemerals.find((one) => one.ts === id && one.to === user.id);
    if (card) return { message: card, ephemeral: true };
    const message = state.messages.find((one) => one.ts === id);
    if (!message) throw new Error(`${user.name} cannot find the message ${id}.`);
    return { message, ephemeral: false };
  };

  return { inFront, reachable, lookUp };
}
