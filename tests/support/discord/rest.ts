/** The HTTP side: who calls, what they send, which trouble waits, and the answer as Discord writes it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Faults, Trouble } from "./faults.ts";
import type { File } from "./records.ts";

/** A request of the bot, read. */
export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  files: File[];
  /** The token was right. Interaction routes need none. */
  authorized: boolean;
};
export type Reply = { status: number; body?: unknown };

/** Thrown by a route to answer with one of Discord's errors. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;
  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export function serveRest(options: {
  handle(call: Call): Promise<Reply>;
  faults: Faults;
  token(): string;
  seen(call: Call): void;
}): Server {
  return createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      // A mistake of the test server itself: loud, so that it is not taken for Discord's answer.
      console.error("local Discord:", error);
      response.writeHead(500).end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const call = await read(request, options.token());
    const trouble = options.faults.meet(`${call.method} ${call.path}`);
    options.seen(call);
    if (trouble && (await before(trouble, request, response))) return;
    const reply = await options.handle(call).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      const { message, code, status, errors } = error;
      return { status, body: { message, code, ...(errors ? { errors } : {}) } };
    });
    if (trouble?.kind === "answer-lost") return trouble.silently ? undefined : request.socket.destroy();
    if (trouble?.kind === "done-but-status") return send(response, { status: trouble.status, body: {} });
    if (trouble?.kind === "half-answer") return half(request, response, reply);
    send(response, reply);
  }
}

/** Trouble before any work. True when that was the answer. */
async function before(
  trouble: Trouble,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (trouble.kind === "slow") {
    await new Promise((resolve) => setTimeout(resolve, trouble.ms));
    return false;
  }
  if (trouble.kind === "silence") return true;
  if (trouble.kind === "broken") request.socket.destroy();
  else if (trouble.kind === "status") send(response, { status: trouble.status, body: {} });
  else if (trouble.kind === "refused")
    send(response, {
      status: trouble.status,
      body: { code: trouble.code, message: trouble.message ?? "Refused on demand" },
    });
  else if (trouble.kind === "limited") {
    response.setHeader("Retry-After", String(trouble.seconds));
    response.setHeader("X-RateLimit-Limit", "5");
    response.setHeader("X-RateLimit-Remaining", "0");
    response.setHeader("X-RateLimit-Reset-After", String(trouble.seconds));
    response.setHeader("X-RateLimit-Scope", trouble.global ? "global" : "user");
    if (trouble.global) response.setHeader("X-RateLimit-Global", "true");
    const body = {
      message: "You are being rate limited.",
      retry_after: trouble.seconds,
      global: Boolean(trouble.global),
    };
    send(response, { status: 429, body });
  } else return false;
  return true;
}

/** A 204 carries no JSON content type: discord.js would try to read it. */
function send(response: ServerResponse, reply: Reply) {
  if (reply.body === undefined) response.writeHead(reply.status).end();
  else
    response.writeHead(reply.status, { "content-type": "application/json" }).end(JSON.stringify(reply.body));
}

function half(request: IncomingMessage, response: ServerResponse, reply: Reply) {
  const text = JSON.stringify(reply.body ?? {});
  response.writeHead(reply.status, {
    "content-type": "application/json",
    "content-length": String(text.length),
  });
  response.write(text.slice(0, Math.floor(text.length / 2)), () =>
    setTimeout(() => request.socket.destroy(), 10),
  );
}

async function read(request: IncomingMessage, token: string): Promise<Call> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? "/", "http://local");
  const type = request.headers["content-type"] ?? "";
  const { body, files } = type.startsWith("multipart/form-data")
    ? await readParts(bytes, type)
    : { body: bytes.length > 0 ? (JSON.parse(bytes.toString("utf8")) as unknown) : undefined, files: [] };
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/, ""),
    query: url.searchParams,
    body,
    files,
    authorized: request.headers.authorization === `Bot ${token}`,
  };
}

async function readParts(bytes: Uint8Array, type: string): Promise<{ body: unknown; files: File[] }> {
  const form = await new Response(bytes as BodyInit, { headers: { "content-type": type } }).formData();
  const files: File[] = [];
  for (const [name, part] of form.entries()) {
    if (name.startsWith("files[") && typeof part !== "string")
      files.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  return { body: JSON.parse(String(form.get("payload_json") ?? "{}")), files };
}
