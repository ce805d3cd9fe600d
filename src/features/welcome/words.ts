/** What young people read when they meet Sayso, join, leave, and ask to be reminded. */
import { phrase } from "../../bot/say.ts";

export const words = {
  buttons: {
    join: phrase("Take part"),
    help: phrase("Get help"),
    remind: phrase("Remind me before it closes"),
    stop: phrase("Stop reminders"),
    leave: phrase("Leave the board"),
    stay: phrase("Stay"),
    choose: phrase("See the poll"),
    idea: phrase("Add my idea"),
    show: phrase("What can I do here?"),
    goOn: phrase("Go on"),
  },
  card: {
    title: phrase("Hi, I'm Sayso"),
    who: phrase("I'm a bot, not a person. I ask what you want to do, and adults have to answer."),
    asks: phrase<{ weekday: string; time: string }>(
      "Every {weekday} at {time} I ask: what would you like to do? Add an idea, or pick what you like.",
    ),
    secret: phrase("Your picks are secret from the board and from staff."),
    named: phrase("This board shows who picked what."),
    unnamed: phrase(
      "Ideas from the button carry no name, unless you want it. The safeguarding lead can look it up.",
    ),
    namedIdeas: phrase("Ideas on this board show who had them."),
    replies: phrase("What you write in the chat, everyone can see."),
    honest: phrase("Whoever runs my server could look at picks until a poll closes."),
    join: phrase("Press “Take part” and you are in. You can leave any time."),
    remind: phrase("I can remind you a day before a poll closes. Only if you ask."),
    practice: phrase("This board is in practice."),
  },
  join: {
    done: phrase<{ board: string }>("You're in. Good to have you on <b>{board}</b>."),
    worker: phrase<{ board: string }>(
      "You are a worker on {board}. You can add ideas, and they are marked “from staff”. You don't pick.",
    ),
    elsewhere: phrase<{ board: string }>(
      "To join {board}, press “Take part” in its own channel. Ask a worker where that is.",
    ),
    sees: phrase("The board sees what you write in the chat. It doesn't see that you pressed this."),
    leave: phrase<{ command: string }>("You can leave any time: type {command}."),
    remind: phrase("Shall I remind you a day before a poll closes?"),
  },
  reminders: {
    on: phrase("Done. I write to you a day before a poll closes, if you have not answered."),
    off: phrase("Done. No more reminders."),
    isOn: phrase("Reminders are on. I write to you a day before a poll closes."),
    isOff: phrase("Reminders are off."),
    private: phrase("It comes as a private message. If yours are shut, I stay quiet."),
    worker: phrase(
      "Reminders are for young people. Workers don't pick, so there is nothing to remind you of.",
    ),
  },
  leave: {
    sure: phrase<{ board: string }>("Do you want to leave <b>{board}</b>?"),
    goes: phrase("“I'd help” and “I'd lead it” go. So do reminders and anything half written."),
    stays: phrase("Your ideas stay for the others, without your name."),
    picks: phrase("Your picks in an open poll no longer count."),
    secret: phrase("Nobody can see that they were yours."),
    done: phrase<{ board: string }>("You have left {board}. Thanks for all you did."),
    back: phrase("Want to come back? Press “Take part” in the board's channel."),
    stayed: phrase("Good, you stay."),
    notIn: phrase<{ board: string }>("You are not on {board}, so there is nothing to leave."),
    worker: phrase<{ board: string }>(
      "You are a worker on {board}. Who is staff is set in set-up, so change it there.",
    ),
  },
  sixteen: {
    thanks: phrase("Thanks. You can take part."),
    under: phrase(
      "Thanks for saying so. You can't take part on Slack yet. Ask a worker: there are other ways to join in.",
    ),
    kept: phrase("You have answered that before, and I keep the first answer. Was it a slip? Ask a worker."),
    notNeeded: phrase("I only ask that on Slack."),
  },
  about: {
    account: phrase<{ platform: string }>("I know your account on {platform} by its number."),
    over: phrase("You said that you are 16 or over."),
    under: phrase("You said that you are not 16 yet."),
    member: phrase<{ board: string; since: string; name: string }>(
      "You are on {board} since {since}. The chat calls you {name}.",
    ),
    left: phrase<{ board: string; when: string }>("You left {board} on {when}."),
    reminders: phrase("Reminders are on there."),
  },
};
