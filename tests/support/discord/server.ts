/** A small Discord on 127.0.0.1: REST v10 and the gateway, strict about limits, with trouble on demand. */
import type { AddressInfo } from "node:net";
import { newFaults } from "./faults.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { newRecords } from "./records.ts";
import { type Call, serveRest } from "./rest.ts";
import { holder, routes } from "./routes.ts";

export type LocalDiscord = Awaited<ReturnType<typeof openDiscord>>;

/**
 * `answerWithinMs`: how long an interaction waits for its first answer; Discord's limit is 3,000. `onCall` hears of each
 * request when the whole of it has come, before it is checked.
 */
export async function openDiscord(options: { answerWithinMs?: number; onCall?: (call: Call) => void } = {}) {
  const records = newRecords();
  const faults = newFaults();
  const violations: string[] = [];
  const settings = { refuses: true, token: `local.${records.newId()}.token` };
  const calls: Call[] = [];
  let gateway: Gateway;
  let port = 0;
  const answerWithinMs = options.answerWithinMs ?? 3000;
  const http = serveRest({
    handle: routes({
      records,
      gateway: () => gateway,
      url: () => `ws://127.0.0.1:${port}`,
      answerWithinMs,
      hold: holder(violations, settings),
    }),
    faults,
    token: () => settings.token,
    seen(call) {
      options.onCall?.(call);
      calls.push(call);
    },
  });
  gateway = openGateway(http, records, { token: () => settings.token, url: () => `ws://127.0.0.1:${port}` });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  port = (http.address() as AddressInfo).port;
  return {
    /** What the door is told instead of https://discord.com/api. */
    apiUrl: `http://127.0.0.1:${port}/api`,
    records,
    faults,
    violations,
    /** `refuses`: answers a body that breaks a rule with 50035, as Discord does. `token`: the one that is right now. */
    settings,
    /** Every request of the bot, in order. */
    calls,
    gateway,
    answerWithinMs,
    async close() {
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
