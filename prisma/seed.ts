/** The demo board of the web try-out. Everything in it is made up. */
import type { OpenDatabase } from "../src/database.ts";

/** Where a demo board hangs. */
export type DemoPlaces = { workspace: string; boardChannel: string; staffChannel: string; lead: string };

/** Makes the demo board if there is none. Its first poll is due at `pollsFrom`. Gives its id and its hanging's. */
export async function seedDemoBoard(
  { keep, read }: Pick<OpenDatabase, "keep" | "read">,
  demo: DemoPlaces,
  more: { pollsFrom: Date; newId(): string; weekday: number; hour: number },
): Promise<{ board: string; hanging: string }> {
  const found = await read.hanging.findFirst({ where: { platform: "web", boardChannel: demo.boardChannel } });
  if (found) return { board: found.boardId, hanging: found.id };
  const id = more.newId();
  const hanging = more.newId();
  await keep((tx) =>
    tx.board.create({
      data: {
        id,
        name: "Our Voices",
        language: "en",
        timeZone: "Europe/London",
        weekday: more.weekday,
        hour: more.hour,
        openHours: 120,
        quietFrom: 20,
        quietTo: 8,
        nation: "england",
        winners: 1,
        ballotMode: "secret",
        ideaNaming: "unnamed",
        stage: "practice",
        lastPoll: 0,
        pollsFrom: more.pollsFrom,
        createdAt: more.pollsFrom,
        hangings: {
          create: {
            id: hanging,
            platform: "web",
            workspace: demo.workspace,
            boardChannel: demo.boardChannel,
            staffChannel: demo.staffChannel,
            staffRoles: "",
            staffPeople: "",
            staffByChannel: true,
            leadPeople: demo.lead,
            state: "ok",
          },
        },
      },
    }),
  );
  return { board: id, hanging };
}
