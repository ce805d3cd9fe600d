/** The tools that rooms have in their hands, made from the database, the outbox and the doors. */
import type { Doors, Tools } from "./bot/action.ts";
import type { Adapter } from "./bot/adapter.ts";
import type { Clock } from "./bot/clock.ts";
import type { OpenDatabase } from "./database.ts";
import { writeLetter } from "./outbox/write.ts";

/** The tools that every room has in its hands. Letters written in a transaction leave right after its commit. */
export function makeTools(needs: {
  database: OpenDatabase;
  clock: Clock;
  newId(): string;
  doors(): Adapter[];
  vault: Tools["vault"];
  wake(): Promise<void>;
}): Tools {
  const { database, clock, newId } = needs;
  let written = 0;
  let lastStamp = 0;
  const stamp = () => {
    lastStamp = Math.max(clock.now().getTime(), lastStamp + 1);
    return new Date(lastStamp);
  };
  return {
    db: database.read,
    scrub: database.scrub,
    clock,
    newId,
    vault: needs.vault,
    doors: askDoors(needs.doors),
    async keep(work) {
      const before = written;
      const value = await database.keep(work);
      if (written !== before) setImmediate(() => void needs.wake());
      return value;
    },
    async send(tx, letter) {
      written += await writeLetter(tx, letter, { newId, now: clock.now(), createdAt: stamp() });
    },
  };
}

/** What rooms ask of the doors. A door that does not answer gives `undefined`, never an exception. */
function askDoors(doors: () => Adapter[]): Doors {
  const door = (platform: string) => doors().find((it) => it.name === platform);
  const unknown = () => undefined;
  return {
    open: () =>
      doors()
        .filter((it) => it.health().state !== "down")
        .map((it) => it.name),
    checkPerson: async ({ staffChannel, ...person }) =>
      door(person.platform)?.checkPerson(person, staffChannel).catch(unknown),
    checkPlace: async (place) => door(place.platform)?.checkPlace(place).catch(unknown),
  };
}
