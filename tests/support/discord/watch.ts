/**
 * Looks over the door's shoulder: notes when the heart has dealt with something, so that a test knows when to look.
 * It changes nothing that passes through.
 */
import type { Adapter, Answer, Bot } from "../../../src/bot/index.ts";

export type Watch = {
  /** The heart's answer to a press (by its key), or to a message (by its id); `undefined` when none comes in time. */
  answered(key: string, withinMs: number): Promise<Answer | undefined>;
  removed(message: string, withinMs: number): Promise<void>;
  over(door: Adapter): Adapter;
};

export function newWatch(): Watch {
  const done = new Map<string, Answer | undefined>();
  const waiting = new Map<string, (() => void)[]>();
  const note = (key: string, answer?: Answer) => {
    done.set(key, answer);
    for (const wake of waiting.get(key) ?? []) wake();
    waiting.delete(key);
  };
  async function until(key: string, withinMs: number) {
    if (!done.has(key))
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        const wake = () => {
          clearTimeout(timer);
          resolve();
        };
        waiting.set(key, [...(waiting.get(key) ?? []), wake]);
      });
    const answer = done.get(key);
    done.delete(key);
    return answer;
  }
  const watched = (bot: Bot): Bot => ({
    ...bot,
    answers: (does) => bot.answers(does),
    async answer(incoming) {
      try {
        const answer = await bot.answer(incoming);
        note(incoming.key, answer);
        return answer;
      } catch (error) {
        note(incoming.key);
        throw error;
      }
    },
    async replied(reply) {
      const answer = await bot.replied(reply);
      if (answer.kind !== "view" || !answer.publicly || reply.place.isPrivate) {
        note(reply.key, answer);
        return answer;
      }
      const { publicly } = answer;
      return { ...answer, publicly: () => publicly().finally(() => note(reply.key, answer)) };
    },
    async removed(message) {
      await bot.removed(message);
      note(`removed:${message.message}`);
    },
    placeChanged: (change) => bot.placeChanged(change),
  });
  return {
    answered: until,
    removed: async (message, withinMs) => void (await until(`removed:${message}`, withinMs)),
    over: (door) => ({ ...door, start: (bot) => door.start(watched(bot)) }),
  };
}
