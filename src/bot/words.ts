/** What the heart itself says, whatever the room. */
import { phrase } from "./say.ts";

export const words = {
  unknown: phrase("I don't know that button any more. Type /help to see what you can do."),
  notUnderstood: phrase<{ field: string }>(
    "I did not understand “{field}”. Nothing is lost. Have another go.",
  ),
  notUnderstoodAtAll: phrase("I did not understand that. Nothing has changed."),
  tryAgain: phrase("Try again"),
  noBoard: phrase("There is no board here yet. Somebody who runs this server can type /setup."),
  whichBoard: phrase("Which board do you mean?"),
  done: phrase("I have that already. Nothing was done twice."),
  away: phrase("I can't save anything right now, so nothing has changed. Please try again in a minute."),
  youWrote: phrase("You wrote:"),
  broken: phrase<{ code: string }>(
    "Sorry, something went wrong on my side. Nothing of yours is lost. Code: {code}",
  ),
  tooSlow: phrase("Sorry, that took too long. Please try again."),
  brokenDoor: phrase("Sorry, something went wrong on my side. Please try again."),
  sixteen: phrase("Slack is for people who are 16 or over. Are you 16 or over?"),
  yes: phrase("Yes, I am"),
  no: phrase("No, not yet"),
  underSixteen: phrase(
    "Thanks for saying so. You can't take part on Slack yet. Ask a worker: there are other ways to join in.",
  ),
  notAllowed: {
    "not-a-member": phrase(
      "This one is for people on the board. Join in its own channel first, and you are in.",
    ),
    "staff-do-not-vote": phrase(
      "This one is for young people. Workers don't choose, so that the answer is theirs.",
    ),
    "staff-only": phrase("This one is for workers. Ask one of them if you need it."),
    "lead-only": phrase("This one is for the safeguarding lead."),
    "manager-only": phrase("This one is for people who run this server. Ask one of them to do it."),
  },
};
