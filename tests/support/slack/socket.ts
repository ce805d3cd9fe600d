/** Socket Mode: envelopes go out over a web socket and must be acknowledged within three seconds. */
import type { WebSocket } from "ws";

/** What became of an envelope. `payload` is what the app sent along with its acknowledgement. */
export type Delivered = { acknowledged: boolean; payload: Record<string, unknown>; tries: number };

export type Hub = ReturnType<typeof newHub>;

/** The connections of one app. `withinMs` is Slack's three seconds, shorter in tests that wait for it to pass. */
export function newHub(options: { withinMs: number; missed(type: string): void }) {
  const connections = new Set<WebSocket>();
  const waiting = new Map<string, (payload: Record<string, unknown>) => void>();
  const arrivals = new Set<() => void>();
  let envelopes = 0;

  const sendOnce = (
    type: string,
    payload: unknown,
    more: Record<string, unknown>,
  ): Promise<Record<string, unknown> | undefined> => {
    const connection = [...connections].at(-1);
    if (!connection) return Promise.resolve(undefined);
    const id = `envelope-${++envelopes}`;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        options.missed(type);
        settle(undefined);
      }, options.withinMs);
      const settle = (payload: Record<string, unknown> | undefined): void => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(payload);
      };
      waiting.set(id, settle);
      connection.once("close", () => settle(undefined));
      connection.send(JSON.stringify({ envelope_id: id, type, payload, ...more }));
    });
  };

  return {
    connections,
    /** A new connection says hello and listens for acknowledgements. */
    join(connection: WebSocket): void {
      connections.add(connection);
      connection.setMaxListeners(0);
      connection.on("close", () => connections.delete(connection));
      connection.on("error", () => connections.delete(connection));
      connection.on("message", (data) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as {
          envelope_id: string;
          payload?: Record<string, unknown>;
        };
        waiting.get(envelope_id)?.(payload ?? {});
      });
      connection.send(
        JSON.stringify({
          type: "hello",
          num_connections: connections.size,
          connection_info: { app_id: "A0SAYSOAPP" },
        }),
      );
      for (const arrived of arrivals) arrived();
      arrivals.clear();
    },
    /** Resolves once somebody is connected. */
    connected: (): Promise<void> =>
      connections.size > 0 ? Promise.resolve() : new Promise((resolve) => arrivals.add(resolve)),
    /** Sends an envelope; events come again (at most three times more) until they are acknowledged. */
    async deliver(
      type: "slash_commands" | "interactive" | "events_api",
      payload: unknown,
    ): Promise<Delivered> {
      const most = type === "events_api" ? 4 : 1;
      for (let tries = 1; tries <= most; tries++) {
        const retry = tries > 1 ? { retry_attempt: tries - 1, retry_reason: "timeout" } : {};
        const acknowledged = await sendOnce(type, payload, {
          accepts_response_payload: type !== "events_api",
          ...retry,
        });
        if (acknowledged) return { acknowledged: true, payload: acknowledged, tries };
        if (connections.size === 0) return { acknowledged: false, payload: {}, tries };
      }
      return { acknowledged: false, payload: {}, tries: most };
    },
    /** Asks the app to connect anew, as Slack does every few hours. */
    refresh(): void {
      for (const connection of connections)
        connection.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    /** Breaks every connection without a word. */
    cut(): void {
      for (const connection of connections) connection.terminate();
    },
  };
}
