/** How a person on the local Slack fills in and sends a form. */
import { inputState } from "./payloads.ts";
import { inputs, startValue } from "./reading.ts";
import type { Delivered } from "./socket.ts";
import type { SlackModal, SlackState, SlackUser } from "./state.ts";

/** The state that Slack sends along. Fields left out keep what they were opened with. */
export function fillIn(view: SlackModal, values: Record<string, string | string[]>): Record<string, unknown> {
  const names = inputs(view).map((block) => String((block.element as { action_id?: string }).action_id));
  for (const name of Object.keys(values)) {
    if (!names.includes(name))
      throw new Error(`The form has no field "${name}". There are: ${names.join(", ")}`);
  }
  return Object.fromEntries(
    inputs(view).map((block, at) => {
      const name = names[at] ?? "";
      return [
        block.block_id ?? `made-${at}`,
        { [name]: inputState(block, values[name] ?? startValue(block.element)) },
      ];
    }),
  );
}

/** What becomes of the form after the app's acknowledgement; without one it stays open. */
export const afterForm =
  (state: SlackState, user: SlackUser, view: SlackModal) =>
  (result: Delivered): void => {
    const stack = state.modals.get(user.id) ?? [];
    if (!result.acknowledged) return;
    const {
      response_action: what,
      view: next,
      errors,
    } = result.payload as { response_action?: string; view?: SlackModal; errors?: Record<string, string> };
    if (what === "errors") Object.assign(view, { errors });
    else if (what === "clear") state.modals.delete(user.id);
    else if (what === "update" && next)
      state.modals.set(
        user.id,
        stack.map((one) =>
          one === view ? { ...next, id: view.id, hash: state.newId("h"), openedBy: user.id } : one,
        ),
      );
    else
      state.modals.set(
        user.id,
        stack.filter((one) => one !== view),
      );
  };
