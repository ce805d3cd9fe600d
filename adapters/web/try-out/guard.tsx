/** Keeps the try-out to this computer: who may ask, how much, and what a browser may do with the answer. */
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { TroublePage } from "./trouble-page.tsx";
import { say } from "./words.ts";

/** The largest body of a request, in bytes: a long field has at most 3,000 characters, of 12 bytes at most when encoded. */
const mostBytes = 256 * 1024;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** No script or style but our own files, nothing from elsewhere, nothing kept, nothing framed. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const headers: Record<string, string> = {
    "content-security-policy": policy,
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
  for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
};

/** Another site's name that points at this computer (DNS rebinding) gets no page, and another site's form does nothing. */
export const onlyFromHere =
  (port: () => number): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header("host") ?? "";
    if (![`127.0.0.1:${port()}`, `localhost:${port()}`].includes(host))
      return trouble(context, 421, say.trouble.host());
    if (context.req.method !== "GET" && context.req.method !== "HEAD") {
      if (context.req.header("origin") !== `http://${host}`)
        return trouble(context, 403, say.trouble.origin());
    }
    return next();
  };

/** Too much at once gets a clear answer instead of being read. */
export const notTooBig = bodyLimit({
  maxSize: mostBytes,
  onError: (context) => trouble(context, 413, say.trouble.tooBig()),
});

type Status = 400 | 403 | 404 | 413 | 421 | 500;

/** A page that says in one sentence what did not work. */
export const trouble = async (context: Context, status: Status, sentence: string): Promise<Response> =>
  context.html(<TroublePage sentence={sentence} />, status);
