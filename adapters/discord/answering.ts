/**
 * Answers a press within Discord's three seconds. A form must be the very first answer. Anything else may be put off
 * ("thinking") and filled in later. A press on a private card changes that card; any other opens a new private one.
 */
import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  Routes,
} from "discord.js";
import { type Answer, type Bot, card, type Incoming, readAddress, type View } from "../../src/bot/index.ts";
import { type MessagePayload, messageOf, modalOf } from "./render.ts";
import { type Log, type Patience, pause } from "./settings.ts";
import { codeOf, deliveryError } from "./trouble.ts";
import { words } from "./words.ts";

type Tools = { bot: Bot; rest: REST; log: Log; patience: Patience };

/** Answers one press. Never throws. */
export async function answerPress(
  interaction: APIInteraction,
  incoming: Incoming,
  tools: Tools,
): Promise<void> {
  const { bot, log } = tools;
  const wire = newWire(interaction, tools.rest);
  const action = readAddress(incoming.does).does;
  const answering = bot.answer(incoming).catch((): Answer => {
    log.error({ action }, "Discord: the heart threw instead of answering");
    return { kind: "view", view: card(bot.sorry.broken) };
  });
  try {
    if (incoming.from !== "form" && bot.answers(incoming.does) === "form")
      await formFirst(answering, incoming, wire, tools);
    else await viewInTime(answering, wire, tools);
  } catch (error) {
    // 40060: an earlier try, or an earlier delivery of the same press, was answered already. 10062: too late.
    if (codeOf(error) === 40060) return log.info({ action }, "Discord: this press had its answer already");
    const trouble = deliveryError(error, { changes: true });
    log.error(
      { action, trouble: trouble.trouble, code: codeOf(error) },
      `Discord: an answer did not arrive. ${trouble.message}`,
    );
    if (trouble.trouble === "invalid") await wire.show(card(bot.sorry.broken)).catch(() => undefined);
  }
}

async function formFirst(
  answering: Promise<Answer>,
  incoming: Incoming,
  wire: Wire,
  { bot, patience }: Tools,
) {
  const answer = await Promise.race([answering, pause(patience.form)]);
  if (answer) return show(answer, wire, bot);
  const again = { label: words.tryAgain, does: incoming.does, tone: "main" } as const;
  const canRepeat = incoming.from === "button";
  await wire.open(card(bot.sorry.tooSlow, canRepeat ? [again] : []));
  const late = await answering;
  if (late.kind === "view") await wire.edit(late.view);
}

async function viewInTime(answering: Promise<Answer>, wire: Wire, { bot, patience }: Tools) {
  const answer = await Promise.race([answering, pause(patience.firstSign)]);
  if (answer) return show(answer, wire, bot);
  await wire.putOff();
  if (!(await Promise.race([answering, pause(patience.answer)]))) await wire.edit(card(bot.sorry.tooSlow));
  const late = await answering;
  if (late.kind === "nothing") return wire.silence();
  await wire.edit(late.kind === "view" ? late.view : card(bot.sorry.tooSlow));
}

async function show(answer: Answer, wire: Wire, bot: Bot) {
  if (answer.kind === "nothing") return wire.silence();
  if (answer.kind === "view") return wire.show(answer.view);
  // Discord opens no form from a form.
  return wire.fromForm ? wire.show(card(bot.sorry.broken)) : wire.form(answer);
}

type Wire = ReturnType<typeof newWire>;

/** The ways in which Discord lets this one press be answered. */
function newWire(interaction: APIInteraction, rest: REST) {
  const source = "message" in interaction ? interaction.message : undefined;
  const onPrivateCard = ((source?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  let putOff = false;
  const first = (type: InteractionResponseType, data?: object, files: MessagePayload["files"] = []) =>
    rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: { type, ...(data && { data }) },
      files,
      auth: false,
    });
  const original = Routes.webhookMessage(interaction.application_id, interaction.token, "@original");
  const open = async (view: View) => {
    const { body, files } = messageOf(view, { ephemeral: true });
    await first(InteractionResponseType.ChannelMessageWithSource, body, files);
  };
  const edit = async (view: View) => {
    const { body, files } = messageOf(view);
    await rest.patch(original, { body, files, auth: false });
  };
  return {
    fromForm: interaction.type === InteractionType.ModalSubmit,
    /** A new private card. */
    open,
    /** The private card that was pressed, or a new one. */
    async show(view: View) {
      if (putOff) return edit(view);
      if (!onPrivateCard) return open(view);
      const { body, files } = messageOf(view);
      await first(InteractionResponseType.UpdateMessage, body, files);
    },
    async form(answer: Extract<Answer, { kind: "form" }>) {
      await first(InteractionResponseType.Modal, modalOf(answer.form));
    },
    /** The first sign that something is coming. */
    async putOff() {
      if (onPrivateCard) await first(InteractionResponseType.DeferredMessageUpdate);
      else
        await first(InteractionResponseType.DeferredChannelMessageWithSource, {
          flags: MessageFlags.Ephemeral,
        });
      putOff = true;
    },
    edit,
    /** Acknowledges and shows nothing. */
    async silence() {
      if (!putOff && source) return void (await first(InteractionResponseType.DeferredMessageUpdate));
      if (!putOff)
        await first(InteractionResponseType.DeferredChannelMessageWithSource, {
          flags: MessageFlags.Ephemeral,
        });
      if (!putOff || !onPrivateCard) await rest.delete(original, { auth: false });
    },
  };
}
