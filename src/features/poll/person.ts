/** What the poll room knows of a person: ballots of polls that are open now, and of named polls. */
import type { Tools } from "../../bot/action.ts";
import { type Language, speak } from "../../bot/say.ts";
import type { Part } from "../../bot/view.ts";
import type { Person } from "../../people/people.ts";
import { voterKey } from "./secret.ts";
import { words } from "./words.ts";

/** A person's ballots. Those of open secret polls are found by their voter key, made in memory. */
async function ballotsOf(person: Person, { db, vault }: Tools) {
  const boards = { members: { some: { personId: person.id } } };
  const open = await db.poll.findMany({
    where: { state: "open", board: boards },
    select: { id: true, secret: true },
  });
  const keys = open.flatMap(({ id, secret }) =>
    secret ? [{ pollId: id, voterKey: voterKey(vault, secret, person.id) }] : [],
  );
  return db.ballot.findMany({
    where: { OR: [{ personId: person.id }, ...keys] },
    include: { poll: { include: { options: true, board: { select: { language: true } } } } },
  });
}

/** What they picked, poll by poll. */
export async function about(person: Person, tools: Tools): Promise<Part[]> {
  const ballots = await ballotsOf(person, tools);
  return ballots.map(({ picks, poll }) => ({
    kind: "facts",
    facts: [
      {
        label: poll.question,
        value:
          poll.options
            .filter((option) => picks.split(" ").includes(option.id))
            .map((option) => option.text)
            .join(" · ") || speak(poll.board.language as Language, words).buttons.nothing(),
      },
    ],
  }));
}

/** Deletes their ballots, so that what they picked is not counted. Totals of closed polls name nobody. */
export async function forget(person: Person, tools: Tools): Promise<void> {
  const ballots = await ballotsOf(person, tools);
  await tools.keep((tx) =>
    tx.ballot.deleteMany({ where: { id: { in: ballots.map((ballot) => ballot.id) } } }),
  );
}
