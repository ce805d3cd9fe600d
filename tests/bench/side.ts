/** What is measured: one bot behind one door, and a member who changes what they picked. */
import { setTimeout as pause } from "node:timers/promises";
import type { OpenDatabase } from "../../src/database.ts";

export type Side = {
  /** Changes the picks and waits for the answer. Gives the time in milliseconds. `turn` 0, 1, 2, … alternates. */
  press(turn: number): Promise<number>;
  /** What the database holds of the member's ballot: the id of the option picked last. */
  kept(): Promise<string>;
  /** The id that the press of this turn picks. */
  picks(turn: number): string;
  close(): Promise<void>;
};

/** Lets the local platform finish with the last answer, so that its own work is on nobody's clock. In ms. */
const breath = 3;

/** Presses so many times, one after the other, and makes sure that the last pick was really kept. */
export async function round(side: Side, presses: number): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < presses; turn++) {
    times.push(await side.press(turn));
    await pause(breath);
  }
  const [wanted, kept] = [side.picks(presses - 1), await side.kept()];
  if (wanted !== kept) throw new Error(`The ballot holds "${kept}", but "${wanted}" was picked last.`);
  return times;
}

/** The picks on the only ballot that there is. */
export async function onlyBallot(read: OpenDatabase["read"]): Promise<string> {
  const ballots = await read.ballot.findMany();
  if (ballots.length !== 1) throw new Error(`There are ${ballots.length} ballots; the bench casts one.`);
  return ballots[0]?.picks ?? "";
}
