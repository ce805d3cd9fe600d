/** The heart's one door for adapters: types, limits, and how to read what is shown. */
export type { Command } from "./action.ts";
export { address, readAddress } from "./action.ts";
export type { Adapter, Delivery, DeliveryTrouble } from "./adapter.ts";
export { DeliveryError, DoorError } from "./adapter.ts";
export type { Bot } from "./bot.ts";
export type { Clock } from "./clock.ts";
export type { Answer, Incoming, Place, Platform, PostedAt, Reply, Visitor } from "./incoming.ts";
export { limits } from "./limits.ts";
export { phrase, speak } from "./say.ts";
export type { Bar, Button, Choice, Fact, Field, Form, Part, View } from "./view.ts";
export { card, plain, runs, strong, unreachable } from "./view.ts";
