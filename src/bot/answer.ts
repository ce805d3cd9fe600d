/** How one act is answered: who, which board, may they, what do they mean; then the room decides. */
import { randomBytes } from "node:crypto";
import type { Board, Member, Person, Standing } from "../people/people.ts";
import { allows } from "../people/rules.ts";
import { type Action, type AfterReply, address, type Hands, readAddress } from "./action.ts";
import type { BotNeeds } from "./bot.ts";
import { keepDraft } from "./drafts.ts";
import type { Answer, Incoming, Reply } from "./incoming.ts";
import { limits } from "./limits.ts";
import { DoneBefore, notePress } from "./repeats.ts";
import { type Language, speak } from "./say.ts";
import { card, type Form, kindNo, type View } from "./view.ts";
import { words } from "./words.ts";

type Fields = Record<string, string | string[]>;
type Act = {
  incoming: Incoming | Reply;
  does: string;
  input: Record<string, string>;
  fields: Fields;
  replied: boolean;
  /** What worries us in the text, if anything. */
  concern?: string;
};

export function createAnswering(needs: BotNeeds) {
  const { features, desk, tools, log } = needs;
  const actions = new Map<string, Action>(
    features.flatMap((room) =>
      Object.entries(room.actions).map(([name, it]) => [`${room.name}.${name}`, it] as const),
    ),
  );

  async function answer(
    incoming: Incoming | Reply,
    replies?: string,
    more: { throwsWhenAway?: boolean } = {},
  ): Promise<Answer> {
    const text = replies ?? (incoming as Incoming).does;
    // Ours are never longer (`address` sees to it), so a longer one was forged.
    const { does, input } = readAddress(text.length > limits.address ? "" : text);
    const fields = "text" in incoming ? { text: incoming.text } : (incoming.fields ?? {});
    const act: Act = { incoming, does, input, fields: {}, replied: replies !== undefined };
    try {
      const action = actions.get(does);
      if (!action) return noted(refused("unknown", card(speak("en", words).unknown())), undefined);
      // A menu gives values of ours, never words of theirs; the room checks them like any id.
      const isChosen = "from" in incoming && incoming.from === "menu";
      const screened = isChosen ? { fields, concern: undefined } : screen(fields, needs);
      act.fields = screened.fields;
      if (screened.concern) act.concern = screened.concern;
      return noted(await perform(action, act, screened.concern), does);
    } catch (error) {
      if (more.throwsWhenAway && needs.database.isAway(error)) throw error;
      return noted(sorry(error, act), does);
    }
  }

  /** A line for the host about each kind no: which action, and why; never who, nor what they wrote. */
  function noted(answer: Answer, does: string | undefined): Answer {
    if (answer.kind === "view" && answer.view.no)
      log.info({ does, no: answer.view.no }, "Somebody heard a kind no.");
    return answer;
  }

  async function perform(action: Action, act: Act, concern: string | undefined): Promise<Answer> {
    const { person: visitor, place } = act.incoming;
    const meeting = desk.meet(visitor);
    const [{ person, members }, found] = await Promise.all([
      meeting,
      action.board === "none" && !act.input.b ? undefined : desk.find(place, meeting, act.input.b),
    ]);
    const board = found && "board" in found ? found.board : undefined;
    const say = speak((board?.language ?? "en") as Language, words);

    if (concern && !act.replied)
      return shown(needs.help(board?.nation ?? "none", (board?.language ?? "en") as Language));
    const gate = sixteenGate(person, act, say);
    if (gate) return shown(gate);
    if (!board && !action.board) return shown(whichBoard(found, act, say));

    let member = members.find((it) => it.boardId === board?.id && !it.leftAt);
    let standing: Standing = { staff: false, lead: false, manager: person.manages, member: false };
    if (board) {
      standing = await desk.standing(board, person, member, place, action.may);
      if (seats(action, standing)) member = await desk.seat(board, person, member, standing, place);
      standing = { ...standing, member: member !== undefined };
    }
    const allowed = allows(action.may, standing);
    if (!allowed.ok) return refused(allowed.reason, card(say.notAllowed[allowed.reason]()));

    const parsed = action.input.safeParse({
      ...act.fields,
      ...act.input,
      ...(concern ? { text: "", concern } : {}),
    });
    const hands = makeHands(act, { person, board, member, standing });
    if (!parsed.success)
      return shown(await notUnderstood(parsed.error.issues[0]?.path[0], action, act, hands));
    const result = await action.run(parsed.data, hands);
    return inForm(result, hands);
  }

  /** The tools for one act: its first transaction notes the press, so that a repeat does nothing. */
  function makeHands(
    act: Act,
    who: { person: Person; board: Board | undefined; member: Member | undefined; standing: Standing },
  ): Hands {
    const { incoming } = act;
    const now = tools.clock.now();
    let noted = false;
    return {
      ...tools,
      ...who,
      board: who.board as Board,
      now,
      place: incoming.place,
      from: "text" in incoming ? "reply" : incoming.from,
      reply: "text" in incoming ? { message: incoming.message } : undefined,
      answersPrivately: !("text" in incoming) || needs.repliesPrivately(incoming.place.platform),
      address: address(act.does, act.input),
      keep: (work) =>
        tools
          .keep(async (tx) => {
            if (!noted) await notePress(tx, incoming.key, now);
            return work(tx);
          })
          .then((value) => {
            noted = true;
            return value;
          }),
    };
  }

  function inForm(result: View | Form | AfterReply | undefined, hands: Hands): Answer {
    if (!result) return { kind: "nothing" };
    if ("orPublicly" in result)
      return {
        kind: "view",
        view: result.view,
        publicly: () => tools.keep((tx) => hands.send(tx, result.orPublicly)),
      };
    return "fields" in result ? { kind: "form", form: result } : shown(result);
  }

  /** Trouble in plain words. What a person typed is shown to them again, so that it is not lost. */
  function sorry(error: unknown, act: Act): Answer {
    const say = speak("en", words);
    if (error instanceof DoneBefore) return refused("done-before", card(say.done()));
    if (act.does === "help.now" || (act.concern && !act.replied)) {
      log.error(
        { does: act.does, err: error },
        "Help was shown without the board: it could not be looked up.",
      );
      return shown(needs.help("none", "en"));
    }
    const typed = typedBefore(act, say);
    if (needs.database.isAway(error)) {
      log.warn(
        { does: act.does, err: error },
        "The database is away; a press was answered without being kept.",
      );
      const again = { label: say.tryAgain(), does: address(act.does, act.input) };
      return shown(card([say.away(), ...typed], typed.length > 0 ? [] : [again]));
    }
    const code = randomBytes(3).toString("hex");
    log.error({ code, does: act.does, err: error }, "An act could not be answered.");
    return shown(card([say.broken({ code }), ...typed]));
  }

  return { find: (does: string) => actions.get(does), answer };
}

/** Taking part gives a seat; looking for help, setting up and leaving do not. */
const seats = ({ seats, may }: Action, { staff }: Standing): boolean =>
  seats !== false && (staff || may === "anyone" || may === "member" || may === "young");

const shown = (view: View): Answer => ({ kind: "view", view });

const refused = (no: string, view: View): Answer => shown(kindNo(no, view));

/** Every free text is looked at before anything is done with it. */
function screen(fields: Fields, needs: BotNeeds): { fields: Fields; concern: string | undefined } {
  let concern: string | undefined;
  const look = (text: string): string => {
    const seen = needs.screen(text);
    concern ??= seen.concern;
    return seen.clean;
  };
  const clean = Object.entries(fields).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(look) : look(value),
  ]);
  return { fields: concern ? {} : Object.fromEntries(clean), concern };
}

/** What stays open to somebody who has not said that they are 16, or is not: the answer itself, and help. */
const atAnyAge = ["welcome.sixteen", "help.now"];

/** Slack is for people of 16 and over: asked once, at the first act. */
function sixteenGate(person: Person, act: Act, say: ReturnType<typeof speakWords>): View | undefined {
  if (person.platform !== "slack" || person.overSixteen === true || atAnyAge.includes(act.does))
    return undefined;
  if (person.overSixteen === false) return card(say.underSixteen());
  const goOn = address(act.does, act.input);
  const next: Record<string, string> = act.replied || goOn.length > 60 ? {} : { next: goOn };
  return card(
    [say.sixteen(), ...typedBefore(act, say)],
    [
      { label: say.yes(), does: address("welcome.sixteen", { is: "yes", ...next }) },
      { label: say.no(), does: address("welcome.sixteen", { is: "no" }) },
    ],
  );
}

/** What somebody typed, shown to them again. */
function typedBefore(act: Act, say: ReturnType<typeof speakWords>): string[] {
  const typed = Object.values(act.fields).flat().filter(Boolean);
  return typed.length > 0 ? [`${say.youWrote()} ${typed.join(" · ")}`] : [];
}

const speakWords = (language: Language) => speak(language, words);

function whichBoard(
  found: Awaited<ReturnType<BotNeeds["desk"]["find"]>> | undefined,
  act: Act,
  say: ReturnType<typeof speakWords>,
): View {
  if (!found || !("choose" in found)) return kindNo("no-board", card(say.noBoard()));
  return card(
    say.whichBoard(),
    found.choose
      .slice(0, 25)
      .map((board) => ({ label: board.name, does: address(act.does, { ...act.input, b: board.id }) })),
  );
}

/** Names the field, and keeps what was typed: behind "try again" where the action has a form, else in sight. */
async function notUnderstood(
  field: PropertyKey | undefined,
  action: Action,
  act: Act,
  hands: Hands,
): Promise<View> {
  const say = speak((hands.board?.language ?? "en") as Language, words);
  const named = typeof field === "string" && field in act.fields;
  const line = named ? say.notUnderstood({ field }) : say.notUnderstoodAtAll();
  if (!action.again || !hands.board) return kindNo("not-understood", card([line, ...typedBefore(act, say)]));
  const draft = await keepDraft(hands, act.fields);
  const again = address(action.again, { ...act.input, b: hands.board.id, d: draft });
  return kindNo("not-understood", card(line, [{ label: say.tryAgain(), does: again }]));
}
