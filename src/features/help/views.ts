/** Pure drawings of what one can do here. */
import { address } from "../../bot/action.ts";
import { type Language, speak } from "../../bot/say.ts";
import { type Button, card, type View } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { words } from "./words.ts";

export const sayIn = (board: { language: string } | undefined) =>
  speak((board?.language ?? "en") as Language, words);

/** Slack has one command with words behind it. */
const commandOn = (platform: string, command: string): string =>
  platform === "slack" ? `/sayso ${command}` : `/${command}`;

const button = (board: Board, label: keyof typeof words.buttons, does: string): Button => ({
  label: sayIn(board).buttons[label](),
  does: address(does, { b: board.id }),
});
const helpButton = (board: Board | undefined): Button => ({
  label: sayIn(board).buttons.help(),
  does: address("help.now", board ? { b: board.id } : {}),
});

/** What somebody can do on a board. `who`: young people choose and are reminded; staff have commands; others can join. */
export function boardHelp(board: Board, who: "young" | "staff" | "other", platform: string): View {
  const say = sayIn(board);
  const everyone = [button(board, "idea", "idea.add"), button(board, "plan", "outcome.plan")];
  const own: Record<typeof who, Button[]> = {
    young: [
      { ...button(board, "choose", "poll.status"), tone: "main" },
      ...everyone,
      button(board, "reminders", "welcome.reminders"),
      button(board, "leave", "welcome.leave"),
    ],
    staff: [...everyone, button(board, "setup", "board.setup")],
    other: [{ ...button(board, "join", "welcome.join"), tone: "main" }],
  };
  const lines: Record<typeof who, string[]> = {
    young: [say.show.choose(), say.show.idea(), say.show.plan()],
    staff: [say.show.plan()],
    other: [say.show.join()],
  };
  const view = card([
    say.show.who(),
    say.show.board({ board: board.name }),
    ...lines[who],
    say.show.getHelp(),
  ]);
  const command = (name: string) => commandOn(platform, name);
  if (who === "staff")
    view.body.push(
      { kind: "line" },
      { kind: "text", text: say.staff.title() },
      {
        kind: "text",
        text: say.staff.lines({ poll: command("poll"), ask: command("ask"), setup: command("setup") }),
      },
    );
  const rows = [own[who], [helpButton(board)]];
  return { body: [...view.body, ...rows.map((buttons) => ({ kind: "buttons" as const, buttons }))] };
}

/** Where no board is meant, or several could be. */
export function noBoardHelp(it: { boards: Board[]; manages: boolean; platform: string }): View {
  const say = sayIn(undefined);
  const line = it.boards.length > 0 ? say.show.which() : say.show.noBoard();
  const setup = commandOn(it.platform, "setup");
  return card(
    [
      say.show.who(),
      line,
      ...(it.manages && it.boards.length === 0 ? [say.show.setup({ setup })] : []),
      say.show.getHelp(),
    ],
    [
      ...it.boards
        .slice(0, 20)
        .map((board) => ({ label: board.name, does: address("help.show", { b: board.id }) })),
      ...(it.manages && it.boards.length === 0 ? [{ label: say.buttons.setup(), does: "board.setup" }] : []),
      helpButton(undefined),
    ],
  );
}

/** The answer to a mention. The same for everyone and whatever was written, since on Discord all can see it. */
export function helloView(board: Board): View {
  const say = sayIn(board);
  return card(
    [say.hello.text(), say.hello.how()],
    [
      { ...button(board, "idea", "idea.add"), tone: "main" },
      button(board, "show", "help.show"),
      helpButton(board),
    ],
  );
}
