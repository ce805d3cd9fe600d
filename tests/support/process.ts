/** The real `src/start.ts` in a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const start = fileURLToPath(new URL("../../src/start.ts", import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export type Running = {
  /** Everything that it wrote so far. */
  said(): string;
  /** Resolves when it has written something that fits. Rejects when it ends before that. */
  says(words: RegExp): Promise<RegExpMatchArray>;
  signal(name: "SIGTERM" | "SIGINT" | "SIGKILL"): void;
  /** Its exit code; `null` when a signal ended it. */
  ended: Promise<number | null>;
};

const begun = new Set<ChildProcess>();
const folders: string[] = [];

/** An empty folder to run in, so that nobody's `.env` and no data is found there. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sayso-start-"));
  folders.push(folder);
  return folder;
}

/** Starts it with these settings and no others. Ports are free ones unless given. */
export function startSayso(settings: Record<string, string>, folder = emptyFolder()): Running {
  const { PATH = "", HOME = "", NODE_EXTRA_CA_CERTS } = process.env;
  const ca = NODE_EXTRA_CA_CERTS ? { NODE_EXTRA_CA_CERTS } : {};
  const child = spawn(process.execPath, ["--import", tsx, start], {
    cwd: folder,
    env: { PATH, HOME, ...ca, TRY_OUT_PORT: "0", HEALTH_PORT: "0", ...settings },
  });
  begun.add(child);
  let said = "";
  let isOver = false;
  const waiting = new Set<() => void>();
  const look = () => {
    for (const wake of waiting) wake();
  };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      look();
    });
  const ended = new Promise<number | null>((done) => {
    child.on("close", (code) => {
      isOver = true;
      begun.delete(child);
      look();
      done(code);
    });
  });
  return {
    said: () => said,
    says: (words) =>
      new Promise((done, fail) => {
        const wake = () => {
          const found = said.match(words);
          if (!found && !isOver) return;
          waiting.delete(wake);
          if (found) done(found);
          else fail(new Error(`It ended without saying ${words}. It said:\n${said}`));
        };
        waiting.add(wake);
        wake();
      }),
    signal: (name) => void child.kill(name),
    ended,
  };
}

/** Ends what a test left running, and removes its folders. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...begun].map(
      (child) =>
        new Promise<void>((done) => {
          child.once("close", () => done());
          child.kill("SIGKILL");
        }),
    ),
  );
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
