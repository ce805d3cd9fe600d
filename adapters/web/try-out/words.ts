/** Every sentence that the try-out itself says, in English. What Sayso says comes from the heart. */
import { phrase, speak } from "../../../src/bot/index.ts";

const words = {
  unknownCommand: phrase("I don't know that command. Press “/ Commands” to see them all."),
  formGone: phrase("That form is not open any more. Open it again to send it."),
  tooMany: phrase<{ max: number }>(
    "You can pick up to {max}. Nothing was saved yet. Take some away and save again.",
  ),
  tooFew: phrase<{ min: number }>("Pick at least {min}, then save again."),
  needed: phrase("Please fill this in."),
  needsChoice: phrase("Please pick one."),
  tooLong: phrase<{ max: number; length: number }>(
    "That has {length, number} letters. It can have up to {max, number}.",
  ),
};

export const say = speak("en", words);
