/** Commands: the heart's list as Discord wants it, registered only when it changed, and read when one is used. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import type { Command } from "../../src/bot/index.ts";
import { cut } from "./cut.ts";

type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** One Discord command for each first word; a second word becomes a subcommand. */
export function registeredCommands(commands: Command[]): Registered[] {
  return [...new Set(commands.map((command) => command.words[0]))].map((first) => {
    const all = commands.filter((command) => command.words[0] === first);
    const alone = all.find((command) => command.words.length === 1);
    if (alone && all.length > 1)
      throw new Error(`Discord: /${first} cannot stand beside /${first} with a second word.`);
    const options: APIApplicationCommandOption[] = alone ? optionsOf(alone) : all.map(subcommand);
    return {
      name: first,
      type: ApplicationCommandType.ChatInput,
      description: cut(alone?.about ?? all.map((command) => command.words[1]).join(", "), 100),
      options,
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: all.every((command) => command.forManagers)
        ? String(PermissionFlagsBits.ManageGuild)
        : null,
    };
  });
}

const subcommand = (command: Command): APIApplicationCommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: command.words[1] ?? "",
  description: cut(command.about, 100),
  options: optionsOf(command),
});

function optionsOf({ option }: Command): APIApplicationCommandBasicOption[] {
  if (!option) return [];
  // Some slack, as in forms: the heart offers a text that is too long back for shortening. Discord allows 6,000.
  const max_length = Math.min(6000, option.max * 3 + 100);
  const { name, required } = option;
  return [
    {
      type: ApplicationCommandOptionType.String,
      name,
      description: cut(option.about, 100),
      required,
      max_length,
    },
  ];
}

/** Registers the commands if Discord has others. True when it did. */
export async function registerCommands(
  rest: REST,
  application: string,
  commands: Command[],
): Promise<boolean> {
  const ours = registeredCommands(commands);
  const theirs = (await rest.get(Routes.applicationCommands(application))) as Registered[];
  if (sameCommands(ours, theirs)) return false;
  await rest.put(Routes.applicationCommands(application), { body: ours });
  return true;
}

/** Compares what we set; what Discord adds of its own is left aside. */
export const sameCommands = (ours: Registered[], theirs: Registered[]): boolean =>
  JSON.stringify(sorted(ours).map(essence)) === JSON.stringify(sorted(theirs).map(essence));

const sorted = (all: Registered[]) => all.toSorted((one, other) => one.name.localeCompare(other.name));

const essence = (command: Registered): unknown => ({
  name: command.name,
  description: command.description,
  options: (command.options ?? []).map(optionEssence),
  permissions: command.default_member_permissions ? String(command.default_member_permissions) : null,
  contexts: command.contexts ?? null,
  installs: command.integration_types ?? null,
});

const optionEssence = (option: APIApplicationCommandOption): unknown => ({
  type: option.type,
  name: option.name,
  description: option.description,
  required: option.required ?? false,
  max: "max_length" in option ? option.max_length : null,
  options: ("options" in option ? (option.options ?? []) : []).map(optionEssence),
});

/** The command that was used, with the words behind it; `undefined` for one that the heart does not know (any more). */
export function usedCommand(
  commands: Command[],
  { data }: APIChatInputApplicationCommandInteraction,
): { does: string; fields: Record<string, string> } | undefined {
  const inner = data.options?.find((option) => option.type === ApplicationCommandOptionType.Subcommand);
  const typed = [data.name, ...(inner ? [inner.name] : [])].join(" ");
  const command = commands.find((each) => each.words.join(" ") === typed);
  if (!command) return undefined;
  const options = (inner?.options ?? data.options ?? []).filter((option) => "value" in option);
  return {
    does: command.does,
    fields: Object.fromEntries(options.map((option) => [option.name, String(option.value)])),
  };
}
