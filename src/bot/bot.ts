/** The heart: one dispatcher for everything that a person does, and one tick for everything that the clock does. */
import type { OpenDatabase } from "../database.ts";
import type { Log } from "../log.ts";
import type { Desk } from "../people/desk.ts";
import type { Command, Feature, Tools } from "./action.ts";
import { readAddress } from "./action.ts";
import { createAnswering } from "./answer.ts";
import type { Answer, Incoming, Place, PostedAt, Reply } from "./incoming.ts";
import { recently } from "./repeats.ts";
import { takeRemoval, takeReply } from "./replies.ts";
import { type Language, speak } from "./say.ts";
import type { View } from "./view.ts";
import { words } from "./words.ts";

/** What a door sees of the heart. */
export type Bot = {
  /** Every command, in the order in which help shows them. */
  commands: Command[];
  /** How an address will be answered, so that the door can give its first sign in time. Unknown ones: "view". */
  answers(does: string): "view" | "form";
  /** Answers the person who acted. Never throws: trouble becomes a kind sentence and a log line. */
  answer(incoming: Incoming): Promise<Answer>;
  /** A written reply to one of our posts, or a mention of the bot. "nothing" when it is none of ours. */
  replied(reply: Reply): Promise<Answer>;
  /** Somebody deleted a message: theirs (an idea is withdrawn) or ours (it is not drawn again). Never throws. */
  removed(message: PostedAt): Promise<void>;
  /** A channel was deleted, or the bot was removed from or (again) added to a workspace. Never throws. */
  placeChanged(change: { what: "channel-gone" | "bot-removed" | "bot-added"; place: Place }): Promise<void>;
  /** Sentences that a door must say by itself, in English: it does not know the board. */
  sorry: { tooSlow: string; broken: string };
};

/** The heart as main.ts sees it: a bot with a pulse. */
export type Heart = Bot & {
  /** Runs every duty once. Never throws; a duty that fails is logged and tried again at the next tick. */
  tick(): Promise<void>;
  /** The next instant at which a duty or a letter falls due, for the try-out's clock. */
  nextDue(): Promise<Date | undefined>;
};

/** Looks at a text before it is stored or shown (`src/safety`). */
export type Screen = (text: string) => { clean: string; concern?: string };

export type BotNeeds = {
  features: Feature[];
  database: OpenDatabase;
  tools: Tools;
  desk: Desk;
  screen: Screen;
  /** The help card for words that were kept out, as the safety room draws it. */
  help(nation: string, language: Language): View;
  /** Whether a door can answer a written reply so that only its author sees it. */
  repliesPrivately(platform: string): boolean;
  /** Notes that a place is gone or there again. */
  placeChanged(change: { what: "channel-gone" | "bot-removed" | "bot-added"; place: Place }): Promise<void>;
  /** The action that answers a mention of the bot, or a reply without words. */
  mention: string;
  log: Log;
};

export function createBot(needs: BotNeeds): Heart {
  const { features, tools, database, log } = needs;
  const say = speak("en", words);
  const answering = createAnswering(needs);
  const remember = recently<Answer>(() =>
    log.info({ no: "repeated" }, "The same press came again; it was answered, not done twice."),
  );

  return {
    commands: features.flatMap((feature) => feature.commands),
    answers: (does) => answering.find(readAddress(does).does)?.answers ?? "view",
    answer: (incoming) => remember(incoming.key, () => answering.answer(incoming)),
    replied: (reply) =>
      remember(reply.key, () =>
        takeReply(reply, needs, answering).catch((error): Answer => {
          log.warn({ err: error, platform: reply.place.platform }, "A written reply could not be taken in.");
          return { kind: "nothing" };
        }),
      ),
    removed: (message) =>
      takeRemoval(message, needs).catch((error) =>
        log.warn({ err: error, platform: message.platform }, "A deleted message could not be noted."),
      ),
    async placeChanged(change) {
      await needs
        .placeChanged(change)
        .catch((error) => log.warn({ err: error }, "A changed place could not be noted."));
    },
    sorry: { tooSlow: say.tooSlow(), broken: say.brokenDoor() },
    async tick() {
      for (const duty of features.flatMap((feature) => feature.duties))
        await duty
          .run({ ...tools, now: tools.clock.now() })
          .catch((error) =>
            log.error({ err: error, duty: duty.name }, "A duty failed. The next tick tries again."),
          );
    },
    async nextDue() {
      const now = tools.clock.now();
      const duties = features.flatMap((feature) => feature.duties);
      const letter = await database.read.letter.findFirst({
        where: { state: "waiting", kind: { not: "redraw" } },
        orderBy: { notBefore: "asc" },
      });
      const next = await Promise.all(duties.map((duty) => duty.next?.({ ...tools, now })));
      return [...next, letter?.notBefore]
        .filter((it): it is Date => it !== undefined)
        .map((it) => new Date(Math.max(it.getTime(), now.getTime())))
        .sort((a, b) => a.getTime() - b.getTime())[0];
    },
  };
}
