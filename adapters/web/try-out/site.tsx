/** The try-out's pages. */
import { DoorError } from "../../../src/bot/index.ts";
export type Site = { address: string; close(): Promise<void> };
export async function openSite(_needs: object): Promise<Site> {
  throw new DoorError("The pages are not there yet.");
}
