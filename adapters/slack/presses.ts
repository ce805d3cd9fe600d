/** In: commands, buttons, menus and sent forms. */
import { createHash } from "node:crypto";
import type { App } from "@slack/bolt";
import { type Answer, card, type Incoming } from "../../src/bot/index.ts";
import { pressed } from "./addresses.ts";
import type { Origin } from "./answers.ts";
import { choiceValue } from "./choices.ts";
import { matchCommand } from "./commands.ts";
import { drawForm, fieldsOf } from "./form.ts";
import { type Inbox, isPrivate, placeIn } from "./inbox.ts";
import { type Sign, signing } from "./signs.ts";
import { unescaped } from "./text.ts";
import { deliveryError } from "./trouble.ts";

/** What a form carries through Slack and back. */
type Carried = { does: string; from: Origin };

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

export function listenToPresses(app: App, { bot, client, people, answers, workspace, log }: Inbox): void {
  async function showAnswer(answer: Answer, origin: Origin, trigger: string): Promise<void> {
    if (answer.kind === "view") return answers.show(origin, answer.view);
    if (answer.kind === "nothing") return;
    const carried: Carried = { does: answer.form.does, from: origin };
    try {
      await client.views.open({ trigger_id: trigger, view: drawForm(answer.form, JSON.stringify(carried)) });
    } catch (error) {
      const { message } = deliveryError(error, "views.open");
      const tooSlow = /trigger/.test(message);
      log.warn({ why: message }, "A form could not be opened");
      await answers.show(origin, card(tooSlow ? bot.sorry.tooSlow : bot.sorry.broken));
    }
  }

  /** Hands what somebody did to the heart. Trouble of the door's own is apologised for, never passed on. */
  async function hand(
    what: Omit<Incoming, "person" | "place">,
    who: { id: string; name: string },
    origin: Origin,
    then: (answer: Answer) => Promise<void>,
  ): Promise<void> {
    try {
      const person = await people.visitor(workspace(), who.id, who.name);
      await then(await bot.answer({ ...what, person, place: placeIn(workspace(), origin.channel) }));
    } catch (error) {
      log.error(
        { does: what.does.split("?")[0], error: error instanceof Error ? error.name : "unknown" },
        "A press was not answered",
      );
      await answers.show(origin, card(bot.sorry.broken)).catch(() => {});
    }
  }

  app.command(/.*/, ({ command, ack }) =>
    signing(ack as Sign, async () => {
      const origin: Origin = {
        channel: command.channel_id,
        user: command.user_id,
        url: command.response_url,
      };
      const { does, fields } = matchCommand(unescaped(command.text ?? ""), bot.commands);
      const what = { key: `command:${command.trigger_id}`, from: "command", does, fields } as const;
      const who = { id: command.user_id, name: command.user_name };
      await hand(what, who, origin, (answer) => showAnswer(answer, origin, command.trigger_id));
    }),
  );

  app.action<BlockPress>(/.*/, ({ body, ack }) =>
    signing(ack as Sign, async () => {
      const [action] = body.actions;
      const channel = body.channel?.id ?? body.container.channel_id;
      const does = action && pressed(action);
      if (!action || !channel || does === undefined) return;
      const onTheirOwn = body.container.is_ephemeral === true || isPrivate(channel);
      const origin: Origin = {
        channel,
        user: body.user.id,
        url: body.response_url,
        ...(onTheirOwn ? { replaces: true } : {}),
        ...(body.container.thread_ts ? { thread: body.container.thread_ts } : {}),
      };
      const chosen = action.selected_options ?? (action.selected_option ? [action.selected_option] : []);
      const isMenu = action.type !== "button";
      const key = `press:${body.user.id}:${action.action_ts}:${hash(`${does} ${chosen.map((one) => one.value)}`)}`;
      const fields = isMenu ? { fields: { chosen: chosen.map((one) => choiceValue(one.value)) } } : {};
      const what: Omit<Incoming, "person" | "place"> = {
        key,
        from: isMenu ? "menu" : "button",
        does,
        ...fields,
      };
      await hand(what, { id: body.user.id, name: body.user.name ?? "" }, origin, (answer) =>
        showAnswer(answer, origin, body.trigger_id),
      );
    }),
  );

  app.view(/.*/, ({ body, view, ack }) =>
    signing(ack as Sign, async (sign) => {
      const { does, from } = JSON.parse(unescaped(view.private_metadata)) as Carried;
      const fields = fieldsOf(view.state.values);
      // A form sent again with the same words is a repeat; with other words it is something new.
      const key = `form:${view.id}:${hash(JSON.stringify(fields))}`;
      await hand(
        { key, from: "form", does, fields },
        { id: body.user.id, name: body.user.name },
        from,
        async (answer) => {
          if (answer.kind !== "form") return showAnswer(answer, from, "");
          const carried: Carried = { does: answer.form.does, from };
          await sign({ response_action: "update", view: drawForm(answer.form, JSON.stringify(carried)) });
        },
      );
    }),
  );
}

/** A press, as far as we read it. Source: block_actions payload, docs.slack.dev, November 2026. */
type BlockPress = {
  type: "block_actions";
  user: { id: string; name: string };
  channel?: { id: string; name: string };
  container: {
    type: string;
    channel_id?: string;
    message_ts?: string;
    thread_ts?: string;
    is_ephemeral?: boolean;
  };
  trigger_id: string;
  response_url: string;
  actions: {
    type: "button" | "static_select" | "multi_static_select";
    action_id: string;
    block_id: string;
    action_ts: string;
    value?: string;
    selected_option?: { value: string } | null;
    selected_options?: { value: string }[];
  }[];
} & Parameters<Parameters<App["action"]>[1]>[0]["body"];
