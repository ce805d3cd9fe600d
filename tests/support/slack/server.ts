/** A small Slack on 127.0.0.1 that speaks the Web API, Socket Mode and answer addresses. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { type Fault, newFaults } from "./faults.ts";
import { type Api, type Arguments, callMethod } from "./methods.ts";
import { type ResponseTicket, respond } from "./responses.ts";
import { newHub } from "./socket.ts";
import { newState } from "./state.ts";

export type SlackServer = Awaited<ReturnType<typeof startSlack>>;

/** Every scope that the manifest asks for in the mode with threads. */
export const allScopes = [
  "app_mentions:read",
  "channels:history",
  "channels:read",
  "chat:write",
  "commands",
  "groups:history",
  "groups:read",
  "im:history",
  "im:write",
  "users:read",
];

async function read(request: IncomingMessage): Promise<Arguments> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  if (request.headers["content-type"]?.includes("json")) return JSON.parse(text) as Arguments;
  const entries = [...new URLSearchParams(text)].map(([name, value]): [string, unknown] => {
    if (!["blocks", "view", "metadata"].includes(name)) return [name, value];
    return [name, JSON.parse(value)];
  });
  return Object.fromEntries(entries);
}

/**
 * Starts it on a free port. `withinMs`: the three seconds for a first sign and for triggers. `onCall` hears of each
 * request when the whole of it has come, before it is checked.
 */
export async function startSlack(options: { withinMs?: number; onCall?: (method: string) => void } = {}) {
  const withinMs = options.withinMs ?? 3000;
  const botToken = "xoxb-test-bot";
  const appToken = "xapp-test-app";
  const hub = newHub({
    withinMs,
    missed: (type) => api.violations.push(`${type}: no first sign within 3 s`),
  });
  const faults = newFaults();
  const calls: { method: string; body: Arguments }[] = [];
  const triggers = new Map<string, { user: string; madeAt: number; used: boolean }>();
  const tickets = new Map<string, ResponseTicket>();

  const api: Api = {
    state: newState(),
    faults,
    scopes: new Set(allScopes),
    violations: [],
    lastHistory: { at: 0 },
    useTrigger(id) {
      const trigger = triggers.get(id);
      if (!trigger) return undefined;
      if (trigger.used) return "exchanged";
      if (faults.deadTriggers || Date.now() - trigger.madeAt > withinMs) return "expired";
      trigger.used = true;
      return { user: trigger.user };
    },
    socketAddress: () => `ws://127.0.0.1:${port()}/link`,
  };

  const json = (
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

  const refusedToken = (method: string, given: string): string | undefined => {
    const forApp = method === "apps.connections.open";
    const said = forApp ? faults.appToken : faults.botToken;
    if (said) return said;
    if (given === "") return "not_authed";
    if (given !== (forApp ? appToken : botToken))
      return given.startsWith("xox") || given.startsWith("xapp") ? "invalid_auth" : "not_authed";
    return undefined;
  };

  /** True when the fault has answered (or cut, or left hanging) the call. */
  const goesWrong = (fault: Fault, request: IncomingMessage, response: ServerResponse): boolean => {
    if (fault.kind === "rate-limited")
      json(
        response,
        429,
        { ok: false, error: "ratelimited" },
        { "retry-after": String(fault.retryAfterSeconds) },
      );
    else if (fault.kind === "status") json(response, fault.status, {});
    else if (fault.kind === "error") json(response, 200, { ok: false, error: fault.error });
    else if (fault.kind === "cut") request.socket.destroy();
    return fault.kind !== "lost";
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, root, name = ""] = (request.url ?? "").split("/");
    const body = await read(request);
    const method = root === "response" ? "response_url" : name;
    options.onCall?.(method);
    calls.push({ method, body });
    const fault = faults.take(method);
    if (fault && goesWrong(fault, request, response)) return;
    if (method === "response_url") {
      const answer = respond(api, tickets.get(name), body);
      if (fault) return void request.socket.destroy();
      response.writeHead(answer.status, { "content-type": "text/plain" });
      return void response.end(answer.text);
    }
    const error = refusedToken(method, (request.headers.authorization ?? "").replace("Bearer ", ""));
    if (error) return json(response, 200, { ok: false, error });
    if (faults.tightHistory && (method === "conversations.history" || method === "conversations.replies")) {
      if (Date.now() - api.lastHistory.at < 60_000)
        return json(response, 429, { ok: false, error: "ratelimited" }, { "retry-after": "60" });
      api.lastHistory.at = Date.now();
    }
    const answer = callMethod(api, method, body);
    if (fault) return void request.socket.destroy();
    json(response, 200, answer, { "x-oauth-scopes": [...api.scopes].join(",") });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      api.violations.push(`The test server could not read a request: ${String(error)}`);
      json(response, 500, { ok: false, error: "internal_error" });
    });
  });
  const sockets = new WebSocketServer({ server, path: "/link" });
  sockets.on("connection", (connection) => hub.join(connection));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = (): number => (server.address() as AddressInfo).port;

  return {
    ...api,
    hub,
    calls,
    botToken,
    appToken,
    apiUrl: `http://127.0.0.1:${port()}/api/`,
    newTrigger(user: string): string {
      const id = `${api.state.newId("t")}.trigger`;
      triggers.set(id, { user, madeAt: Date.now(), used: false });
      return id;
    },
    newResponseUrl(ticket: Omit<ResponseTicket, "uses" | "madeAt">): string {
      const id = api.state.newId("r");
      tickets.set(id, { ...ticket, uses: 0, madeAt: Date.now() });
      return `http://127.0.0.1:${port()}/response/${id}`;
    },
    async close(): Promise<void> {
      for (const connection of hub.connections) connection.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
