/** Every room, in the order in which help lists their commands. No scanning of the disk: what is not here is not there. */
import type { Feature } from "../bot/action.ts";

export const features: Feature[] = [];
