/**
 * Holds what the bot sends against Slack's own types. `block-kit.schema.json` was made from `@slack/types` 3.2.0 with
 * `ts-json-schema-generator` 2.4.0 (`KnownBlock[]`, `ModalView` and `MessageMetadata`, `--jsDoc none`).
 */
import { Ajv } from "ajv";
import schema from "./block-kit.schema.json" with { type: "json" };
import { brokenLimits } from "./limits.ts";

const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addSchema(schema, "slack");

function mismatch(definition: string, value: unknown): string | undefined {
  if (!(definition in schema.definitions)) return `${definition} is not one of Slack's types`;
  const validate = ajv.getSchema(`slack#/definitions/${definition}`);
  if (!validate || validate(value)) return undefined;
  return `${definition}: ${ajv.errorsText(validate.errors)}`;
}

const blockType = (block: unknown): string => {
  const type = (block as { type?: unknown }).type;
  const words = typeof type === "string" ? type.split("_") : ["unknown"];
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}Block`;
};

/** What is wrong with the blocks of a message or a modal; empty when Slack would take them. */
export function wrongBlocks(blocks: unknown, surface: "message" | "modal"): string[] {
  if (!Array.isArray(blocks)) return ["blocks is not a list"];
  const shapes = blocks.flatMap((block, at) => {
    const trouble = mismatch(blockType(block), block);
    return trouble ? [`[/blocks/${at}] ${trouble}`] : [];
  });
  return shapes.length > 0 ? shapes : brokenLimits(blocks, surface);
}

/** What is wrong with a modal view; empty when Slack would take it. */
export function wrongModal(view: unknown): string[] {
  const { blocks, ...rest } = view as { blocks?: unknown } & Record<string, unknown>;
  const trouble = mismatch("Modal", { ...rest, blocks: [] });
  if (trouble) return [trouble];
  const text = (name: string): string => (rest[name] as { text?: string } | undefined)?.text ?? "";
  const long = ["title", "submit", "close"]
    .filter((name) => text(name).length > 24)
    .map((name) => `${name} is over 24`);
  if (text("title") === "") long.push("title is empty");
  if (String(rest.private_metadata ?? "").length > 3000) long.push("private_metadata is over 3,000");
  if (String(rest.callback_id ?? "").length > 255) long.push("callback_id is over 255");
  const hasInput = Array.isArray(blocks) && blocks.some((block) => block.type === "input");
  if (hasInput && !rest.submit) long.push("submit is required with an input block");
  return [...long, ...wrongBlocks(blocks, "modal")];
}

/** What is wrong with the metadata of a message. */
export const wrongMetadata = (metadata: unknown): string[] => {
  const trouble = mismatch("Metadata", metadata);
  return trouble ? [trouble] : [];
};

/** Our own promises about a message: a plain text beside the blocks, and nothing that Slack would read as a command. */
export function brokenPromises(body: {
  text?: unknown;
  blocks?: unknown;
  [name: string]: unknown;
}): string[] {
  const broken: string[] = [];
  if (typeof body.text !== "string" || body.text.trim() === "")
    broken.push("no plain text beside the blocks");
  if (typeof body.text === "string" && body.text.length > 4000) broken.push("the plain text is over 4,000");
  if (body.link_names) broken.push("link_names is set");
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = value as Record<string, unknown>;
    if (node.type === "mrkdwn" && node.verbatim !== true) broken.push("mrkdwn without verbatim");
    if ((node.type === "mrkdwn" || node.type === "plain_text") && /[<>]/.test(String(node.text))) {
      broken.push("an unescaped < or > in a text");
    }
    Object.values(node).forEach(walk);
  };
  walk(body.blocks);
  if (/[<>]/.test(String(body.text ?? ""))) broken.push("an unescaped < or > in the plain text");
  return broken;
}
