/** `/sayso poll now`, `/sayso idea Film night`: which command the words mean. Pure. */
import type { Command } from "../../src/bot/index.ts";

/** The heart's help, for `/sayso` alone and for words that mean nothing. */
export const helpAddress = "help.show";

/**
 * Finds the command, the one with most words first; what follows is its option. A command without an option takes no
 * further words, so that a slip of the finger opens help instead of doing half of what was meant.
 */
export function matchCommand(
  text: string,
  commands: Command[],
): { does: string; fields: Record<string, string> } {
  const typed = text.trim().replace(/^\//, "");
  const longestFirst = commands.toSorted((one, other) => other.words.length - one.words.length);
  for (const command of longestFirst) {
    const rest = wordsAfter(typed, command.words);
    if (rest === undefined || (rest !== "" && !command.option)) continue;
    return { does: command.does, fields: command.option ? { [command.option.name]: rest } : {} };
  }
  return { does: helpAddress, fields: {} };
}

function wordsAfter(typed: string, words: string[]): string | undefined {
  let rest = typed;
  for (const word of words) {
    const [, first = "", after = ""] = /^(\S*)\s*(.*)$/s.exec(rest) ?? [];
    if (first.toLowerCase() !== word.toLowerCase()) return undefined;
    rest = after;
  }
  return rest.trim();
}
