/** The local Slack itself: it says no where Slack does, so that the other tests can be believed. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { eventCallback } from "../../support/slack/payloads.ts";
import { type SlackServer, startSlack } from "../../support/slack/server.ts";
import { botUser } from "../../support/slack/state.ts";

let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlack({ withinMs: 40 });
  slack.state.channels.set("C1", {
    id: "C1",
    name: "board",
    kind: "channel",
    members: new Set([botUser, "U1"]),
    archived: false,
  });
  slack.state.users.set("U1", {
    id: "U1",
    name: "Amina",
    admin: false,
    deleted: false,
    bot: false,
    takesMessages: true,
  });
});
afterEach(() => slack.close());

const api = async (method: string, body: Record<string, unknown>, token = slack.botToken) => {
  const form = Object.entries(body).map(([name, value]): [string, string] => [
    name,
    typeof value === "object" ? JSON.stringify(value) : String(value),
  ]);
  const answer = await fetch(slack.apiUrl + method, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams(form),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    ...((await answer.json()) as { ok: boolean; error?: string; ts?: string }),
  };
};
const respond = (url: string, body: unknown) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const quiet = { unfurl_links: false, unfurl_media: false };
const section = (text: string) => [{ type: "section", text: { type: "plain_text", text } }];

async function connect(
  acknowledge: boolean,
): Promise<{ seen: { payload: { event_id?: string }; retry_attempt?: number }[]; socket: WebSocket }> {
  const { url } = (await api("apps.connections.open", {}, slack.appToken)) as unknown as { url: string };
  const socket = new WebSocket(url);
  const seen: { payload: { event_id?: string }; retry_attempt?: number }[] = [];
  socket.on("message", (data) => {
    const said = JSON.parse(String(data));
    if (said.type === "hello") return;
    seen.push(said);
    if (acknowledge) socket.send(JSON.stringify({ envelope_id: said.envelope_id }));
  });
  await slack.hub.connected();
  return { seen, socket };
}

test.each([
  ["a block that does not exist", [{ type: "heading", text: "x" }]],
  ["a field that does not belong", [{ type: "divider", color: "red" }]],
  ["3,001 characters", section("x".repeat(3001))],
  ["an empty text", section("")],
  ["51 blocks", Array.from({ length: 51 }, () => ({ type: "divider" }))],
  [
    "two buttons with one id",
    [
      {
        type: "actions",
        elements: [1, 2].map(() => ({
          type: "button",
          action_id: "a",
          text: { type: "plain_text", text: "x" },
        })),
      },
    ],
  ],
  [
    "a label of 76 characters",
    [
      {
        type: "actions",
        elements: [{ type: "button", action_id: "a", text: { type: "plain_text", text: "x".repeat(76) } }],
      },
    ],
  ],
])("A message with %s is refused and noted", async (_, blocks) => {
  expect(await api("chat.postMessage", { channel: "C1", text: "x", blocks, ...quiet })).toMatchObject({
    ok: false,
    error: "invalid_blocks",
  });
  expect(slack.violations).not.toEqual([]);
});

test("A raw <!channel>, mark-up that is not verbatim and a missing plain text are noted", async () => {
  await api("chat.postMessage", { channel: "C1", text: "<!channel>", ...quiet });
  await api("chat.postMessage", {
    channel: "C1",
    text: "x",
    blocks: [{ type: "section", text: { type: "mrkdwn", text: "*x*" } }],
    ...quiet,
  });
  await api("chat.postMessage", { channel: "C1", blocks: section("x"), ...quiet });
  await api("chat.postMessage", { channel: "C1", text: "x" });
  expect(slack.violations).toEqual([
    "chat.postMessage: an unescaped < or > in the plain text",
    "chat.postMessage: mrkdwn without verbatim",
    "chat.postMessage: no plain text beside the blocks",
    "chat.postMessage: unfurl_links is not false",
    "chat.postMessage: unfurl_media is not false",
  ]);
});

test("Tokens, scopes, channels and threads are checked", async () => {
  const message = { text: "x", ...quiet };
  expect(await api("chat.postMessage", { channel: "C1", ...message }, "xoxb-other")).toMatchObject({
    error: "invalid_auth",
  });
  expect(await api("chat.postMessage", { channel: "C2", ...message })).toMatchObject({
    error: "channel_not_found",
  });
  expect(await api("chat.postMessage", { channel: "C1", thread_ts: "9.9", ...message })).toMatchObject({
    error: "thread_not_found",
  });
  slack.state.channels.get("C1")!.members.delete(botUser);
  expect(await api("chat.postMessage", { channel: "C1", ...message })).toMatchObject({
    error: "not_in_channel",
  });
  slack.state.channels.get("C1")!.archived = true;
  expect(await api("chat.postMessage", { channel: "C1", ...message })).toMatchObject({
    error: "is_archived",
  });
  slack.scopes.delete("chat:write");
  expect(await api("chat.postMessage", { channel: "C1", ...message })).toMatchObject({
    error: "missing_scope",
  });
});

test("A private card cannot be updated or fetched", async () => {
  await api("chat.postEphemeral", { channel: "C1", user: "U1", text: "only you" });
  const [card] = slack.state.ephemerals;
  expect(await api("chat.update", { channel: "C1", ts: card?.ts, text: "x" })).toMatchObject({
    error: "message_not_found",
  });
  expect(await api("conversations.history", { channel: "C1" })).toMatchObject({ messages: [] });
});

test("An answer address works five times", async () => {
  const url = slack.newResponseUrl({ user: "U1", channel: "C1" });
  const statuses: number[] = [];
  for (let number = 0; number < 6; number++) statuses.push((await respond(url, { text: "x" })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
});

test("A private answer that replaces a shared post, or goes to everyone, is noted", async () => {
  const { ts } = await api("chat.postMessage", { channel: "C1", text: "x", ...quiet });
  await respond(slack.newResponseUrl({ user: "U1", channel: "C1", on: { ts: ts!, ephemeral: false } }), {
    text: "x",
    replace_original: true,
  });
  await respond(slack.newResponseUrl({ user: "U1", channel: "C1" }), {
    text: "x",
    response_type: "in_channel",
  });
  expect(slack.violations).toHaveLength(2);
});

test("A trigger opens one form, and only for a moment", async () => {
  const view = { type: "modal", title: { type: "plain_text", text: "x" }, blocks: section("x") };
  const trigger_id = slack.newTrigger("U1");
  expect(await api("views.open", { trigger_id, view })).toMatchObject({ ok: true });
  expect(await api("views.open", { trigger_id, view })).toMatchObject({ error: "exchanged_trigger_id" });
  const late = slack.newTrigger("U1");
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await api("views.open", { trigger_id: late, view })).toMatchObject({ error: "expired_trigger_id" });
  expect(slack.violations).toEqual([]);
  const inputs = [
    {
      type: "input",
      label: { type: "plain_text", text: "x" },
      element: { type: "plain_text_input", action_id: "a" },
    },
  ];
  expect(
    await api("views.open", { trigger_id: slack.newTrigger("U1"), view: { ...view, blocks: inputs } }),
  ).toMatchObject({ error: "invalid_arguments" });
});

test("An event that is not acknowledged comes again with its number and the same id; a press does not", async () => {
  const { seen, socket } = await connect(false);
  expect(await slack.hub.deliver("events_api", eventCallback(slack, { type: "app_mention" }))).toMatchObject({
    acknowledged: false,
  });
  expect(seen.map((one) => one.retry_attempt)).toEqual([undefined, 1, 2, 3]);
  expect(new Set(seen.map((one) => one.payload.event_id)).size).toBe(1);
  await slack.hub.deliver("interactive", {});
  expect(seen).toHaveLength(5);
  socket.terminate();
});

test("An event that is acknowledged comes once", async () => {
  const { seen, socket } = await connect(true);
  expect(await slack.hub.deliver("events_api", eventCallback(slack, { type: "app_mention" }))).toMatchObject({
    acknowledged: true,
    tries: 1,
  });
  expect(seen).toHaveLength(1);
  socket.terminate();
});

test("Faults come as often as asked", async () => {
  slack.faults.next("auth.test", { kind: "rate-limited", retryAfterSeconds: 9 }, 2);
  slack.faults.next("auth.test", { kind: "cut" });
  expect((await api("auth.test", {})).headers.get("retry-after")).toBe("9");
  expect(await api("auth.test", {})).toMatchObject({ status: 429 });
  await expect(api("auth.test", {})).rejects.toThrow();
  expect(await api("auth.test", {})).toMatchObject({ ok: true });
});
