/** What people see on Slack: every part and every field, within Slack's limits, with nothing smuggled in. */
import { describe, expect, test } from "vitest";
import { drawForm, fieldsOf } from "../../../adapters/slack/form.ts";
import { drawView } from "../../../adapters/slack/render.ts";
import { written } from "../../../adapters/slack/text.ts";
import { card, type Field, type Form, type Part, strong, type View } from "../../../src/bot/index.ts";
import { brokenPromises, wrongBlocks, wrongModal } from "../../support/slack/checks.ts";
import { inputs, shown, shownForm } from "../../support/slack/reading.ts";
import { newState } from "../../support/slack/state.ts";

/** Draws it, holds it against Slack's types, limits and our promises, and reads it as a person would. */
function seen(view: View) {
  const message = drawView(view);
  expect(wrongBlocks(message.blocks, "message")).toEqual([]);
  expect(brokenPromises(message)).toEqual([]);
  return {
    ...shown(newState(), { ts: "1", channel: "C", user: "U", ...message }),
    spoken: message.text,
    blocks: message.blocks,
  };
}

function seenForm(form: Form) {
  const view = drawForm(form, "{}");
  expect(wrongModal(view)).toEqual([]);
  return shownForm({ ...view, id: "V", hash: "h", openedBy: "U" });
}

const png = new Uint8Array([1]);
const parts: Record<Part["kind"], [Part, string]> = {
  text: [
    { kind: "text", text: `Open until ${strong("Friday at 6pm")}.\nReply here.` },
    "Open until Friday at 6pm.\nReply here.",
  ],
  small: [{ kind: "small", text: "Your picks are secret." }, "Your picks are secret."],
  facts: [
    {
      kind: "facts",
      facts: [
        { label: "Opens", value: "Monday" },
        { label: "Closes", value: "Friday" },
      ],
    },
    "Opens: Monday\nCloses: Friday",
  ],
  table: [
    {
      kind: "table",
      columns: ["Idea", "Who", "By"],
      rows: [
        ["Ice skating", "Sam", "Friday"],
        ["Film", "Jo", "May"],
      ],
    },
    "Ice skating\nWho: Sam · By: Friday\nFilm\nWho: Jo · By: May",
  ],
  bars: [
    {
      kind: "bars",
      bars: [
        { label: "Ice skating", count: 6, share: 1 },
        { label: "Film", share: 0.01 },
        { label: "Park", count: 0, share: 0 },
      ],
    },
    "Ice skating · 6\n████████████\nFilm\n█\nPark · 0",
  ],
  picture: [{ kind: "picture", png, alt: "The wall in November" }, "Picture: The wall in November"],
  file: [
    { kind: "file", name: "plan.pdf", bytes: png, what: "The plan" },
    "File: plan.pdf. The plan. Ask staff for a copy.",
  ],
  buttons: [
    {
      kind: "buttons",
      buttons: [
        { label: "Choose", does: "poll.choose?p=1", tone: "main" },
        { label: "Choose", does: "poll.choose?p=1", tone: "danger" },
        { label: "Read", opens: "https://example.org" },
      ],
    },
    "",
  ],
  menu: [
    {
      kind: "menu",
      prompt: "Pick up to 3",
      choose: { min: 0, max: 3 },
      does: "poll.picked?p=1",
      choices: [{ label: "Park", value: "a", hint: "from staff" }],
    },
    "Pick up to 3",
  ],
  line: [{ kind: "line" }, ""],
};

describe("Each part of a card", () => {
  test.each(Object.entries(parts))("%s", (_, [part, words]) => {
    expect(seen({ body: [part] }).text).toBe(words);
  });

  test("all together, with a title, in order; bars are spoken without their blocks", () => {
    const all = seen({ title: "Here is what you chose", body: Object.values(parts).map(([part]) => part) });
    expect(all.text.startsWith("Here is what you chose\nOpen until Friday")).toBe(true);
    expect(all.buttons).toEqual(["Choose", "Choose", "Read"]);
    expect(all.spoken).toContain("Ice skating · 6\nFilm\nPark · 0");
    expect(all.spoken).not.toContain("█");
  });

  test("an empty card and a menu without choices still say something", () => {
    expect(seen({ body: [] }).text).toBe("Done.");
    expect(
      seen({
        body: [
          { kind: "menu", prompt: "Nothing to pick", choose: { min: 0, max: 3 }, does: "x", choices: [] },
        ],
      }).text,
    ).toBe("Nothing to pick");
    expect(seen(card(["", "Words"])).text).toBe("Words");
  });
});

describe("However much there is, Slack takes it", () => {
  const long = "Ünïcode & <words> ".repeat(40);

  test("25 ideas with long names, all chosen", () => {
    const choices = Array.from({ length: 25 }, (_, at) => ({
      label: `${at} ${long}`,
      value: `idea-${at}`,
      chosen: true,
      hint: long,
    }));
    const it = seen({
      body: [{ kind: "menu", prompt: long, choose: { min: 0, max: 3 }, does: "poll.picked", choices }],
    });
    expect(it.menus[0]?.choices).toHaveLength(25);
    expect(it.menus[0]?.chosen).toHaveLength(3);
  });

  test("4,000 emoji, none torn apart", () => {
    const family = "👩‍👩‍👧‍👦";
    const { text } = seen(card(family.repeat(1000)));
    expect(text.replaceAll(family, "").trim()).toBe("");
    expect(text.split(family)).toHaveLength(1001);
    seen({
      title: "🎉".repeat(4000),
      body: [{ kind: "buttons", buttons: [{ label: "🎉".repeat(4000), does: "x" }] }],
    });
  });

  test("a long text with strong words, a long title, a hundred parts, sixty buttons", () => {
    seen(card(`${strong(long.repeat(3))} ${long.repeat(6)}`));
    seen({ title: long.repeat(9), body: [] });
    const buttons = Array.from({ length: 60 }, (_, at) => ({ label: `${at}`, does: `x?n=${at}` }));
    const many = seen({
      body: [
        ...Array.from({ length: 100 }, (): Part => ({ kind: "small", text: "Words" })),
        { kind: "buttons", buttons },
      ],
    });
    expect(many.buttons).toHaveLength(60);
  });

  test("text over a limit is told apart: every word of a long text arrives", () => {
    const words = Array.from({ length: 2000 }, (_, at) => `word${at}`).join(" ");
    expect(seen(card(words)).text.split(/\s+/)).toEqual(words.split(" "));
  });

  test("a choice that Slack could not carry is our mistake, and is seen", () => {
    const choices = [{ label: "x", value: "v".repeat(76) }];
    expect(() =>
      drawView({ body: [{ kind: "menu", prompt: "x", choose: { min: 0, max: 1 }, does: "x", choices }] }),
    ).toThrow(/75/);
  });
});

describe("Nothing can be smuggled in", () => {
  const nasty = [
    "<!channel>",
    "<!here|x>",
    "<@U123ABC>",
    "<https://evil.example|your bank>",
    "@everyone",
    "*bold* _it_ ~no~ `code`",
    "> quote",
    "a\u202Eb\u2067c",
    "&lt;!channel&gt;",
  ];

  test.each(nasty)("%s is shown as it was typed, alone and beside strong words", (text) => {
    const shownAs = text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
    expect(seen(card(text)).text).toBe(shownAs);
    const beside = drawView(card(`${strong("Idea:")} ${text}\n${text}`)).blocks[0];
    if (beside?.type !== "section" || beside.text?.type !== "mrkdwn")
      throw new Error("Not a section with mark-up.");
    const rest = beside.text.text.replace("*Idea:*", "");
    expect(rest).not.toMatch(/[*_~`<>]/);
    expect(rest).not.toMatch(/^&gt;/m);
  });

  test.each(nasty)("%s in every other part, and in a form", (text) => {
    const choices = [{ label: text, value: "a", hint: text, chosen: true }];
    seen({
      title: text,
      body: [
        { kind: "small", text },
        { kind: "facts", facts: [{ label: text, value: text }] },
        { kind: "table", columns: [text, text], rows: [[text, text]] },
        { kind: "bars", bars: [{ label: text, share: 1 }] },
        { kind: "picture", png, alt: text },
        { kind: "buttons", buttons: [{ label: text, does: "x" }] },
        { kind: "menu", prompt: text, choose: { min: 0, max: 1 }, does: "x", choices },
      ],
    });
    const named = { name: "n", label: text, hint: text };
    seenForm({
      title: text,
      does: "x",
      submit: text,
      fields: [
        { kind: "note", text },
        { kind: "short", ...named, value: text, example: text, max: 80 },
        { kind: "choice", ...named, name: "c", choices },
      ],
    });
  });

  test("strong words stay strong beside spaces, lines and marks of their own", () => {
    const [block] = drawView(card(`1 ${strong(" Ice\nskating* ")} 5`)).blocks;
    expect(block).toMatchObject({
      text: { type: "mrkdwn", verbatim: true, text: "1  *Ice*\n*skating∗*  5" },
    });
  });

  test("what people wrote is read as they saw it", () => {
    expect(written("<@UBOT> hi <@U1ABC|ben> &amp; <#C1|garden>", "UBOT")).toBe("hi @ben & #garden");
    expect(
      written("<!subteam^S1ABC|@team> <!here> <mailto:a@b.example|a@b.example> <tel:0123|0123>", "UBOT"),
    ).toBe("@team @here a@b.example 0123");
    expect(written("1 &lt; 2 &amp;amp; <https://a.example/?x=1&amp;y=2>", "UBOT")).toBe(
      "1 < 2 &amp; https://a.example/?x=1&y=2",
    );
  });
});

describe("Each field of a form", () => {
  const some = (count: number, chosen: number[] = []) =>
    Array.from({ length: count }, (_, at) => ({
      label: `Choice ${at}`,
      value: `v${at}`,
      chosen: chosen.includes(at),
    }));
  type Kind = Exclude<Field["kind"], "note" | "role">;
  const fields: [Kind, Field, string, string | string[]][] = [
    [
      "short",
      { kind: "short", name: "f", label: "Idea", max: 80, value: "Park & pool", example: "A walk" },
      "plain_text_input",
      "Park & pool",
    ],
    ["long", { kind: "long", name: "f", label: "Why", max: 9000, optional: true }, "plain_text_input", ""],
    ["choice", { kind: "choice", name: "f", label: "Name?", choices: some(2, [1]) }, "radio_buttons", "v1"],
    ["choice", { kind: "choice", name: "f", label: "Hour", choices: some(24, [3]) }, "static_select", "v3"],
    [
      "several",
      { kind: "several", name: "f", label: "Days", choices: some(7, [0, 6]), choose: { min: 0, max: 7 } },
      "checkboxes",
      ["v0", "v6"],
    ],
    [
      "several",
      { kind: "several", name: "f", label: "Ideas", choices: some(7, [0, 6]), choose: { min: 1, max: 3 } },
      "multi_static_select",
      ["v0", "v6"],
    ],
    [
      "several",
      { kind: "several", name: "f", label: "Weeks", choices: some(30), choose: { min: 0, max: 30 } },
      "multi_static_select",
      [],
    ],
    [
      "scale",
      { kind: "scale", name: "f", label: "You", from: 1, to: 9, unsure: "I don't know yet", value: "unsure" },
      "static_select",
      "unsure",
    ],
    [
      "people",
      { kind: "people", name: "f", label: "Staff", most: 5, value: ["U1"] },
      "multi_users_select",
      ["U1"],
    ],
    ["channel", { kind: "channel", name: "f", label: "Where", value: "C1" }, "conversations_select", "C1"],
  ];

  test.each(fields)("%s", (_, field, type, value) => {
    const form: Form = { title: "A form", does: "x", fields: [field] };
    expect(seenForm(form).fields).toMatchObject([{ name: "f", value }]);
    const [block] = inputs({ ...drawForm(form, ""), id: "V", hash: "h", openedBy: "U" });
    expect(block?.element.type).toBe(type);
  });

  test("a role is left out, a note is text, a choice of nothing is left out", () => {
    const it = seenForm({
      title: "A form",
      does: "x",
      fields: [
        { kind: "note", text: "Read this." },
        { kind: "role", name: "r", label: "Role", most: 1 },
        { kind: "choice", name: "c", label: "None", choices: [] },
      ],
    });
    expect(it).toMatchObject({ notes: ["Read this."], fields: [] });
  });

  test("what was typed before is kept, even where it is too long now", () => {
    const draft = "x".repeat(120);
    expect(
      seenForm({
        title: "A form",
        does: "x",
        fields: [{ kind: "short", name: "f", label: "Idea", max: 80, value: draft }],
      }).fields[0]?.value,
    ).toBe(draft);
  });

  test("typed words and choices come as they were typed, escaped by Slack or not", () => {
    const typed = (value: string) =>
      fieldsOf({
        a: { text: { type: "plain_text_input", value } },
        b: { pick: { type: "static_select", selected_option: { value } } },
      });
    expect(typed("Film & <pizza>")).toEqual({ text: "Film & <pizza>", pick: "Film & <pizza>" });
    expect(typed("Film &amp; &lt;pizza&gt;")).toEqual({ text: "Film & <pizza>", pick: "Film & <pizza>" });
  });

  test("what is left empty comes as nothing, not as trouble", () => {
    const values = {
      a: { text: { type: "plain_text_input", value: null } },
      b: { pick: { type: "radio_buttons", selected_option: null } },
      c: { many: { type: "checkboxes", selected_options: [] } },
      d: { who: { type: "multi_users_select", selected_users: [] } },
      e: { where: { type: "conversations_select", selected_conversation: null } },
      f: { none: { type: "static_select", selected_option: { value: "\u2205" } } },
    };
    expect(fieldsOf(values)).toEqual({ text: "", pick: "", many: [], who: [], where: "", none: "" });
  });
});
