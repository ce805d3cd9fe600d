/** Limits of commands that the published document does not know. Source: Discord, "Application Commands". */
import type { CommandOption } from "./records.ts";

const name = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
type Body = { name: string; description?: string; options?: CommandOption[] };

export function commandFaults(commands: Body[]): string[] {
  const names = commands.map((command) => command.name);
  return [
    ...(new Set(names).size === names.length ? [] : ["two commands of one name"]),
    ...(commands.length > 100 ? ["over 100 commands"] : []),
    ...commands.flatMap((command) => oneFaults(command)),
  ];
}

function oneFaults(command: Body | CommandOption): string[] {
  const options = command.options ?? [];
  const faults: string[] = [];
  if (!name.test(command.name) || command.name !== command.name.toLowerCase())
    faults.push(`not a command's name: ${command.name}`);
  if (!command.description || command.description.length > 100)
    faults.push(`${command.name}: a description has 1 to 100 characters`);
  if (options.length > 25) faults.push(`${command.name}: over 25 options`);
  const kinds = new Set(options.map((option) => option.type <= 2));
  if (kinds.size > 1) faults.push(`${command.name}: subcommands beside options`);
  const firstFree = options.findIndex((option) => option.type > 2 && !option.required);
  if (firstFree >= 0 && options.slice(firstFree).some((option) => option.required))
    faults.push(`${command.name}: required options first`);
  if (new Set(options.map((option) => option.name)).size !== options.length)
    faults.push(`${command.name}: an option twice`);
  return [...faults, ...options.flatMap(oneFaults)];
}
