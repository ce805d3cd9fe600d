/** One person on the local Discord, as stories and the contract speak of them. */
import type { Visitor } from "../../../src/bot/index.ts";
import type { Shown, Someone } from "../world.ts";
import { choose, controlsOf, erase, press, repeat, sendForm, useCommand, write } from "./deeds.ts";
import { standing } from "./message-routes.ts";
import { fieldName, formOf, openedWith, shownOf } from "./reading.ts";
import type { Component, Interaction, Message } from "./records.ts";
import { directChannel } from "./routes.ts";
import type { LocalDiscord } from "./server.ts";
import type { Watch } from "./watch.ts";

const loading = 128;

export function someone(discord: LocalDiscord, watch: Watch, visitor: Visitor, home: string): Someone {
  const { records } = discord;
  const { id } = visitor;
  let last: Interaction | undefined;
  let form: Interaction | undefined;

  const card = (): Message | undefined =>
    [...records.messages.values()]
      .filter((each) => each.onlyFor === id && !each.gone && !(each.flags & loading))
      .at(-1);

  /** Resolves when Discord has the answer: the first one, and what was put off as well. */
  async function settled(interaction: Interaction) {
    last = interaction;
    form = undefined;
    const answer = await watch.answered(interaction.id, discord.answerWithinMs);
    const enough = () => {
      if (!interaction.answered) return false;
      const wasPutOff = interaction.answered === 5 || interaction.answered === 6;
      return (
        !wasPutOff || interaction.edits > 0 || (interaction.answered === 6 && answer?.kind === "nothing")
      );
    };
    for (let waited = 0; !enough() && waited < discord.answerWithinMs; waited += 5)
      await new Promise((resolve) => setTimeout(resolve, 5));
    if (interaction.modal) form = interaction;
  }

  function find(fits: (control: Component) => boolean, what: string, on?: Shown): [Message, Component] {
    const private_ = card();
    const posts = [...records.messages.values()]
      .filter((each) => !each.gone && !each.onlyFor && mayRead(each))
      .reverse();
    const looks = on ? [records.messages.get(on.id)] : [private_, ...posts];
    for (const message of looks) {
      const control = message && !message.gone ? controlsOf(message.components).find(fits) : undefined;
      if (message && control) return [message, control];
    }
    throw new Error(
      `${visitor.name} sees no ${what}. In front of them: ${private_ ? shownOf(records, private_).text : "nothing"}`,
    );
  }

  const mayRead = (message: Message) => {
    const channel = records.channels.get(message.channel);
    return channel?.guild !== undefined || channel?.recipient === id;
  };

  return {
    name: visitor.name,
    visitor,
    commands: (text, place) => settled(useCommand(discord, id, place?.channel ?? home, text)),
    async presses(label, on) {
      const [message, control] = find(
        (each) => each.type === 2 && each.label === label,
        `button "${label}"`,
        on,
      );
      if (!control.custom_id) throw new Error(`"${label}" opens a link.`);
      await settled(press(discord, id, message, control.custom_id));
    },
    async forges(address, place) {
      const channel = place?.channel ?? home;
      const on = standing(records, channel)
        .filter((each) => each.author === records.bot.id)
        .at(-1);
      const loose = on ?? write(discord, { by: records.bot.id, channel, text: "" });
      await settled(press(discord, id, loose, address));
    },
    async chooses(labels, prompt) {
      const [message, menu] = find(
        (each) => each.type === 3 && (!prompt || each.placeholder === prompt),
        `menu "${prompt ?? ""}"`,
      );
      const values = labels.map((label) => choiceOf(menu, label));
      const { min_values: min = 1, max_values: max = 1 } = menu;
      if (values.length < min || values.length > max)
        throw new Error(`Discord lets one choose ${min} to ${max} here.`);
      await settled(choose(discord, id, message, menu.custom_id ?? "", values));
    },
    async fills(values) {
      if (!form) throw new Error(`${visitor.name} sees no form.`);
      await settled(sendForm(discord, form, (field) => filled(field, values[fieldName(field)])));
    },
    async replies(to, text) {
      const message = write(discord, { by: id, channel: to.place.channel, text, replyTo: to.id });
      await watch.answered(message.id, discord.answerWithinMs);
      return message.id;
    },
    async deletes(message) {
      erase(discord, message);
      await watch.removed(message, discord.answerWithinMs);
    },
    async repeats() {
      if (!last) throw new Error(`${visitor.name} has pressed nothing yet.`);
      repeat(discord, last);
      await watch.answered(last.id, discord.answerWithinMs);
    },
    sees: () => {
      const message = card();
      return message && shownOf(records, message);
    },
    seesForm: () => (form?.modal ? formOf(form.modal) : undefined),
    inbox: () =>
      standing(records, directChannel(records, id).id)
        .filter((each) => each.author === records.bot.id)
        .map((each) => shownOf(records, each)),
    takesMessages(open) {
      const user = records.users.get(id);
      if (user) user.takesMessages = open;
    },
  };
}

function choiceOf(control: Component, label: string): string {
  const option = control.options?.find((each) => each.label === label || each.value === label);
  if (!option)
    throw new Error(
      `There is no choice "${label}", only: ${control.options?.map((each) => each.label).join(", ")}`,
    );
  return option.value;
}

/** What Discord's client would let into a field: pasted text is cut, choices must be there, required ones not empty. */
function filled(field: Component, given: string | string[] | undefined): string | string[] | null {
  const value = given === undefined ? openedWith(field) : given;
  const empty = value === null || value.length === 0;
  if (empty && field.required !== false)
    throw new Error(`Discord does not send the form: "${fieldName(field)}" is empty.`);
  if (field.type === 4) return String(value ?? "").slice(0, field.max_length ?? 4000);
  if (field.type === 21) return empty ? null : choiceOf(field, [value].flat()[0] ?? "");
  const list = empty ? [] : [value].flat();
  const most = field.max_values ?? list.length;
  if (list.length > most)
    throw new Error(`Discord lets one choose at most ${most} in "${fieldName(field)}".`);
  return field.options ? list.map((each) => choiceOf(field, each)) : list;
}
