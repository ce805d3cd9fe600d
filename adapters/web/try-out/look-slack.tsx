/** A look-alike of a Slack message, from the blocks that would be sent. Buttons there are only to look at. */
import type { Child } from "hono/jsx";
import { type Json, list, object, text } from "./json.ts";
import { MarkedUp } from "./mark-up.tsx";
import { say } from "./words.ts";

export const SlackLook = ({ payload }: { payload: unknown }) => {
  const { blocks, text: words } = object(payload);
  return (
    <div class="message">
      <p class="sender">
        <strong>{say.name()}</strong> <span class="app">{say.app()}</span>
      </p>
      {list(blocks).length > 0 ? (
        list(blocks).map((block) => <Block it={block} />)
      ) : (
        <MarkedUp text={text(words)} where="slack" />
      )}
    </div>
  );
};

/** A text object, or a plain string. */
const Said = ({ it }: { it: unknown }) => <MarkedUp text={text(it) || text(object(it).text)} where="slack" />;

const Block = ({ it }: { it: Json }): Child => {
  switch (it.type) {
    case "header":
      return (
        <div class="big">
          <Said it={it.text} />
        </div>
      );
    case "divider":
      return <hr />;
    case "image":
      return <p class="picture-here">{text(it.alt_text)}</p>;
    case "context":
      return (
        <div class="dim">
          {list(it.elements).map((element) => (
            <Said it={element.type === "image" ? element.alt_text : element} />
          ))}
        </div>
      );
    case "actions":
      return (
        <div class="row">
          {list(it.elements).map((element) => (
            <Control it={element} />
          ))}
        </div>
      );
    default:
      return (
        <div class="section">
          <div>
            <Said it={it.text} />
            {list(it.fields).map((field) => (
              <Said it={field} />
            ))}
          </div>
          {it.accessory ? <Control it={object(it.accessory)} /> : null}
        </div>
      );
  }
};

const label = (it: unknown): string =>
  (text(it) || text(object(it).text))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const Control = ({ it }: { it: Json }) => {
  if (it.type === "button")
    return <span class={`press ${text(it.style) || "secondary"}`}>{label(it.text)}</span>;
  const set = [...list(it.initial_options), ...(it.initial_option ? [object(it.initial_option)] : [])];
  return (
    <span class="select">
      {set.map((option) => label(option.text)).join(", ") || label(it.placeholder)}
      <span aria-hidden="true"> ▾</span>
    </span>
  );
};
