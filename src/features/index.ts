/** Every room, in the order in which help lists their commands. No scanning of the disk: what is not here is not there. */
import type { Feature } from "../bot/action.ts";
import { board } from "./board/feature.ts";
import { help } from "./help/feature.ts";
import { idea } from "./idea/feature.ts";
import { outcome } from "./outcome/feature.ts";
import { poll } from "./poll/feature.ts";
import { welcome } from "./welcome/feature.ts";

export const features: Feature[] = [poll, idea, outcome, board, welcome, help];
