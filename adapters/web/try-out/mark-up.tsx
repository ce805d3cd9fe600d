/** The little mark-up of Discord and Slack that a look-alike shows: strong, headings, small print, code, escapes. */
import type { Child } from "hono/jsx";

const strongIn = { discord: /\*\*(.+?)\*\*/g, slack: /\*([^*\n]+)\*/g };

/** One line's strong words; the rest as it is. */
function strongWords(line: string, where: keyof typeof strongIn): Child[] {
  return line
    .split(strongIn[where])
    .map((piece, index) =>
      index % 2 === 1 ? <strong>{unescaped(piece, where)}</strong> : unescaped(piece, where),
    );
}

const unescaped = (piece: string, where: keyof typeof strongIn): string =>
  where === "discord"
    ? piece.replace(/\\([\\*_~`|>#\-.[\]()<:@])/g, "$1").replace(/\u200b/g, "")
    : piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export const MarkedUp = ({ text, where }: { text: string; where: keyof typeof strongIn }) => (
  <>
    {text
      .split(/```(?:\w*\n)?/)
      .map((block, index) =>
        index % 2 === 1 ? (
          <pre>{block.replace(/\n$/, "")}</pre>
        ) : (
          block.split("\n").map((line) => <Line line={line} where={where} />)
        ),
      )}
  </>
);

const Line = ({ line, where }: { line: string; where: keyof typeof strongIn }) => {
  if (line.trim() === "") return null;
  const [, mark = "", rest = line] = where === "discord" ? (/^(#{1,3}|-#|>)\s+(.*)$/.exec(line) ?? []) : [];
  if (mark.startsWith("#")) return <p class="big">{strongWords(rest, where)}</p>;
  if (mark === "-#") return <p class="dim">{strongWords(rest, where)}</p>;
  return <p>{strongWords(rest, where)}</p>;
};
