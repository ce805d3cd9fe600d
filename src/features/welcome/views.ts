/** Pure drawings of joining and leaving. */
import { address } from "../../bot/action.ts";
import { type Language, speak } from "../../bot/say.ts";
import { type Button, card, type View } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { clockTime, weekdayName } from "../../schedule/speaking.ts";
import { words } from "./words.ts";

export const sayIn = (board: { language: string } | undefined) =>
  speak((board?.language ?? "en") as Language, words);

/** Slack has one command with words behind it. */
export const commandOn = (platform: string, command: string): string =>
  platform === "slack" ? `/sayso ${command}` : `/${command}`;

const helpButton = (board: Board): Button => ({
  label: sayIn(board).buttons.help(),
  does: address("help.now", { b: board.id }),
});
const remindersButton = (board: Board, on: boolean): Button => ({
  label: on ? sayIn(board).buttons.remind() : sayIn(board).buttons.stop(),
  does: address("welcome.reminders", { b: board.id, on: on ? "yes" : "no" }),
});
const pollButton = (board: Board): Button => ({
  label: sayIn(board).buttons.choose(),
  does: address("poll.status", { b: board.id }),
});
const joinButton = (board: Board): Button => ({
  label: sayIn(board).buttons.join(),
  tone: "main",
  does: address("welcome.join", { b: board.id }),
});

/** Who can see what, as this board has it. */
function whoSees(board: Board): string[] {
  const say = sayIn(board);
  return [
    board.ballotMode === "named" ? say.card.named() : `${say.card.secret()} ${say.card.honest()}`,
    board.ideaNaming === "named" ? say.card.namedIdeas() : say.card.unnamed(),
  ];
}

/** The public card that stands in the board's channel from the first day. */
export function welcomeCard(board: Board): View {
  const say = sayIn(board);
  const language = board.language as Language;
  const asks = say.card.asks({
    weekday: weekdayName(language, board.weekday),
    time: clockTime(language, board.hour),
  });
  const texts = [say.card.who(), asks, ...whoSees(board), say.card.replies(), say.card.join()];
  const practice = board.stage === "practice" ? ` ${say.card.practice()}` : "";
  return {
    title: say.card.title(),
    body: [
      ...texts.map((text) => ({ kind: "text" as const, text })),
      { kind: "small", text: say.card.remind() + practice },
      { kind: "buttons", buttons: [joinButton(board), helpButton(board)] },
    ],
  };
}

export function joinedView(board: Board, it: { reminders: boolean; platform: string }): View {
  const say = sayIn(board);
  const leave = say.join.leave({ command: commandOn(it.platform, "leave") });
  return card(
    [
      say.join.done({ board: board.name }),
      ...whoSees(board),
      say.join.sees(),
      leave,
      ...(it.reminders ? [] : [say.join.remind()]),
    ],
    [...(it.reminders ? [] : [remindersButton(board, true)]), pollButton(board), helpButton(board)],
  );
}

export const workerView = (board: Board): View =>
  card(sayIn(board).join.worker({ board: board.name }), [pollButton(board)]);

export const elsewhereView = (board: Board): View =>
  card(sayIn(board).join.elsewhere({ board: board.name }), [helpButton(board)]);

/** Reminders, with the one tap that changes them. `changed`: they were just switched. */
export function remindersView(board: Board, on: boolean, changed: boolean): View {
  const { reminders } = sayIn(board);
  const line = changed ? (on ? reminders.on() : reminders.off()) : on ? reminders.isOn() : reminders.isOff();
  return card([line, ...(on ? [reminders.private()] : [])], [remindersButton(board, !on), pollButton(board)]);
}

export function leaveView(board: Board): View {
  const say = sayIn(board);
  const does = (sure: string) => address("welcome.leave", { b: board.id, sure });
  return card(
    [
      say.leave.sure({ board: board.name }),
      say.leave.goes(),
      say.leave.stays(),
      board.ballotMode === "named" ? say.leave.picks() : `${say.leave.picks()} ${say.leave.secret()}`,
    ],
    [
      { label: say.buttons.leave(), tone: "danger", does: does("yes") },
      { label: say.buttons.stay(), does: does("no") },
    ],
  );
}

export const leftView = (board: Board): View =>
  card(
    [sayIn(board).leave.done({ board: board.name }), sayIn(board).leave.stays(), sayIn(board).leave.back()],
    [helpButton(board)],
  );

export const stayedView = (board: Board): View => card(sayIn(board).leave.stayed(), [pollButton(board)]);
