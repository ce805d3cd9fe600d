/** Buttons, and what a press carries along. */
import { type Button, plain } from "../../../src/bot/index.ts";

/** What a part's controls need to know: who presses, on what, and the key of that press. */
export type Pressing = {
  as: string;
  on: string;
  /** The key for this control, the same until the person has done something. */
  keyFor(control: string): string;
  /** Only to look at: somebody without a seat here. */
  still?: boolean;
};

const safeLink = (address: string): string => (/^(https?|mailto|tel):/i.test(address) ? address : "#");

export const DrawnButton = ({
  button,
  control,
  pressing,
}: {
  button: Button;
  control: string;
  pressing: Pressing;
}) => {
  const look = `button ${button.tone ?? "plain"}`;
  if ("opens" in button)
    return (
      <a class={look} href={safeLink(button.opens)} rel="noreferrer">
        {plain(button.label)}
      </a>
    );
  if (pressing.still) return <span class={`${look} still`}>{plain(button.label)}</span>;
  const thing = `${control} ${button.does}`;
  return (
    <form method="post" action="/press" id={`press-${pressing.on}-${control}`}>
      <Hidden values={{ as: pressing.as, on: pressing.on, key: pressing.keyFor(thing), does: button.does }} />
      <button type="submit" class={look} id={`button-${pressing.on}-${control}`}>
        {plain(button.label)}
      </button>
    </form>
  );
};

export const Hidden = ({ values }: { values: Record<string, string | undefined> }) => (
  <>
    {Object.entries(values).map(([name, value]) =>
      value === undefined ? null : <input type="hidden" name={name} value={value} />,
    )}
  </>
);
