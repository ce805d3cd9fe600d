/** What a fault must leave untouched, and what the host can read of it: for the tests of section 4. */
import type { Story } from "../support/story.ts";
import type { Shown, Someone, World } from "../support/world.ts";

/** The question of the weekly poll's post. */
export const question = "What would you like to do over the next four weeks?";

/** The lines that the host can read, as what they say and the facts that go with it. */
export const hostReads = (story: Pick<Story, "log">): Record<string, unknown>[] =>
  story.log.map((line) => JSON.parse(line) as Record<string, unknown>);

/** How often the host's log names this kind of no. */
export const noted = (story: Pick<Story, "log">, no: string): number =>
  hostReads(story).filter((line) => line.no === no).length;

/** The host's lines that hold these words. */
export const linesWith = (story: Pick<Story, "log">, words: string | RegExp): number =>
  hostReads(story).filter((line) => String(line.msg).match(words) !== null).length;

/** Everything that is kept of what people did: how many of each. */
export async function kept({ house }: Pick<Story, "house">) {
  const { read } = house.database;
  const [ideas, options, ballots, members, pledges, polls, letters, drafts] = await Promise.all([
    read.idea.count(),
    read.option.count(),
    read.ballot.count(),
    read.member.count(),
    read.pledge.count(),
    read.poll.count(),
    read.letter.count(),
    read.draft.count(),
  ]);
  return { ideas, options, ballots, members, pledges, polls, letters, drafts };
}

/** Adds an idea by the form on the poll's post. */
export async function adds(person: Someone, text: string): Promise<void> {
  await person.presses("Add my idea");
  await person.fills({ text });
}

/** Opens the choosing card and picks by the idea's words. */
export async function picks(person: Someone, ideas: string[], on: Shown): Promise<void> {
  await person.presses("Choose", on);
  const menu = person.sees()?.menus.find((it) => it.prompt === "Choose");
  const labels = ideas.map((idea) => {
    if (!menu) throw new Error(`${person.name} cannot choose here, but sees: ${person.sees()?.text}`);
    const found = menu?.choices.find((choice) => choice.replace(/^\d+\s+/, "").startsWith(idea));
    if (!found) throw new Error(`Nobody can choose "${idea}" from: ${menu?.choices.join(", ")}`);
    return found;
  });
  await person.chooses(labels, "Choose");
}

/** The question's posts that stand in a world's board channel. */
export const questions = (world: World): Shown[] =>
  world.posts(world.boardChannel).filter((post) => post.text.includes(question));

/** Begins all of these before any has ended, and gives what came of each. */
export const atOnce = <Value>(acts: (() => Promise<Value>)[]): Promise<Value[]> =>
  Promise.all(acts.map((act) => act()));
