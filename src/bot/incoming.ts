/** What comes in through a door, and what goes back to the one person who acted. */
import type { Form, View } from "./view.ts";

/** Which door. A platform's own ids are strings everywhere. */
export type Platform = "discord" | "slack" | "web";

/** Who acted, as the platform knows them. `workspace` is the Discord server, the Slack workspace or "try-out". */
export type Visitor = {
  platform: Platform;
  workspace: string;
  id: string;
  /** The name that the chat shows for them. Kept only where a person chose to be named. */
  name: string;
  /** Ids of the roles they have there, where the platform sends them along (Discord). */
  roles: string[];
  /** They may manage the server (Discord: Manage Server; Slack: workspace admin; try-out: staff). */
  manages: boolean;
};

/** Where something is: a channel, or a private message channel (`isPrivate`). */
export type Place = {
  platform: Platform;
  workspace: string;
  channel: string;
  isPrivate?: boolean;
};

/** Anything a person did: a command, a button, a menu choice or a sent form. */
export type Incoming = {
  /** The platform's own id of this press: a repeat is answered, not done twice. */
  key: string;
  from: "command" | "button" | "menu" | "form";
  person: Visitor;
  place: Place;
  /** The address, such as `poll.choose?poll=…`. */
  does: string;
  /** Form fields by name; a menu's choice as `chosen: string[]`; a command's words by option name. */
  fields?: Record<string, string | string[]>;
};

/** A message that a person wrote as a reply to one of our posts, or that mentions the bot (`to` left out). */
export type Reply = {
  key: string;
  person: Visitor;
  place: Place;
  /** The person's own message. */
  message: string;
  /** Our post that they replied to. */
  to?: string;
  /** Their words without the mention of the bot; empty where the platform did not send them. */
  text: string;
};

/** A message of ours, as the platform knows it. */
export type PostedAt = Place & { message: string };

/**
 * What goes back. `view`: for the person alone. `form`: opens at once. `nothing`: stay silent.
 * `publicly` (only after a written reply): the letter to post if the door cannot answer that person privately.
 */
export type Answer =
  | { kind: "view"; view: View; publicly?: () => Promise<void> }
  | { kind: "form"; form: Form }
  | { kind: "nothing" };
