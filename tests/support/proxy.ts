/** A wire between Sayso and PostgreSQL that a test can cut and mend. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Wire = {
  /** The same database address, by way of this wire. */
  through: string;
  /** Breaks what is open and lets nothing new through. */
  cut(): void;
  /** Keeps what is open, but nothing passes any more: no answer and no refusal. */
  hush(): void;
  mend(): void;
  close(): Promise<void>;
};

/** Opens a wire on 127.0.0.1 to the server that `url` names. */
export async function openWire(url: string): Promise<Wire> {
  const to = new URL(url);
  const open = new Set<Socket>();
  let isCut = false;
  let isHushed = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(to.port || 5432), to.hostname);
    for (const [from, onward] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on("data", (bytes) => !isHushed && onward.write(bytes));
      from.on("error", () => onward.destroy());
      from.on("close", () => {
        open.delete(from);
        onward.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as AddressInfo).port);
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    through: through.toString(),
    cut() {
      isCut = true;
      breakAll();
    },
    hush() {
      isHushed = true;
    },
    mend() {
      if (isHushed) breakAll();
      isCut = false;
      isHushed = false;
    },
    async close() {
      isCut = true;
      breakAll();
      await new Promise((done) => server.close(done));
    },
  };
}
