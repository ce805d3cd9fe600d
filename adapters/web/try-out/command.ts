/** Reads a command as typed: "/poll now", "/idea Film night", or "/sayso poll now" as on Slack. */
import type { Command } from "../../../src/bot/index.ts";

/** The command with the most words that fits, and the words behind it. `undefined`: none fits. */
export function readCommand(
  typed: string,
  commands: Command[],
): { command: Command; fields: Record<string, string> } | undefined {
  const words = typed.trim().replace(/^\//, "").split(/\s+/).filter(Boolean);
  if (words.length > 1 && words[0]?.toLowerCase() === "sayso") words.shift();
  const fitting = commands
    .filter((command) => command.words.every((word, index) => word === words[index]?.toLowerCase()))
    .sort((one, other) => other.words.length - one.words.length);
  const command = fitting[0];
  if (!command) return undefined;
  const rest = words.slice(command.words.length).join(" ");
  return { command, fields: command.option && rest ? { [command.option.name]: rest } : {} };
}
