/** Pure: the short forms of set-up. Each has at most five fields. `typed` is what was filled in before a kind no. */
import type { Hanging } from "../../../prisma/generated/sqlite/client.ts";
import { address } from "../../bot/action.ts";
import { limits } from "../../bot/limits.ts";
import type { Choice, Field, Form } from "../../bot/view.ts";
import type { Board } from "../../people/people.ts";
import { nations } from "../../schedule/holidays.ts";
import { clockTime, duration, weekdayName } from "../../schedule/speaking.ts";
import { writeDates } from "./dates.ts";
import { longestName } from "./rules.ts";
import { sayIn } from "./said.ts";

export type Typed = Record<string, string | string[]>;

/** Most people that a picker takes. */
const mostStaff = 20;
const mostLeads = 2;
const mostRoles = 5;
/** The lengths of a poll that can be chosen, in hours: two to six days. */
export const openLengths = [48, 72, 96, 120, 144];

const one = (typed: Typed, name: string, else_: string | number): string =>
  String([typed[name] ?? else_].flat()[0] ?? "");
const many = (typed: Typed, name: string, else_: string): string[] =>
  typed[name] === undefined ? listOf(else_) : [typed[name]].flat().filter(Boolean);
const listOf = (ids: string) => ids.split(" ").filter(Boolean);
const choices = (values: (string | number)[], chosen: string, label: (value: never) => string): Choice[] =>
  values.map((value) => ({
    value: String(value),
    label: label(value as never),
    chosen: String(value) === chosen,
  }));
const hours = (chosen: string) =>
  choices([...Array(24).keys()], chosen, (hour: number) => clockTime("en", hour));

const say = sayIn(undefined);
const { forms, values } = say;

const nameField = (value: string): Field => ({
  kind: "short",
  name: "name",
  label: forms.name(),
  value,
  example: forms.nameExample(),
  max: longestName,
});
const channelFields = (board?: string, staff?: string): Field[] => [
  {
    kind: "channel",
    name: "boardChannel",
    label: forms.boardChannel(),
    hint: forms.boardChannelHint(),
    ...(board ? { value: board } : {}),
  },
  {
    kind: "channel",
    name: "staffChannel",
    label: forms.staffChannel(),
    hint: forms.staffChannelHint(),
    ...(staff ? { value: staff } : {}),
  },
];
const rolesField = (value: string[] = []): Field => ({
  kind: "role",
  name: "roles",
  label: forms.roles(),
  hint: forms.rolesHint(),
  optional: true,
  most: mostRoles,
  value,
});
const peopleField = (label: string, hint: string, value: string[] = []): Field => ({
  kind: "people",
  name: "people",
  label,
  hint,
  optional: true,
  most: mostStaff,
  value,
});
const leadsField = (value: string[] = []): Field => ({
  kind: "people",
  name: "leads",
  label: forms.leads(),
  hint: forms.leadsHint(),
  optional: true,
  most: mostLeads,
  value,
});
const firstStaff = (hasRoles: boolean): Field =>
  hasRoles ? rolesField() : peopleField(forms.staffOrChannel(), forms.staffOrChannelHint());

/** A whole new board. */
export const addForm = (name: string, hasRoles: boolean): Form => ({
  title: forms.newBoard(),
  does: address("board.added"),
  submit: forms.save(),
  fields: [nameField(name), ...channelFields(), firstStaff(hasRoles), leadsField()],
});

/** A board that hangs on another platform, here as well. */
export const hangForm = (hasRoles: boolean): Form => ({
  title: forms.hang(),
  does: address("board.hung"),
  submit: forms.save(),
  fields: [
    { kind: "short", name: "code", label: forms.code(), example: forms.codeExample(), max: 20 },
    ...channelFields(),
    firstStaff(hasRoles),
    leadsField(),
  ],
});

export const placesForm = (board: Board, hanging: Hanging, typed: Typed): Form => ({
  title: forms.places(),
  does: address("board.placesSet", { b: board.id }),
  submit: forms.save(),
  fields: [
    nameField(one(typed, "name", board.name)),
    ...channelFields(
      one(typed, "boardChannel", hanging.boardChannel),
      one(typed, "staffChannel", hanging.staffChannel),
    ),
  ],
});

export function staffForm(board: Board, hanging: Hanging, typed: Typed, hasRoles: boolean): Form {
  const people = many(typed, "people", hanging.staffPeople);
  const leads = leadsField(many(typed, "leads", hanging.leadPeople));
  const by = one(typed, "by", hanging.staffByChannel ? "channel" : "name");
  const named = peopleField(forms.staffPeople(), forms.staffPeopleHint(), people);
  const choice: Field = {
    kind: "choice",
    name: "by",
    label: forms.staffBy(),
    choices: [
      { value: "channel", label: forms.byChannel(), chosen: by === "channel" },
      { value: "name", label: forms.byName(), chosen: by === "name" },
    ],
  };
  return {
    title: forms.staff(),
    does: address("board.staffSet", { b: board.id }),
    submit: forms.save(),
    fields: [hasRoles ? rolesField(many(typed, "roles", hanging.staffRoles)) : choice, named, leads],
  };
}

export const asksForm = (board: Board, typed: Typed): Form => ({
  title: forms.asks(),
  does: address("board.asksSet", { b: board.id }),
  submit: forms.save(),
  fields: [
    {
      kind: "choice",
      name: "weekday",
      label: forms.weekday(),
      choices: choices([1, 2, 3, 4, 5, 6, 7], one(typed, "weekday", board.weekday), (day: number) =>
        weekdayName("en", day),
      ),
    },
    { kind: "choice", name: "hour", label: forms.hour(), choices: hours(one(typed, "hour", board.hour)) },
    {
      kind: "choice",
      name: "openHours",
      label: forms.openHours(),
      choices: choices(openLengths, one(typed, "openHours", board.openHours), (length: number) =>
        duration("en", length),
      ),
    },
    {
      kind: "short",
      name: "timeZone",
      label: forms.timeZone(),
      value: one(typed, "timeZone", board.timeZone),
      example: forms.timeZoneExample(),
      max: 50,
    },
  ],
});

export const quietForm = (board: Board, typed: Typed): Form => ({
  title: forms.quiet(),
  does: address("board.quietSet", { b: board.id }),
  submit: forms.save(),
  fields: [
    {
      kind: "choice",
      name: "quietFrom",
      label: forms.quietFrom(),
      hint: forms.quietHint(),
      choices: hours(one(typed, "quietFrom", board.quietFrom)),
    },
    {
      kind: "choice",
      name: "quietTo",
      label: forms.quietTo(),
      choices: hours(one(typed, "quietTo", board.quietTo)),
    },
    {
      kind: "choice",
      name: "nation",
      label: forms.nation(),
      hint: forms.nationHint(),
      choices: choices([...nations], one(typed, "nation", board.nation), (it: keyof typeof values.nations) =>
        values.nations[it](),
      ),
    },
    {
      kind: "long",
      name: "daysOff",
      label: forms.daysOff(),
      hint: forms.daysOffHint(),
      value: one(typed, "daysOff", writeDates(board.skips.map((it) => it.dates))),
      example: forms.daysOffExample(),
      optional: true,
      max: limits.longField,
    },
  ],
});

export function countsForm(board: Board, typed: Typed): Form {
  const mode = one(typed, "ballotMode", board.ballotMode);
  const naming = one(typed, "ideaNaming", board.ideaNaming);
  const choice = (value: string, chosen: string, label: string, hint: string): Choice => ({
    value,
    label,
    hint,
    chosen: value === chosen,
  });
  return {
    title: forms.counts(),
    does: address("board.countsSet", { b: board.id }),
    submit: forms.save(),
    fields: [
      { kind: "note", text: forms.countsNote() },
      {
        kind: "choice",
        name: "winners",
        label: forms.winners(),
        choices: choices([1, 2, 3], one(typed, "winners", board.winners), String),
      },
      {
        kind: "choice",
        name: "ballotMode",
        label: forms.ballots(),
        choices: [
          choice("secret", mode, forms.secret(), forms.secretHint()),
          choice("named", mode, forms.named(), forms.namedHint()),
        ],
      },
      {
        kind: "choice",
        name: "ideaNaming",
        label: forms.naming(),
        choices: [
          choice("unnamed", naming, forms.unnamed(), forms.unnamedHint()),
          choice("named", naming, forms.namedIdeas(), forms.namedIdeasHint()),
        ],
      },
    ],
  };
}
