/** Answering presses: one first answer within three seconds, then edits and follow-ups by the webhook token. */
import { messageFaults, modalFaults } from "./limits.ts";
import { type MessageBody, newMessage, rewrite } from "./message-routes.ts";
import { messagePaper } from "./paper.ts";
import type { Interaction, Message, Modal, Records } from "./records.ts";
import { type Call, Refusal } from "./rest.ts";
import type { Ground, Route } from "./routes.ts";

const kind = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, modal: 9 } as const;
const ephemeral = 64;
const loading = 128;

export function interactionRoutes(ground: Ground): Route[] {
  const { records, hold } = ground;
  const target = (token: string, which: string): { interaction: Interaction; message: Message } => {
    const interaction = answeredBy(records, token);
    const message = records.messages.get(which === "@original" ? (interaction.original ?? "") : which);
    if (!message || message.gone) throw new Refusal(404, 10008, "Unknown Message");
    return { interaction, message };
  };
  return [
    [
      "POST",
      /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
      (call, [id = "", token = ""]) => {
        const interaction = records.interactions.get(id);
        if (interaction?.token !== token) throw new Refusal(404, 10062, "Unknown interaction");
        const { type, data = {} as MessageBody & Modal } = call.body as {
          type: number;
          data?: MessageBody & Modal;
        };
        hold(call, "interactionCallback", answerFaults(call, type, data));
        if (Date.now() - interaction.bornAt > ground.answerWithinMs)
          throw new Refusal(404, 10062, "Unknown interaction");
        if (interaction.answered) throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        fits(interaction, type);
        interaction.answered = type;
        if (type === kind.modal) interaction.modal = data;
        if (type === kind.message || type === kind.deferred) {
          const message = newMessage(records, {
            channel: interaction.channel,
            author: records.bot.id,
            body: { ...data, flags: (data.flags ?? 0) | (type === kind.deferred ? loading : 0) },
            files: call.files,
            ...((data.flags ?? 0) & ephemeral ? { onlyFor: interaction.user } : {}),
          });
          interaction.original = message.id;
        } else if (interaction.source) interaction.original = interaction.source;
        const source = records.messages.get(interaction.original ?? "");
        if (type === kind.update && source) rewrite(source, data, call.files);
        return { status: 204 };
      },
    ],
    [
      "PATCH",
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/(@original|\d+)$/,
      (call, [token = "", which = ""]) => {
        const { interaction, message } = target(token, which);
        hold(
          call,
          "editFollowUp",
          messageFaults(
            call.body as MessageBody,
            call.files.map((file) => file.name),
            true,
          ),
        );
        rewrite(message, call.body as MessageBody, call.files);
        message.flags &= ~loading;
        interaction.edits += 1;
        return { status: 200, body: messagePaper(records, message) };
      },
    ],
    [
      "DELETE",
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/(@original|\d+)$/,
      (_, [token = "", which = ""]) => {
        const { interaction, message } = target(token, which);
        message.gone = true;
        interaction.edits += 1;
        return { status: 204 };
      },
    ],
    [
      "POST",
      /^\/webhooks\/\d+\/([\w-]+)$/,
      (call, [token = ""]) => {
        const interaction = answeredBy(records, token);
        const body = call.body as MessageBody;
        hold(
          call,
          "followUp",
          messageFaults(
            body,
            call.files.map((file) => file.name),
          ),
        );
        const message = newMessage(records, {
          channel: interaction.channel,
          author: records.bot.id,
          body,
          files: call.files,
          ...((body.flags ?? 0) & ephemeral ? { onlyFor: interaction.user } : {}),
        });
        interaction.edits += 1;
        return { status: 200, body: messagePaper(records, message) };
      },
    ],
  ];
}

function answeredBy(records: Records, token: string): Interaction {
  const interaction = [...records.interactions.values()].find((each) => each.token === token);
  if (!interaction || Date.now() - interaction.bornAt > 15 * 60_000)
    throw new Refusal(401, 50027, "Invalid Webhook Token");
  if (!interaction.answered) throw new Refusal(404, 10015, "Unknown Webhook");
  return interaction;
}

function answerFaults(call: Call, type: number, data: MessageBody & Modal): string[] {
  if (type === kind.modal) return modalFaults(data);
  if (type === kind.message || type === kind.update)
    return messageFaults(
      data,
      call.files.map((file) => file.name),
    );
  return [];
}

/** A form opens no form; only what came from a message can update one. */
function fits(interaction: Interaction, type: number) {
  const wrong =
    (type === kind.modal && interaction.type === 5) ||
    ((type === kind.update || type === kind.deferredUpdate) && !interaction.source) ||
    !Object.values(kind).includes(type as 4);
  if (wrong)
    throw new Refusal(400, 50035, "Invalid Form Body", { type: "This answer does not fit this interaction" });
}
