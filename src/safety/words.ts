/**
 * The words of the help card. Each of the eight parts of SG-6 has its own line here. They must be true: Sayso does not yet
 * alert anyone, so the card says that nobody has been told. No question, no diagnosis, no promise of secrecy (SG-2, SG-7).
 */
import { phrase } from "../bot/say.ts";

export const words = {
  title: phrase("Here is some help"),
  thanks: phrase("Thank you for reaching out. That took courage."),
  notInTrouble: phrase("You are not in trouble."),
  bot: phrase("I am a bot, not a person."),
  noSecret: phrase("I can't keep this secret if you may not be safe. Adults may need to know, to help."),
  nobodyTold: phrase("But I can't tell an adult for you yet, so nobody has been told."),
  nobodyReplies: phrase("No person will reply to you here, so please don't wait for one."),
  notKept: phrase("I did not post what you wrote, and I did not save it."),
  tellStaff: phrase<{ staff: string }>(
    "Please tell {staff}, or a grown-up you trust. Do it today if you can.",
  ),
  anyWorker: phrase("a worker from your board"),
  danger: phrase("If you are in danger now, call <b>999</b>."),
  dangerElsewhere: phrase(
    "If you are in danger now, call <b>999</b>. Outside the UK, call your own emergency number.",
  ),
  linesNow: phrase("You can also talk to someone now. These are free."),
  linesInUk: phrase("You can also talk to someone now. These are free in the UK."),
  line: phrase<{ contact: string; about: string }>("{contact} ({about})"),
  looked: phrase<{ date: string }>("We last looked up these numbers on {date}."),
};
