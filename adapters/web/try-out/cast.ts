/** Who and what there is in the try-out: four young people, two workers, and two channels. All of them are made up. */
import type { Place, Visitor } from "../../../src/bot/index.ts";

/** The one workspace of the try-out. */
export const workspace = "try-out";

/** Somebody that you can be. `staff` have a seat in the staff channel; `manages`: runs the server. */
export type CastPerson = { id: string; name: string; staff?: boolean; manages?: boolean };

/** A channel. `staff`: only staff have a seat in it. */
export type Channel = { id: string; name: string; staff?: boolean };

export type Cast = { people: CastPerson[]; channels: Channel[] };

/** The ids of the two channels that the try-out opens with. */
export const channelIds = { board: "board", staff: "staff" } as const;

export const cast: Cast = {
  people: [
    { id: "amina", name: "Amina" },
    { id: "ben", name: "Ben" },
    { id: "cerys", name: "Cerys" },
    { id: "dev", name: "Dev" },
    { id: "sam", name: "Sam", staff: true, manages: true },
    { id: "jo", name: "Jo", staff: true },
  ],
  channels: [
    { id: channelIds.board, name: "board" },
    { id: channelIds.staff, name: "staff", staff: true },
  ],
};

/** Somebody of the cast, as the heart meets them. */
export const visitorOf = (person: CastPerson): Visitor => ({
  platform: "web",
  workspace,
  id: person.id,
  name: person.name,
  roles: [],
  manages: person.manages === true,
});

export const placeOf = (channel: string): Place => ({ platform: "web", workspace, channel });

/** Where one person reads what Sayso writes to them alone. */
export const privatePlaceOf = (person: string): Place => ({ ...placeOf(`with-${person}`), isPrivate: true });
