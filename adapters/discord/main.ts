/** What the rest of the house may use of this door: the door itself, and its drawings for the try-out's preview. */
export { discordDoor } from "./adapter.ts";
export { type MessagePayload, messageOf, modalOf } from "./render.ts";
export type { DoorOptions, Log } from "./settings.ts";
