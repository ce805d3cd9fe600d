/** The gateway: hello, identify, heartbeats, resume, and events that only reach those who may have them. */
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { channelOf, guildPaper, messagePaper, userPaper } from "./paper.ts";
import { channelPermissions, may } from "./permissions.ts";
import type { Message, Records } from "./records.ts";

/** Intents by bit (Discord: "Gateway Intents"). */
const intents = {
  guilds: 1 << 0,
  members: 1 << 1,
  presences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  content: 1 << 15,
};
const privileged = intents.members | intents.presences | intents.content;

type Session = {
  id: string;
  intents: number;
  sent: { s: number; t: string; d: unknown }[];
  socket?: WebSocket;
};
export type Gateway = ReturnType<typeof openGateway>;

export function openGateway(http: Server, records: Records, is: { token(): string; url(): string }) {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const settings = { heartbeatMs: 41_250, answersHeartbeats: true, answersIdentify: true };
  let identifies = 0;
  let resumes = 0;

  http.on("upgrade", (request, socket: Duplex, head) => {
    sockets.handleUpgrade(request, socket, head, (ws) => welcome(ws));
  });

  const say = (ws: WebSocket, op: number, d: unknown = null, more: object = {}) =>
    ws.send(JSON.stringify({ op, d, s: null, t: null, ...more }));

  function welcome(ws: WebSocket) {
    say(ws, 10, { heartbeat_interval: settings.heartbeatMs });
    ws.on("error", () => ws.terminate());
    ws.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: Record<string, unknown> };
      if (op === 1) settings.answersHeartbeats && say(ws, 11);
      else if (op === 2) identify(ws, d as { token: string; intents: number });
      else if (op === 6) resume(ws, d as { token: string; session_id: string; seq: number });
    });
    ws.on("close", () => {
      for (const session of sessions.values()) if (session.socket === ws) session.socket = undefined;
    });
  }

  function identify(ws: WebSocket, asked: { token: string; intents: number }) {
    identifies += 1;
    if (asked.token !== is.token()) return ws.close(4004, "Authentication failed.");
    if (asked.intents & privileged) return ws.close(4014, "Disallowed intent(s).");
    if (!settings.answersIdentify) return;
    const session: Session = { id: records.newId(), intents: asked.intents, sent: [], socket: ws };
    sessions.clear();
    sessions.set(session.id, session);
    const inside = [...records.guilds.values()].filter((guild) => guild.botIsIn);
    deliver(session, "READY", {
      v: 10,
      user: { ...userPaper(records.bot), verified: true, mfa_enabled: false, flags: 0, email: null },
      guilds: inside.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: is.url(),
      application: { id: records.bot.id, flags: 0 },
      private_channels: [],
      shard: [0, 1],
    });
    for (const guild of inside) deliver(session, "GUILD_CREATE", guildPaper(records, guild));
  }

  function resume(ws: WebSocket, asked: { token: string; session_id: string; seq: number }) {
    resumes += 1;
    if (asked.token !== is.token()) return ws.close(4004, "Authentication failed.");
    const session = sessions.get(asked.session_id);
    if (!session) return say(ws, 9, false);
    session.socket = ws;
    for (const event of session.sent.filter((each) => each.s > asked.seq))
      say(ws, 0, event.d, { s: event.s, t: event.t });
    deliver(session, "RESUMED", {});
  }

  /** Events are kept for a session that lost its connection, and sent when it resumes. */
  function deliver(session: Session, t: string, d: unknown) {
    const s = session.sent.length + 1;
    session.sent.push({ s, t, d });
    if (session.socket?.readyState === 1) say(session.socket, 0, d, { s, t });
  }

  const everyone = (t: string, d: unknown, wants: number) => {
    for (const session of sessions.values()) if (!wants || session.intents & wants) deliver(session, t, d);
  };

  return {
    settings,
    identifies: () => identifies,
    resumes: () => resumes,
    connected: () => [...sessions.values()].some((session) => session.socket?.readyState === 1),
    /** An interaction, which needs no intent. */
    interaction: (d: unknown) => everyone("INTERACTION_CREATE", d, 0),
    /** Something about servers and channels. */
    guilds: (t: string, d: unknown) => everyone(t, d, intents.guilds),
    /** MESSAGE_CREATE or MESSAGE_DELETE, for those who may see the channel; words only where they may be seen. */
    message(t: "MESSAGE_CREATE" | "MESSAGE_UPDATE" | "MESSAGE_DELETE", message: Message, member?: unknown) {
      const channel = channelOf(records, message.channel);
      if (!(channelPermissions(records, channel, records.bot.id) & may.viewChannel)) return;
      const where = { channel_id: channel.id, ...(channel.guild && { guild_id: channel.guild }) };
      for (const session of sessions.values()) {
        if (!(session.intents & (channel.guild ? intents.guildMessages : intents.directMessages))) continue;
        if (t === "MESSAGE_DELETE") deliver(session, t, { id: message.id, ...where });
        else
          deliver(session, t, {
            ...seen(message, session, Boolean(channel.guild)),
            ...where,
            ...(member ? { member } : {}),
          });
      }
    },
    /** Cuts the connection without a word. The session can be resumed. */
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    /** Asks the bot to reconnect (op 7). */
    askToReconnect() {
      for (const socket of sockets.clients) say(socket, 7);
    },
    /** Tells the bot that its session is invalid (op 9). Not resumable: it is forgotten. */
    invalidate(resumable: boolean) {
      if (!resumable) sessions.clear();
      // Nothing more is sent on it until it is resumed.
      for (const session of sessions.values()) session.socket = undefined;
      for (const socket of sockets.clients) say(socket, 9, resumable);
    },
    /** Closes the connections with one of Discord's codes, such as 4004. */
    closeWith(code: number) {
      for (const socket of sockets.clients) socket.close(code);
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };

  function seen(message: Message, session: Session, inGuild: boolean) {
    const paper = messagePaper(records, message);
    const may = session.intents & intents.content || !inGuild;
    const own = message.author === records.bot.id || message.mentions.includes(records.bot.id);
    const repliedTo = paper.referenced_message as { author?: { id: string } } | null | undefined;
    const blank = { content: "", components: [], attachments: [], embeds: [] };
    if (repliedTo && !may && repliedTo.author?.id !== records.bot.id)
      paper.referenced_message = { ...repliedTo, ...blank };
    return may || own ? paper : { ...paper, ...blank };
  }
}
