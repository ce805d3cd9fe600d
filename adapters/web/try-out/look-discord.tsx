/** A look-alike of a Discord message, from the payload that would be sent. Buttons there are only to look at. */
import type { Child } from "hono/jsx";
import { type Json, list, object, text } from "./json.ts";
import { MarkedUp } from "./mark-up.tsx";
import { say } from "./words.ts";

/** Component types, from Discord's developer documentation ("Component Reference"). */
const types = {
  row: 1,
  button: 2,
  selects: [3, 5, 6, 7, 8],
  section: 9,
  text: 10,
  media: 12,
  file: 13,
  line: 14,
  box: 17,
};
const buttonLooks: Record<number, string> = { 1: "primary", 3: "success", 4: "danger", 5: "link" };

export const DiscordLook = ({ payload }: { payload: unknown }) => {
  const body = "body" in object(payload) ? object(object(payload).body) : object(payload);
  return (
    <div class="message">
      <p class="sender">
        <strong>{say.name()}</strong> <span class="app">{say.app()}</span>
      </p>
      {text(body.content) ? <MarkedUp text={text(body.content)} where="discord" /> : null}
      {list(body.embeds).map((embed) => (
        <div class="box">
          {text(embed.title) ? <p class="big">{text(embed.title)}</p> : null}
          <MarkedUp text={text(embed.description)} where="discord" />
          {list(embed.fields).map((field) => (
            <MarkedUp text={`**${text(field.name)}**\n${text(field.value)}`} where="discord" />
          ))}
        </div>
      ))}
      {list(body.components).map((component) => (
        <Component it={component} />
      ))}
    </div>
  );
};

const Component = ({ it }: { it: Json }): Child => {
  const inner = list(it.components).map((component) => <Component it={component} />);
  switch (it.type) {
    case types.box:
      return <div class="box">{inner}</div>;
    case types.row:
      return <div class="row">{inner}</div>;
    case types.section:
      return (
        <div class="row">
          <div>{inner}</div>
          <Component it={object(it.accessory)} />
        </div>
      );
    case types.text:
      return <MarkedUp text={text(it.content)} where="discord" />;
    case types.button:
      return <span class={`press ${buttonLooks[Number(it.style)] ?? "secondary"}`}>{text(it.label)}</span>;
    case types.media:
      return list(it.items).map((item) => <p class="picture-here">{text(item.description)}</p>);
    case types.file:
      return <p class="picture-here">{text(object(it.file).url).replace("attachment://", "")}</p>;
    case types.line:
      return <hr />;
    default:
      if (!types.selects.includes(Number(it.type))) return inner;
      return (
        <span class="select">
          {list(it.options)
            .filter((option) => option.default)
            .map((option) => text(option.label))
            .join(", ") || text(it.placeholder)}
          <span aria-hidden="true"> ▾</span>
        </span>
      );
  }
};
