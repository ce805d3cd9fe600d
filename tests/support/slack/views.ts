/** The Web API methods about forms: `views.*`. */
import { wrongModal } from "./checks.ts";
import type { Answered, Api, Arguments } from "./methods.ts";
import type { SlackModal } from "./state.ts";

const no = (error: string): Answered => ({ ok: false, error });

function openModal(api: Api, body: Arguments, push: boolean): Answered {
  const person = api.useTrigger(String(body.trigger_id));
  if (person === undefined) return no("invalid_trigger_id");
  if (person === "expired") return no("expired_trigger_id");
  if (person === "exchanged") return no("exchanged_trigger_id");
  const wrong = wrongModal(body.view);
  for (const one of wrong) api.violations.push(`views.open: ${one}`);
  if (wrong.length > 0)
    return {
      ...no("invalid_arguments"),
      response_metadata: { messages: wrong.map((one) => `[ERROR] ${one}`) },
    };
  const view = {
    ...(body.view as SlackModal),
    id: api.state.newId("V"),
    hash: api.state.newId("h"),
    openedBy: person.user,
  };
  const stack = api.state.modals.get(person.user) ?? [];
  api.state.modals.set(person.user, push ? [...stack, view] : [view]);
  return { ok: true, view };
}

export const viewMethods: Record<string, (api: Api, body: Arguments) => Answered> = {
  "views.open": (api, body) => openModal(api, body, false),
  "views.push": (api, body) => openModal(api, body, true),
  "views.update"(api, body) {
    const wrong = wrongModal(body.view);
    for (const one of wrong) api.violations.push(`views.update: ${one}`);
    if (wrong.length > 0) return no("invalid_arguments");
    for (const stack of api.state.modals.values()) {
      const at = stack.findIndex((view) => view.id === body.view_id);
      const old = stack[at];
      if (!old) continue;
      if (body.hash !== undefined && body.hash !== old.hash) return no("hash_conflict");
      stack[at] = {
        ...(body.view as SlackModal),
        id: old.id,
        hash: api.state.newId("h"),
        openedBy: old.openedBy,
      };
      return { ok: true, view: stack[at] };
    }
    return no("not_found");
  },
};
