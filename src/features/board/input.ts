/** What the forms of set-up send, checked. */
import { z } from "zod";

/** A platform's own id. Ids are kept divided by spaces, so none may hold one. */
const id = z.string().regex(/^[\w.-]{1,64}$/);

/** A picker's ids, however the door sends none or one. */
export const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat().filter(Boolean))
  .pipe(z.array(id).max(25));

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

export const hour = whole(0, 23);
export const weekday = whole(1, 7);
export const winners = whole(1, 3);
export const openHours = whole(48, 144);

/** A channel picker gives one id, as a string or as a list of one. */
const channel = z.preprocess((value) => [value].flat()[0], id);
export const channels = { boardChannel: channel, staffChannel: channel };
export const named = { name: z.string().max(3000) };
export const staffing = {
  roles: ids,
  people: ids,
  leads: ids,
  by: z.enum(["channel", "name"]).optional(),
};
/** A draft to fill the form with. */
export const draft = z.object({ d: z.string().optional() });
