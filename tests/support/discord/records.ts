/** What the local Discord knows: servers, channels, people, messages and presses, all in memory. */

/** A component of a message or modal, as it travels. Only what we read is typed. */
export type Component = {
  type: number;
  id?: number;
  custom_id?: string;
  content?: string;
  label?: string;
  description?: string | null;
  style?: number;
  url?: string;
  disabled?: boolean;
  placeholder?: string;
  value?: string;
  required?: boolean;
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  default_values?: { id: string; type: string }[];
  components?: Component[];
  component?: Component;
  items?: { media: { url: string }; description?: string }[];
  file?: { url: string };
  divider?: boolean;
};

export type User = {
  id: string;
  username: string;
  globalName: string | null;
  bot: boolean;
  takesMessages: boolean;
};
/** `bot`: the role that Discord made for this bot. */
export type Role = { id: string; name: string; permissions: bigint; bot?: string };
export type Member = { user: string; nick: string | null; roles: string[] };
export type Overwrite = { id: string; type: 0 | 1; allow: bigint; deny: bigint };
export type Channel = {
  id: string;
  guild?: string;
  name: string;
  recipient?: string;
  overwrites: Overwrite[];
  gone: boolean;
};
export type Guild = {
  id: string;
  name: string;
  owner: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  botIsIn: boolean;
};
export type File = { name: string; bytes: Uint8Array };
export type Message = {
  id: string;
  channel: string;
  author: string;
  content: string;
  components: Component[];
  flags: number;
  attachments: { id: string; filename: string; description?: string }[];
  files: File[];
  mentions: string[];
  mentionedRoles: string[];
  replyTo?: string;
  /** Only this person sees it (an ephemeral answer). */
  onlyFor?: string;
  gone: boolean;
  edits: number;
  nonce?: string;
  postedAt: number;
};

/** One press, command or sent form, and what became of it. */
export type Interaction = {
  id: string;
  token: string;
  /** 2 command, 3 component, 5 sent form. */
  type: 2 | 3 | 5;
  user: string;
  channel: string;
  bornAt: number;
  /** The message whose button or menu was used. */
  source?: string;
  /** The callback type of the one first answer. */
  answered?: number;
  /** The message that `@original` means. */
  original?: string;
  /** The form that was opened. */
  modal?: Modal;
  /** How often the answer was edited or followed up. */
  edits: number;
  payload: Record<string, unknown>;
};

export type Modal = { custom_id: string; title: string; components: Component[] };
export type AppCommand = {
  id: string;
  name: string;
  description: string;
  type: number;
  options: CommandOption[];
  default_member_permissions: string | null;
  [more: string]: unknown;
};
export type CommandOption = {
  type: number;
  name: string;
  description: string;
  required?: boolean;
  max_length?: number;
  options?: CommandOption[];
};

export type Records = {
  users: Map<string, User>;
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  messages: Map<string, Message>;
  interactions: Map<string, Interaction>;
  commands: AppCommand[];
  /** How often commands were registered. */
  registrations: number;
  bot: User;
  newId(): string;
};

let last = 0n;

/** A snowflake: Discord's 64-bit id, milliseconds since 2015 and a counter. */
export function snowflake(): string {
  const now = BigInt(Date.now() - 1_420_070_400_000) << 22n;
  last = now > last ? now : last + 1n;
  return String(last);
}

export function newRecords(): Records {
  const bot: User = { id: snowflake(), username: "sayso", globalName: null, bot: true, takesMessages: true };
  return {
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    commands: [],
    registrations: 0,
    bot,
    newId: snowflake,
  };
}
