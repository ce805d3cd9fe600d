/** Out: a view's parts in HTML. A new kind of part does not compile until it is drawn here. */
import type { Child } from "hono/jsx";
import { type Bar, type Part, plain, runs, unreachable, type View } from "../../../src/bot/index.ts";
import { Choices } from "./choices.tsx";
import { DrawnButton, type Pressing } from "./pressing.tsx";
import { say } from "./words.ts";

/** Words with what stands out, line by line. */
export const Words = ({ text }: { text: string }) => (
  <>
    {text.split("\n").map((line, index) => (
      <>
        {index > 0 ? <br /> : null}
        {runs(line).map((run) => (run.strong ? <strong>{run.text}</strong> : run.text))}
      </>
    ))}
  </>
);

export const Body = ({ view, pressing }: { view: View; pressing: Pressing }) => (
  <div class="body">
    {view.body.map((part, index) => (
      <DrawnPart part={part} index={index} pressing={pressing} />
    ))}
  </div>
);

const DrawnPart = ({ part, index, pressing }: { part: Part; index: number; pressing: Pressing }): Child => {
  switch (part.kind) {
    case "text":
      return (
        <p>
          <Words text={part.text} />
        </p>
      );
    case "small":
      return (
        <p class="small">
          <Words text={part.text} />
        </p>
      );
    case "facts":
      return (
        <dl class="facts">
          {part.facts.map((fact) => (
            <div>
              <dt>{plain(fact.label)}</dt>
              <dd>
                <Words text={fact.value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <Table columns={part.columns} rows={part.rows} />;
    case "bars":
      return <Bars bars={part.bars} />;
    case "picture":
      return <img class="picture" src={`/picture/${pressing.on}/${index}`} alt={part.alt} />;
    case "file":
      return (
        <p class="file">
          <a href={`/file/${pressing.on}/${index}`} download={part.name}>
            {part.name}
          </a>{" "}
          <span>
            {plain(part.what)}, {say.size({ kilobytes: Math.max(1, Math.round(part.bytes.length / 1024)) })}
          </span>
        </p>
      );
    case "buttons":
      return (
        <div class="buttons">
          {part.buttons.map((button, place) => (
            <DrawnButton button={button} control={`${index}.${place}`} pressing={pressing} />
          ))}
        </div>
      );
    case "menu":
      return <Choices menu={part} control={String(index)} pressing={pressing} />;
    case "line":
      return <hr />;
    default:
      return unreachable(part);
  }
};

const Table = ({ columns, rows }: { columns: string[]; rows: string[][] }) => (
  <table class="table">
    {columns.some((column) => column.trim() !== "") ? (
      <thead>
        <tr>{columns.map((column) => (column.trim() ? <th scope="col">{plain(column)}</th> : <td />))}</tr>
      </thead>
    ) : null}
    <tbody>
      {rows.map((row) => (
        <tr>
          {row.map((cell) => (
            <td>
              <Words text={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Bars are a list in words; the drawn bar beside them says nothing more. */
const Bars = ({ bars }: { bars: Bar[] }) => (
  <ul class="bars">
    {bars.map((bar) => (
      <li>
        <span class="bar-label">
          <Words text={bar.label} />
        </span>
        {bar.count === undefined ? null : <span class="bar-count">{bar.count}</span>}
        <svg class="bar" aria-hidden="true" width="100%" height="12">
          <rect class="bar-all" width="100%" height="12" rx="6" />
          <rect
            class="bar-share"
            width={`${Math.round(Math.min(1, Math.max(0, bar.share)) * 100)}%`}
            height="12"
            rx="6"
          />
        </svg>
      </li>
    ))}
  </ul>
);
