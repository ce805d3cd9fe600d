/** A menu as a group of ticks or of one choice, with a button that saves. */
import type { Choice, Part } from "../../../src/bot/index.ts";
import { plain } from "../../../src/bot/index.ts";
import { Hidden, type Pressing } from "./pressing.tsx";
import { say } from "./words.ts";

type Menu = Extract<Part, { kind: "menu" }>;

export const Choices = ({ menu, control, pressing }: { menu: Menu; control: string; pressing: Pressing }) => {
  const id = `menu-${pressing.on}-${control}`;
  const one = menu.choose.max === 1;
  const none: Choice = {
    label: say.none(),
    value: "",
    chosen: !menu.choices.some((choice) => choice.chosen),
  };
  const choices = one && menu.choose.min === 0 ? [...menu.choices, none] : menu.choices;
  return (
    <form method="post" action="/choose" class="menu" id={id}>
      <Hidden
        values={{
          as: pressing.as,
          on: pressing.on,
          key: pressing.keyFor(`${control} ${menu.does}`),
          does: menu.does,
        }}
      />
      <fieldset disabled={pressing.still} data-most={one ? undefined : String(menu.choose.max)}>
        <legend>{plain(menu.prompt)}</legend>
        {one ? null : <p class="hint">{say.upTo({ max: menu.choose.max })}</p>}
        <Ticks kind={one ? "radio" : "checkbox"} name="chosen" id={id} choices={choices} />
        <p class="too-many" role="status" />
        <button type="submit" class="button main">
          {say.save()}
        </button>
      </fieldset>
    </form>
  );
};

/** The ticks alone, for menus and for fields of forms. */
export const Ticks = (it: {
  kind: "radio" | "checkbox";
  name: string;
  id: string;
  choices: Choice[];
  row?: boolean;
}) => (
  <div class={it.row ? "ticks row" : "ticks"}>
    {it.choices.map((choice, index) => (
      <label class="tick" for={`${it.id}-${index}`}>
        <input
          type={it.kind}
          id={`${it.id}-${index}`}
          name={it.name}
          value={choice.value}
          checked={choice.chosen === true}
        />
        <span>
          {plain(choice.label)}
          {choice.hint ? <span class="hint">{plain(choice.hint)}</span> : null}
        </span>
      </label>
    ))}
  </div>
);
