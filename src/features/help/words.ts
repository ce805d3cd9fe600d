/** What Sayso says when somebody asks what they can do here. */
import { phrase } from "../../bot/say.ts";

export const words = {
  buttons: {
    choose: phrase("Choose"),
    idea: phrase("Add my idea"),
    plan: phrase("The plan"),
    reminders: phrase("Reminders"),
    leave: phrase("Leave"),
    help: phrase("Get help"),
    join: phrase("Take part"),
    setup: phrase("Set-up"),
    show: phrase("What can I do here?"),
  },
  show: {
    who: phrase("I'm Sayso. I'm a bot, not a person."),
    board: phrase<{ board: string }>("This is <b>{board}</b>. Here is what you can do."),
    choose: phrase("Choose what you like, and change it until the poll closes."),
    idea: phrase("Add an idea. It carries no name, unless you want it or your board shows names."),
    plan: phrase("See the plan: what goes ahead, and what adults still owe an answer to."),
    join: phrase("Press “Take part” in the board's channel, and you are in."),
    noBoard: phrase("There is no board in this channel. Go to your board's channel and ask me there."),
    setup: phrase<{ setup: string }>("You run this server: {setup} makes a board."),
    which: phrase("Which board do you mean?"),
    getHelp: phrase("Are you worried about something? “Get help” is there at any time."),
  },
  staff: {
    title: phrase("For staff"),
    lines: phrase<{ poll: string; ask: string; setup: string }>(
      "{poll} now, preview, skip, close, extend: look after the weekly poll. {ask}: ask a question of your own. {setup}: see and change how the board works.",
    ),
  },
  hello: {
    text: phrase("Hi, I'm Sayso. I'm a bot. Have you got an idea for the board?"),
    how: phrase("Use the button, and only you see what comes next. Or reply to the poll with your idea."),
  },
};
