/** A post as it would look elsewhere, drawn from what the real doors would send; and the links that change the look. */
import type { View } from "../../../src/bot/index.ts";
import { hrefTo, type Side, type Where } from "./here.ts";
import { DiscordLook } from "./look-discord.tsx";
import { SlackLook } from "./look-slack.tsx";
import type { Scene } from "./scene.ts";
import { say } from "./words.ts";

export const LookSwitch = ({ scene, id, side }: { scene: Scene; id: string; side: Side }) => {
  const { here, previews } = scene;
  if (!previews) return null;
  const now = here.look?.post === id ? here.look.where : undefined;
  const choice = (where: Where | undefined, label: string) => (
    <a
      href={hrefTo(
        { person: here.person, side, ...(where ? { look: { post: id, where } } : {}) },
        `looks-${id}`,
      )}
      id={`look-${where ?? "here"}-${id}`}
      aria-current={now === where ? "true" : undefined}
    >
      {label}
    </a>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are links
    <div class="looks" id={`looks-${id}`} role="group" aria-label={say.showAs()}>
      {choice(undefined, say.here())}
      {choice("discord", say.discord())}
      {choice("slack", say.slack())}
    </div>
  );
};

export const OtherLook = ({ scene, view, where }: { scene: Scene; view: View; where: Where }) => {
  const payload = asSent(() => scene.previews?.[where](view));
  const label = say.looksOn({ where: where === "discord" ? say.discord() : say.slack() });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this is a picture of a post
    <div class={`elsewhere ${where}`} role="group" aria-label={label}>
      {payload === undefined ? (
        <p>{say.noLook()}</p>
      ) : where === "discord" ? (
        <DiscordLook payload={payload} />
      ) : (
        <SlackLook payload={payload} />
      )}
      <details class="raw">
        <summary>{say.raw()}</summary>
        <pre tabindex={0}>{JSON.stringify(payload, null, 2)}</pre>
      </details>
    </div>
  );
};

/** Plain JSON, as it would leave; bytes are told by their number. `undefined` when the door cannot draw it. */
function asSent(draw: () => unknown): unknown {
  try {
    const text = JSON.stringify(draw(), (_name, value: unknown) => {
      if (value instanceof Uint8Array) return `(${value.length} bytes)`;
      const it = value as { type?: unknown; data?: unknown } | null;
      return it?.type === "Buffer" && Array.isArray(it.data) ? `(${it.data.length} bytes)` : value;
    });
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
