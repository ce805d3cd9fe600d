/** Who is speaking, for which board, and what they may do there. Rules are in rules.ts, queries in store.ts. */
import type {
  Board as BoardRow,
  Hanging,
  Member as MemberRow,
  SkipDate,
} from "../../prisma/generated/sqlite/client.ts";
import type { Platform } from "../bot/incoming.ts";

/** A board with its places and days off. */
export type Board = BoardRow & { hangings: Hanging[]; skips: SkipDate[] };

/** Somebody, by the account with which they act now. */
export type Person = {
  id: string;
  identity: string;
  platform: Platform;
  workspace: string;
  account: string;
  /** The name that the chat shows now. */
  name: string;
  roles: string[];
  manages: boolean;
  overSixteen: boolean | null;
};

/** A person's seat on a board. */
export type Member = MemberRow;

/** Who may do an action. `anyone`: whoever reaches it. `member`: young people and staff of the board. `young`: members
 *  who are not staff. `staff`: staff of the board. `lead`: its safeguarding lead or deputy. `manager`: who may manage the server. */
export type Permission = "anyone" | "member" | "young" | "staff" | "lead" | "manager";

/** What a person is on a board, found out at each act. */
export type Standing = { staff: boolean; lead: boolean; manager: boolean; member: boolean };
