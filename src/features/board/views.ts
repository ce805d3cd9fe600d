/** Pure drawings of set-up: what is set, what is missing, and how to mend it. */
import type { Hanging, Letter } from "../../../prisma/generated/sqlite/client.ts";
import { address } from "../../bot/action.ts";
import type { Button, Fact, Part, View } from "../../bot/view.ts";
import { card, kindNo } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { speaking } from "../../schedule/speaking.ts";
import { aimOf, kindOf, whyOf } from "./letters.ts";
import { settingsOf } from "./rules.ts";
import { factsOf, type Say, sayIn } from "./said.ts";

/** What a door says of a channel; `undefined` when it could not look. */
export type Look = { reachable: boolean; missing: string[] } | undefined;

/** All that the status shows. `hanging`: the board's place on this platform and in this workspace. */
export type Status = {
  board: Board;
  hanging: Hanging;
  channel: string;
  next: Date | undefined;
  boardLook: Look;
  staffLook: Look;
  staff: string[];
  leads: string[];
  lost: Letter[];
  canHangElsewhere: boolean;
  now: Date;
};

const text = (line: string): Part => ({ kind: "text", text: line });
const small = (line: string): Part => ({ kind: "small", text: line });
const buttons = (list: Button[]): Part[] => (list.length > 0 ? [{ kind: "buttons", buttons: list }] : []);

export const backButton = (board: Board): Button => ({
  label: sayIn(board).buttons.back(),
  does: address("board.setup", { b: board.id }),
});

export function statusView(status: Status): View {
  const { board, hanging, now } = status;
  const say = sayIn(board);
  const missing = missingOf(status, say);
  const elsewhere = board.hangings.filter((it) => it.id !== hanging.id);
  const b = { b: board.id };
  return {
    title: say.setup.title({ board: board.name }),
    body: [
      {
        kind: "facts",
        facts: [
          ...placeFacts(status, say),
          ...Object.values(factsOf(factual(board))).slice(1),
          languageFact(say),
        ],
      },
      text(nextLine(board, status.next, now)),
      text([missing.length > 0 ? `${say.setup.missing()}:` : say.setup.allSet(), ...missing].join("\n")),
      ...lostParts(status, say),
      ...elsewhere.map((it) => small(say.setup.elsewhere({ platform: platformName(say, it.platform) }))),
      ...(board.stage === "practice" ? [small(say.setup.practice())] : []),
      small(say.setup.twice()),
      ...buttons([
        { label: say.buttons.places(), does: address("board.places", b) },
        { label: say.buttons.staff(), does: address("board.staff", b) },
        { label: say.buttons.asks(), does: address("board.asks", b) },
        { label: say.buttons.quiet(), does: address("board.quiet", b) },
        { label: say.buttons.counts(), does: address("board.counts", b) },
      ]),
      ...buttons([
        ...(status.canHangElsewhere ? [{ label: say.buttons.link(), does: address("board.link", b) }] : []),
        { label: say.buttons.others(), does: address("board.setup", { list: "yes" }) },
      ]),
    ],
  };
}

const factual = (board: Board) => ({ ...settingsOf(board), language: board.language });
const languageFact = (say: Say): Fact => ({ label: say.facts.language(), value: say.values.english() });

/** When the next poll opens, in the board's own time. */
export function nextLine(board: Board, next: Date | undefined, now: Date): string {
  const say = sayIn(board);
  if (!next) return say.setup.noNextPoll();
  return say.setup.nextPoll({ when: speaking("en", board.timeZone).moment(next, now) });
}

export const platformName = (say: Say, platform: string): string =>
  platform in say.platforms ? say.platforms[platform as keyof Say["platforms"]]() : platform;

function placeFacts({ hanging, channel, staff, leads }: Status, say: Say): Fact[] {
  const { facts, values } = say;
  const where = (id: string) => {
    if (hanging.state !== "ok") return values.gone();
    return id === channel ? values.thisChannel() : values.set();
  };
  return [
    { label: facts.boardChannel(), value: where(hanging.boardChannel) },
    { label: facts.staffChannel(), value: where(hanging.staffChannel) },
    { label: facts.staff(), value: staff.join(", ") || values.nobody() },
    { label: facts.leads(), value: leads.join(", ") || values.nobody() },
  ];
}

/** What is missing, each with how to mend it. */
function missingOf({ hanging, boardLook, staffLook }: Status, say: Say): string[] {
  const { missing } = say;
  const found: string[] = [];
  if (!hanging.staffRoles && !hanging.staffPeople && !hanging.staffByChannel) found.push(missing.staff());
  if (!hanging.leadPeople) found.push(missing.lead());
  if (hanging.state !== "ok") return [...found, missing.gone()];
  if (!boardLook || !staffLook) found.push(missing.unknown());
  if (boardLook && !boardLook.reachable) found.push(missing.boardUnreachable());
  if (staffLook && !staffLook.reachable) found.push(missing.staffUnreachable());
  found.push(...(boardLook?.missing ?? []).map((what) => missing.boardLacks({ what })));
  found.push(...(staffLook?.missing ?? []).map((what) => missing.staffLacks({ what })));
  return found;
}

function lostParts({ board, lost }: Status, say: Say): Part[] {
  if (lost.length === 0) return [];
  return [
    { kind: "line" },
    text(say.lost.recent()),
    ...lost.flatMap((letter): Part[] =>
      letter.state === "waiting"
        ? [text(`${say.lost.waiting(about(letter, board, say))} ${say.lost.why[whyOf(letter.trouble)]()}`)]
        : [text(lostLine(letter, board, say)), ...buttons([againButton(letter, board, say)])],
    ),
    { kind: "line" },
  ];
}

const about = (letter: Letter, board: Board, say: Say) => ({
  kind: say.lost.kinds[kindOf(letter.key)](),
  to: say.lost.to[aimOf(letter, board)](),
  platform: platformName(say, letter.platform),
});

const lostLine = (letter: Letter, board: Board, say: Say) =>
  `${say.lost.line(about(letter, board, say))} ${say.lost.why[whyOf(letter.trouble)]()}`;

const againButton = (letter: Letter, board: Board, say: Say): Button => ({
  label: say.buttons.again(),
  does: address("board.resend", { b: board.id, letter: letter.id }),
});

/** For staff: what did not arrive, why, and how to mend it. Holds nothing of what it said. */
export function lostView(letter: Letter, board: Board): View {
  const say = sayIn(board);
  return {
    title: say.lost.title(),
    body: [
      text(lostLine(letter, board, say)),
      ...buttons([againButton(letter, board, say), backButton(board)]),
    ],
  };
}

/** Where no board is meant: those of this workspace, and the ways to a new one. */
export function boardsView(it: { boards: Board[]; manages: boolean; canHang: boolean }): View {
  const say = sayIn(undefined);
  if (!it.manages && it.boards.length === 0) return kindNo("manager-only", card(say.setup.notYours()));
  return {
    body: [
      text(it.boards.length > 0 ? say.setup.choose() : say.setup.none()),
      ...buttons(
        it.boards
          .slice(0, 20)
          .map((board) => ({ label: board.name, does: address("board.setup", { b: board.id }) })),
      ),
      ...buttons(
        it.manages
          ? [
              { label: say.buttons.add(), tone: "main", does: address("board.add") },
              ...(it.canHang ? [{ label: say.buttons.hang(), does: address("board.hang") }] : []),
            ]
          : [],
      ),
    ],
  };
}

/** A kind no, with the way back to the form, and what was typed where no form can hold it. */
export function refusedView(line: string, again: string, typed: string[] = []): View {
  const say = sayIn(undefined);
  return card(
    [line, ...(typed.length > 0 ? [say.typed({ text: typed.join(" · ") })] : [])],
    [{ label: say.buttons.again(), does: again }],
  );
}

/** What a saved form says. `lines` follow what changed. */
export function savedView(board: Board, facts: Fact[], lines: string[]): View {
  const say = sayIn(board);
  return {
    body: [
      text(facts.length > 0 || lines.length > 0 ? say.setup.saved() : say.setup.same()),
      ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
      ...lines.map(text),
      ...buttons([backButton(board)]),
    ],
  };
}
