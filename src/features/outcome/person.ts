/** What this room knows of a person, and how it forgets: pledges are the person's; answers keep no young person. */
import type { Tools } from "../../bot/action.ts";
import type { Part } from "../../bot/view.ts";
import type { Person } from "../../people/people.ts";
import { redrawStaffCard } from "./letters.ts";
import { voiceOf } from "./voice.ts";

/** The pledges of a person, and, of an adult, how many answers they gave. */
export async function about(person: Person, { db }: Tools): Promise<Part[]> {
  const pledges = await db.pledge.findMany({
    where: { personId: person.id },
    include: { idea: { include: { board: true } } },
  });
  const lines = pledges.map(({ kind, giveName, idea }) => {
    const say = voiceOf(idea.board);
    const what = { board: idea.board.name, idea: idea.state === "hidden" ? say.hiddenIdea() : idea.text };
    const pledged = kind === "lead" ? say.about.lead(what) : say.about.help(what);
    return `${pledged} ${giveName === "yes" ? say.about.nameGiven() : say.about.nameKept()}`;
  });
  const count = await db.audit.count({
    where: { personId: person.id, what: { startsWith: "outcome." } },
  });
  const answered = count > 0 ? [voiceOf({ language: "en" }).about.answered({ count })] : [];
  return [...lines, ...answered].map((text) => ({ kind: "text", text }));
}

/**
 * Deletes a person's pledges and the letters that this room wrote to them, and draws anew the staff cards that showed
 * the name. What is kept: that somebody of staff answered (an id that leads to nobody once the person is deleted).
 */
export async function forget(person: Person, tools: Tools): Promise<void> {
  await tools.keep(async (tx) => {
    const mine = { personId: person.id };
    const ideas = (await tx.pledge.findMany({ where: mine })).map((pledge) => pledge.ideaId);
    await tx.pledge.deleteMany({ where: mine });
    const identities = await tx.identity.findMany({ where: mine });
    for (const { platform, account } of identities)
      await tx.letter.deleteMany({
        where: { kind: "tell", platform, account, key: { startsWith: "outcome:" } },
      });
    await tx.letter.deleteMany({
      where: { AND: [{ key: { startsWith: "outcome:" } }, { key: { endsWith: `:name:${person.id}` } }] },
    });
    for (const outcome of await tx.outcome.findMany({ where: { ideaId: { in: ideas } } }))
      await redrawStaffCard(tx, outcome, tools);
  });
  await tools.scrub();
}
