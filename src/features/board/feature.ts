/** The room where a board is set up: by managers and staff, any time, again and again. */
import type { Feature, Tools } from "../../bot/action.ts";
import type { Person } from "../../people/people.ts";
import { add, added } from "./add.ts";
import { away, unreachable } from "./away.ts";
import { asks, asksSet, counts, countsSet, quiet, quietSet } from "./calendar.ts";
import { hang, hung, link } from "./hang.ts";
import { lost, resend } from "./lost.ts";
import { places, placesSet, staff, staffSet } from "./places.ts";
import { sayIn } from "./said.ts";
import { setup } from "./setup.ts";

export const board: Feature = {
  name: "board",
  commands: [
    {
      words: ["setup"],
      about: "Set a board up, or see what is set and what is missing",
      does: "board.setup",
      forManagers: true,
    },
  ],
  actions: {
    setup,
    add,
    added,
    link,
    hang,
    hung,
    places,
    placesSet,
    staff,
    staffSet,
    asks,
    asksSet,
    quiet,
    quietSet,
    counts,
    countsSet,
    resend,
  },
  drawings: { lost, away },
  duties: [],
  unreachable,
  async about(person, tools) {
    return (await namedIn(person, tools)).flatMap(({ hanging, board: { name, language }, accounts }) => {
      const say = sayIn({ language });
      const names = (list: string) => list.split(" ").some((id) => accounts.includes(id));
      return [
        ...(names(hanging.staffPeople) ? [say.about.staff({ board: name })] : []),
        ...(names(hanging.leadPeople) ? [say.about.lead({ board: name })] : []),
      ].map((text) => ({ kind: "text" as const, text }));
    });
  },
  async forget(person, tools) {
    const found = await namedIn(person, tools);
    if (found.length === 0) return;
    await tools.keep(async (tx) => {
      for (const { hanging, accounts } of found) {
        const without = (list: string) =>
          list
            .split(" ")
            .filter((id) => !accounts.includes(id))
            .join(" ");
        await tx.hanging.update({
          where: { id: hanging.id },
          data: {
            staffPeople: without(hanging.staffPeople),
            leadPeople: without(hanging.leadPeople),
          },
        });
      }
    });
  },
};

/** The hangings that name one of a person's accounts as staff or lead. */
async function namedIn(person: Person, { db }: Tools) {
  const identities = await db.identity.findMany({ where: { personId: person.id } });
  const hangings = await db.hanging.findMany({
    where: { platform: { in: identities.map((it) => it.platform) } },
    include: { board: true },
  });
  return hangings.flatMap(({ board: its, ...hanging }) => {
    const accounts = identities
      .filter((it) => it.platform === hanging.platform && ["", hanging.workspace].includes(it.workspace))
      .map((it) => it.account);
    const listed = `${hanging.staffPeople} ${hanging.leadPeople}`.split(" ");
    return accounts.some((it) => listed.includes(it)) ? [{ hanging, board: its, accounts }] : [];
  });
}
