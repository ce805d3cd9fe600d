/** Every sentence of the idea room. Young people read most of them: plain, warm, short. */
import { phrase } from "../../bot/say.ts";

export const words = {
  buttons: {
    add: phrase("Add my idea"),
    addNext: phrase("Keep it for the next one"),
    change: phrase("Change it"),
    shorten: phrase("Make it shorter"),
    takeBack: phrase("Take it back"),
    takeBackOne: phrase<{ idea: string }>("Take back: {idea}"),
    choose: phrase("Choose"),
    backIt: phrase("Yes, back that one"),
    revive: phrase("Yes, bring that one back"),
    different: phrase("No, mine is different"),
    help: phrase("Get help"),
    open: phrase("Only for you: open"),
    letThrough: phrase("Let it through"),
    keepBack: phrase("Keep it back"),
    showAgain: phrase("Show it again"),
    plan: phrase("See the plan"),
  },
  form: {
    title: phrase("Add my idea"),
    titleChange: phrase("Change my idea"),
    idea: phrase("Your idea"),
    ideaHint: phrase("Up to 80 letters. You can have 3 ideas open."),
    example: phrase("Ice skating"),
    name: phrase("Show my name with it?"),
    nameNo: phrase("No, keep it unnamed"),
    nameYes: phrase("Yes, show my name"),
    unnamed: phrase(
      "Unnamed means nobody sees who wrote it. The safeguarding lead can find out, if someone may not be safe. That is noted.",
    ),
    named: phrase("On this board, ideas show who wrote them."),
    staff: phrase("Yours will be marked “from staff”."),
  },
  added: phrase<{ idea: string }>("Added: <b>{idea}</b>."),
  addedNext: phrase<{ idea: string }>("Kept: <b>{idea}</b>. It goes on the next list."),
  revived: phrase<{ idea: string }>("It is back: <b>{idea}</b>."),
  waiting: phrase<{ idea: string }>(
    "Got it: <b>{idea}</b>. It may name someone here, so a worker reads it first.",
  ),
  withdrawn: phrase<{ idea: string }>("Taken back: <b>{idea}</b>."),
  hiddenToAuthor: phrase<{ idea: string; why: string }>(
    "Staff took <b>{idea}</b> off the list to keep people safe. They say: {why}",
  ),
  thanks: phrase("Thanks, got it."),
  notYours: phrase(
    "That card is for the person who wrote the message. Would you like to add an idea of your own?",
  ),
  older: phrase("These ideas are resting. Bring one back?"),
  olderPrompt: phrase("Bring back"),
  noneOlder: phrase("No ideas are resting right now."),
  twin: phrase<{ idea: string }>("Is it the same as <b>{idea}</b>?"),
  twinWaits: phrase<{ idea: string; when: string }>(
    "You chose <b>{idea}</b> before. The adults owe you an answer since {when}.",
  ),
  twinUnderWay: phrase<{ idea: string }>(
    "You chose <b>{idea}</b> before, and the adults are on it. The plan says more.",
  ),
  command: phrase("What is your idea?"),
  no: {
    empty: phrase("I could not read an idea there. Use the button to write it."),
    "too-long": phrase<{ length: number }>(
      "That is {length} letters long. Ideas have up to 80. I kept your words for an hour.",
    ),
    contact: phrase(
      "Leave out phone numbers, links, addresses and @names, please. I never repeat those. I kept your words for an hour.",
    ),
    "three-open": phrase(
      "You have 3 ideas open. Take one back to add another. I kept your words for an hour.",
    ),
    closed: phrase<{ typed: string }>(
      "That poll is closed now. Your words: “{typed}”. Shall I keep them for the next one?",
    ),
    gone: phrase("I can't find that idea any more. It may have been taken back."),
    "not-open": phrase("That idea is not on the list any more."),
    lost: phrase("Those words are gone. I keep them for an hour. Please write them again."),
  },
  staff: {
    check: phrase<{ idea: string }>("An idea may name someone on the board, so it waits for you: “{idea}”"),
    checked: phrase<{ idea: string }>("Let through: “{idea}”"),
    keptBack: phrase<{ idea: string; why: string }>("Kept back: “{idea}”. Reason: {why}"),
    hidePick: phrase("Which idea? Hide one only to keep people safe. Your reason stays in sight."),
    hidePrompt: phrase("Hide"),
    hideNone: phrase("There is no idea on the list to hide."),
    hideTitle: phrase("Hide an idea"),
    hideWhy: phrase("Why is it not safe?"),
    hideHint: phrase("Everyone on the board can read this. Up to 100 letters."),
    hidden: phrase<{ idea: string }>("Hidden: “{idea}”. The list shows your reason."),
    shownAgain: phrase<{ idea: string }>("It is back on the list: “{idea}”"),
    whosePick: phrase(
      "Whose idea do you need to know? Only when someone may not be safe. It is written down that you looked.",
    ),
    whosePrompt: phrase("Idea"),
    whoseTitle: phrase("Who wrote this?"),
    whoseWhy: phrase("Why do you need to know?"),
    whoseIs: phrase<{ idea: string; name: string; account: string; platform: string }>(
      "“{idea}” was written by {name} (account {account} on {platform}). It is noted that you looked, and why.",
    ),
    whoseUnknown: phrase("Nobody is kept as its author any more."),
  },
};
