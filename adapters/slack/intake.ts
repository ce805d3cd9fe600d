/** What Slack delivers, taken in with care: signed when it is dealt with, and waited for when the door closes. */
import type { App, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "./log.ts";
import { within } from "./waiting.ts";

/** Slack delivers an event again when it is not acknowledged within 3 s: signed when dealt with, or after this long. */
const eventSignMs = 2500;
/** How long the door waits for what is in flight when it closes. The heart gives it 8 s in all. */
const finishWithinMs = 7000;

type Delivered = Parameters<App["processEvent"]>[0];

/**
 * Stands between Bolt's receiver and its app. Bolt signs events before it deals with them; here one that a crash
 * interrupts is not signed yet, so Slack delivers it again at the next start.
 */
export function takeIn(app: App, receiver: SocketModeReceiver, log: Log) {
  const inFlight = new Set<Promise<void>>();
  let closing = false;

  const keep = (work: Promise<void>): Promise<void> => {
    const settled = work.catch(() => {}).finally(() => inFlight.delete(settled));
    inFlight.add(settled);
    return settled;
  };

  async function deal(delivered: Delivered): Promise<void> {
    if (closing) return;
    const isEvent = (delivered.body as { type?: unknown }).type === "event_callback";
    if (!isEvent) return app.processEvent(delivered);
    const dealt = app.processEvent({ ...delivered, ack: async () => {} });
    keep(dealt);
    await within(dealt, eventSignMs);
    await delivered.ack();
  }

  // The receiver asks nothing of its app but this one method.
  receiver.init({
    processEvent(delivered: Delivered) {
      const dealt = deal(delivered).catch((error: unknown) => {
        const kind = error instanceof Error ? error.name : "unknown";
        log.warn({ error: kind }, "An acknowledgement did not reach Slack");
      });
      return keep(dealt);
    },
  } as unknown as App);

  return {
    /** Takes nothing new in, and waits for what is in flight, seven seconds at most. */
    async finish(): Promise<void> {
      closing = true;
      await within(Promise.all(inFlight), finishWithinMs);
    },
  };
}
