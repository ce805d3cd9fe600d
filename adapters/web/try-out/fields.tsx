/** Out: an open form as a card of its own, with each kind of field. A new kind does not compile until it is drawn here. */
import type { Child } from "hono/jsx";
import { type Choice, type Field, plain, unreachable } from "../../../src/bot/index.ts";
import { Ticks } from "./choices.tsx";
import { Words } from "./parts.tsx";
import { Hidden } from "./pressing.tsx";
import type { OpenForm, Room } from "./room.ts";
import { say } from "./words.ts";

/** The value of a scale's "I don't know", as on the other platforms. */
const unsureValue = "unsure";

/** Before a field's name in the page, so that it never meets a name of ours. */
export const fieldPrefix = "field.";

type Asking = Exclude<Field, { kind: "note" }>;
type Around = { open: OpenForm; room: Room };

export const FormCard = ({ open, room, as }: Around & { as: string }) => {
  const troubles = Object.keys(open.troubles).length;
  return (
    <article class="card form" id={`form-${open.id}`} tabindex={-1} aria-labelledby={`form-title-${open.id}`}>
      <h3 id={`form-title-${open.id}`}>{plain(open.form.title)}</h3>
      {troubles > 0 ? (
        <p class="notice" role="alert">
          {say.mend({ count: troubles })}
        </p>
      ) : null}
      <form method="post" action="/send" id={`fill-${open.id}`} novalidate>
        <Hidden values={{ as, form: open.id, key: room.keyFor(as, `form ${open.id}`) }} />
        {open.form.fields.map((field) => (
          <DrawnField field={field} open={open} room={room} />
        ))}
        <button type="submit" class="button main">
          {plain(open.form.submit ?? say.send())}
        </button>
      </form>
      <form method="post" action="/put-away" class="quiet">
        <Hidden values={{ as, on: open.id }} />
        <button type="submit" class="button plain">
          {say.closeForm()}
        </button>
      </form>
    </article>
  );
};

const DrawnField = ({ field, open, room }: { field: Field } & Around): Child => {
  if (field.kind === "note")
    return (
      <p class="note">
        <Words text={field.text} />
      </p>
    );
  if (field.kind === "role") return <p class="note">{`${plain(field.label)}: ${say.noRoles()}`}</p>;
  const id = `field-${open.id}-${field.name}`;
  const trouble = open.troubles[field.name];
  const about =
    [field.hint ? `${id}-hint` : "", trouble ? `${id}-trouble` : ""].filter(Boolean).join(" ") || undefined;
  const label = (
    <>
      {plain(field.label)}
      {field.optional ? <span class="hint">{` (${say.canSkip()})`}</span> : null}
    </>
  );
  const more = (
    <>
      {field.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {plain(field.hint)}
        </p>
      ) : null}
      {trouble ? (
        <p class="notice" id={`${id}-trouble`}>
          {trouble}
        </p>
      ) : null}
    </>
  );
  const group = groupOf(field, room);
  if (!group)
    return (
      <div class="field">
        <label for={id}>{label}</label>
        {more}
        <Typed field={field} id={id} about={about} wrong={trouble !== undefined} room={room} />
      </div>
    );
  return (
    <fieldset class="field" aria-describedby={about} data-most={group.most ? String(group.most) : undefined}>
      <legend>{label}</legend>
      {more}
      <Ticks
        kind={group.kind}
        name={fieldPrefix + field.name}
        id={id}
        choices={group.choices}
        row={group.row}
      />
      <p class="too-many" role="status" />
    </fieldset>
  );
};

type Group = { kind: "radio" | "checkbox"; choices: Choice[]; most?: number; row?: boolean };

/** Fields that are ticked; `undefined` for those that are typed or picked from a list. */
function groupOf(field: Asking, room: Room): Group | undefined {
  switch (field.kind) {
    case "choice":
      return { kind: "radio", choices: field.choices };
    case "several":
      return { kind: "checkbox", choices: field.choices, most: field.choose.max };
    case "people": {
      const choices = room.people.map(({ id, name, staff }) => ({
        label: staff ? `${name} (${say.staff()})` : name,
        value: id,
        chosen: field.value?.includes(id) === true,
      }));
      return { kind: "checkbox", choices, most: field.most };
    }
    case "scale": {
      const numbers = Array.from({ length: field.to - field.from + 1 }, (_, step) =>
        String(field.from + step),
      );
      const all = [
        ...numbers.map((value) => [value, value]),
        ...(field.unsure ? [[field.unsure, unsureValue]] : []),
      ];
      const choices = all.map(([label = "", value = ""]) => ({
        label,
        value,
        chosen: field.value === value,
      }));
      return { kind: "radio", choices, row: true };
    }
    case "short":
    case "long":
    case "channel":
    case "role":
      return undefined;
    default:
      return unreachable(field);
  }
}

const Typed = (it: { field: Asking; id: string; about: string | undefined; wrong: boolean; room: Room }) => {
  const { field } = it;
  const all = {
    id: it.id,
    name: fieldPrefix + field.name,
    "aria-describedby": it.about,
    "aria-invalid": it.wrong ? ("true" as const) : undefined,
    "aria-required": field.optional ? undefined : ("true" as const),
  };
  if (field.kind === "channel")
    return (
      <select {...all}>
        <option value="">{say.nobody()}</option>
        {it.room.state.channels.map((channel) => (
          <option value={channel.id} selected={field.value === channel.id}>
            {`#${channel.name}`}
          </option>
        ))}
      </select>
    );
  if (field.kind === "long")
    return (
      <textarea {...all} rows={4} placeholder={field.example}>
        {field.value ?? ""}
      </textarea>
    );
  if (field.kind === "short")
    return (
      <input type="text" {...all} value={field.value ?? ""} placeholder={field.example} autocomplete="off" />
    );
  return null;
};
