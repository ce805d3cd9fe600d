/** What this room knows of somebody, in plain words. */
import type { Tools } from "../../bot/action.ts";
import type { Part } from "../../bot/view.ts";
import type { Person } from "../../people/people.ts";
import { speaking } from "../../schedule/speaking.ts";
import { platformNames } from "./platforms.ts";
import { sayIn } from "./views.ts";

export async function aboutPerson(person: Person, { db, clock }: Tools): Promise<Part[]> {
  const identities = await db.identity.findMany({ where: { personId: person.id } });
  const members = await db.member.findMany({ where: { personId: person.id }, include: { board: true } });
  const { about } = sayIn(undefined);
  const now = clock.now();
  const accounts = identities.flatMap(({ platform, overSixteen }) => [
    about.account({ platform: platformNames[platform] ?? platform }),
    ...(overSixteen === null ? [] : [overSixteen ? about.over() : about.under()]),
  ]);
  const seats = members.flatMap(({ board, joinedAt, leftAt, calledName, reminders }) => {
    const date = (at: Date) => speaking("en", board.timeZone).date(at, now);
    if (leftAt) return [about.left({ board: board.name, when: date(leftAt) })];
    return [
      about.member({ board: board.name, since: date(joinedAt), name: calledName }),
      ...(reminders ? [about.reminders()] : []),
    ];
  });
  return [...accounts, ...seats].map((text) => ({ kind: "text", text }));
}
