/**
 * Out: what the heart shows, in Discord's components (version 2). A card is one container: a heading, texts, then the
 * controls, in reading order. Pure: the try-out draws its preview with the same functions.
 */
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
  type RawFile,
  type RESTAPIAttachment,
} from "discord.js";
import { type Form, limits, type View } from "../../src/bot/index.ts";
import { cut } from "./cut.ts";
import { drawField } from "./fields.ts";
import { fit } from "./fit.ts";
import { escapedTitle, unmarked } from "./markdown.ts";
import { distinct } from "./marks.ts";
import { type Attached, drawPart } from "./parts.ts";
import { words } from "./words.ts";

/** The body of a message as Discord's API takes it, and the files that go along. */
export type MessagePayload = {
  body: {
    flags: number;
    components: APIMessageTopLevelComponent[];
    allowed_mentions: { parse: []; replied_user: false };
    attachments: RESTAPIAttachment[];
  };
  files: RawFile[];
};

/** A card as a message. `mark`: the id by which the post is found again (marks.ts). `ephemeral`: one person sees it. */
export function messageOf(view: View, more: { mark?: number; ephemeral?: boolean } = {}): MessagePayload {
  const files: Attached[] = [];
  const title = view.title ? [{ lines: [`## ${escapedTitle(view.title)}`] }] : [];
  const inner = fit([...title, ...view.body.flatMap((part) => drawPart(part, files))]);
  // Discord takes no empty container.
  const components = oneAddressEach(
    inner.length > 0 ? inner : [{ type: ComponentType.TextDisplay, content: "…" }],
  );
  return {
    body: {
      flags: MessageFlags.IsComponentsV2 | (more.ephemeral ? MessageFlags.Ephemeral : 0),
      components: [{ type: ComponentType.Container, ...(more.mark && { id: more.mark }), components }],
      allowed_mentions: { parse: [], replied_user: false },
      attachments: files.map(({ name, description }, id) => ({
        id: String(id),
        filename: name,
        ...(description && { description }),
      })),
    },
    files: files.map(({ name, data }) => ({ name, data })),
  };
}

/** A form as a modal: at most five parts. */
export function modalOf(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: form.does,
    title: cut(unmarked(form.title), 45).trim() || words.choose,
    components: form.fields.slice(0, limits.formFields).map(drawField),
  };
}

/** Numbers addresses that stand in the message more than once. */
function oneAddressEach(components: APIComponentInContainer[]): APIComponentInContainer[] {
  const controls = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  const withAddress = controls.filter((control) => "custom_id" in control);
  const addresses = distinct(withAddress.map((control) => control.custom_id));
  withAddress.forEach((control, index) => {
    control.custom_id = addresses[index] ?? control.custom_id;
  });
  return components;
}
