/** What cards and forms look like on Discord, held against its published document and its limits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageOf, modalOf } from "../../adapters/discord/main.ts";
import { card, type Field, type Part, strong, type View } from "../../src/bot/index.ts";
import { messageFaults, modalFaults, withInner } from "../support/discord/limits.ts";
import { unmark } from "../support/discord/reading.ts";
import type { Component } from "../support/discord/records.ts";
import { againstSchema } from "../support/discord/schema.ts";

type Body = { components: Component[]; flags: number };
const drawn = (view: View) => messageOf(view).body as unknown as Body;
const all = (view: View) => drawn(view).components.flatMap(withInner);
const texts = (view: View) =>
  all(view).flatMap((component) => (component.type === 10 ? [component.content ?? ""] : []));
const text = (part: string) => texts(card(part)).join("\n");

/** Draws and checks; gives what Discord would refuse. */
function faults(view: View): string[] {
  const { body, files } = messageOf(view);
  const asked = body as unknown as Body;
  return [
    ...againstSchema("createMessage", body),
    ...messageFaults(
      asked as never,
      files.map((file) => file.name),
    ),
  ];
}
const formFaults = (fields: Field[], title = "A form"): string[] => {
  const modal = modalOf({ title, does: "form.sent", fields });
  return [...againstSchema("interactionCallback", { type: 9, data: modal }), ...modalFaults(modal as never)];
};

const png = new Uint8Array([137, 80, 78, 71]);
const kinds: Part[] = [
  { kind: "text", text: `You said ${strong("ice skating")}.` },
  { kind: "small", text: "Your picks are secret." },
  { kind: "facts", facts: [{ label: "Opens", value: "Monday at 4pm" }] },
  {
    kind: "table",
    columns: ["Idea", "Status", "Next"],
    rows: [
      ["Skating", "on", "Friday"],
      ["Film", "waiting", ""],
    ],
  },
  {
    kind: "bars",
    bars: [
      { label: "Skating", count: 6, share: 1 },
      { label: "Film", share: 0.5 },
    ],
  },
  { kind: "picture", png, alt: "Two bars" },
  { kind: "file", name: "my wall.pdf", bytes: png, what: "The wall as a file" },
  {
    kind: "buttons",
    buttons: [
      { label: "Choose", does: "poll.choose", tone: "main" },
      { label: "More", opens: "https://example.org" },
    ],
  },
  {
    kind: "menu",
    prompt: "Pick",
    choose: { min: 0, max: 1 },
    choices: [{ label: "A", value: "a", chosen: true, hint: "First" }],
    does: "poll.pick",
  },
  { kind: "line" },
];

describe("every kind of part", () => {
  test.each(kinds.map((part) => [part.kind, part] as const))("%s is drawn as Discord takes it", (_, part) => {
    expect(faults({ body: [part] })).toEqual([]);
  });

  test("a whole card reads in order: heading, words, controls; words come before bars", () => {
    const view: View = { title: "Here is what you chose", body: kinds };
    expect(faults(view)).toEqual([]);
    expect(texts(view).join("\n")).toBe(
      [
        "## Here is what you chose",
        "You said **ice skating**.",
        "-# Your picks are secret.",
        "**Opens:** Monday at 4pm",
        "**Skating** · Status: on · Next: Friday",
        "**Film** · Status: waiting · Next: ",
        "**Skating**: 6 ██████████",
        "**Film** █████",
        "The wall as a file",
        "Pick",
      ].join("\n"),
    );
    expect(messageOf(view).files.map((file) => file.name)).toEqual(["picture.png", "my_wall.pdf"]);
  });

  test("a picture says what it shows, and nothing depends on it", () => {
    const view: View = { body: [{ kind: "picture", png, alt: "Skating 6, film 3" }] };
    expect(all(view).find((component) => component.type === 12)?.items?.[0]?.description).toBe(
      "Skating 6, film 3",
    );
    expect(messageOf(view).body.attachments[0]).toMatchObject({
      filename: "picture.png",
      description: "Skating 6, film 3",
    });
  });

  test("what is chosen in a menu is marked, no more than may be chosen", () => {
    const choices = ["a", "b", "c"].map((value) => ({ label: value, value, chosen: true }));
    const view: View = {
      body: [{ kind: "menu", prompt: "Pick", choose: { min: 1, max: 2 }, choices, does: "poll.pick" }],
    };
    expect(faults(view)).toEqual([]);
    const menu = all(view).find((component) => component.type === 3);
    expect(menu?.options?.filter((option) => option.default).map((option) => option.value)).toEqual([
      "a",
      "b",
    ]);
  });

  test("an empty card, an empty menu, empty texts and labels are still cards", () => {
    expect(faults({ body: [] })).toEqual([]);
    expect(
      faults({
        body: [{ kind: "menu", prompt: "Pick", choose: { min: 0, max: 3 }, choices: [], does: "poll.pick" }],
      }),
    ).toEqual([]);
    expect(faults(card(["", "  "], [{ label: " ", does: "a.b" }]))).toEqual([]);
  });

  test("nobody is pinged, whatever the card says", () => {
    expect(messageOf(card("@everyone")).body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });
});

describe("what people type stays what they typed", () => {
  test.each([
    [
      "**bold** _thin_ ~~gone~~ `code` ||spoiler||",
      "\\*\\*bold\\*\\* \\_thin\\_ \\~\\~gone\\~\\~ \\`code\\` \\|\\|spoiler\\|\\|",
    ],
    ["# big", "\\# big"],
    ["-# small\n- list\n> quoted\n1. one", "\\-# small\n\\- list\n\\> quoted\n1\\. one"],
    ["[a link](https://bad.example)", "\\[a link\\](https://bad.example)"],
    ["<@123> <#456> <t:0:R> <!channel>", "\\<@123\\> \\<#456\\> \\<t:0:R\\> \\<!channel\\>"],
    ["back\\slash", "back\\\\slash"],
  ])("%j", (typed, shown) => {
    expect(text(typed)).toBe(shown);
    expect(unmark(text(typed))).toBe(typed);
  });

  test("@everyone and @here are words, not calls", () => {
    expect(text("@everyone and @HERE")).not.toMatch(/@everyone|@here/i);
  });

  test("marks that turn the direction of the rest are taken out; right-to-left words stay", () => {
    expect(text("abc \u202E evil \u2066 x")).toBe("abc  evil  x");
    expect(text("שלום עליכם")).toBe("שלום עליכם");
    expect(faults(card("\u202E\u200F", [{ label: "\u202E", does: "a.b" }]))).toEqual([]);
  });

  test("strong words are bold, also with stars inside and side by side", () => {
    expect(text(`${strong("a*b")}${strong("c")} d`)).toBe("**a\\*bc** d");
    expect(text(`a${strong(" ")}b`)).toBe("ab");
  });

  test("an address of ours keeps its underscores", () => {
    expect(text("See https://www.childline.org.uk/get_help_now today_")).toBe(
      "See https://www.childline.org.uk/get_help_now today\\_",
    );
  });
});

describe("too much for one message", () => {
  test("25 ideas of 80 letters that all need escaping fit, with the menu", () => {
    const ideas = Array.from({ length: 25 }, (_, at) => ({ label: "*".repeat(80), value: `idea${at}` }));
    const body: Part[] = [
      ...ideas.map((idea): Part => ({ kind: "text", text: idea.label })),
      {
        kind: "menu",
        prompt: "Choose …",
        choose: { min: 0, max: 3 },
        choices: ideas,
        does: "poll.pick?poll=1",
      },
      { kind: "buttons", buttons: [{ label: "Something else", does: "poll.idea" }] },
    ];
    expect(faults({ title: "Pick up to 3", body })).toEqual([]);
    expect(all({ body }).filter((component) => component.type === 10)).toHaveLength(25);
  });

  test("4,000 emoji are shortened between two emoji, with a line that says so; the buttons stay", () => {
    const view = card("👩‍👩‍👧‍👧".repeat(4000), [{ label: "Get help", does: "help.open" }]);
    expect(faults(view)).toEqual([]);
    const [long = ""] = texts(view);
    expect(long).toContain("The rest is left out");
    expect(long.split("\n")[0]).toMatch(/^(👩‍👩‍👧‍👧)+…$/u);
    expect(all(view).some((component) => component.custom_id === "help.open")).toBe(true);
  });

  test("the longest text gives way; short ones around it stay whole", () => {
    const view: View = {
      body: [
        { kind: "text", text: "Before" },
        {
          kind: "table",
          columns: ["Idea", "Words"],
          rows: Array.from({ length: 200 }, (_, at) => [`Idea ${at}`, "x".repeat(60)]),
        },
        { kind: "small", text: "Your picks are secret." },
      ],
    };
    expect(faults(view)).toEqual([]);
    expect(texts(view)[0]).toBe("Before");
    expect(texts(view).at(-1)).toBe("-# Your picks are secret.");
  });

  test("60 texts become fewer; 60 buttons too many are left out with a line", () => {
    const many: Part[] = Array.from({ length: 60 }, (_, at) => ({ kind: "text", text: `Line ${at}` }));
    expect(faults({ body: many })).toEqual([]);
    expect(texts({ body: many }).join("\n")).toContain("Line 59");
    const buttons = Array.from({ length: 60 }, (_, at) => ({ label: `B${at}`, does: `a.b?at=${at}` }));
    expect(faults(card("Hello", buttons))).toEqual([]);
    expect(texts(card("Hello", buttons)).join()).toContain("The rest is left out");
  });

  test("30 choices in a menu: 25, with a line", () => {
    const choices = Array.from({ length: 30 }, (_, at) => ({ label: `Idea ${at}`, value: String(at) }));
    const view: View = {
      body: [{ kind: "menu", prompt: "Pick", choose: { min: 1, max: 30 }, choices, does: "a.b" }],
    };
    expect(faults(view)).toEqual([]);
    expect(texts(view).join()).toContain("The rest is left out");
  });

  test("whatever is drawn, Discord takes it", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.constantFrom("**", "\\", "```", "@everyone", "\u202E", "# ", "👩‍👩‍👧‍👧".repeat(90)),
    );
    const long = fc.array(words, { maxLength: 12 }).map((each) => each.join("\n"));
    const part: fc.Arbitrary<Part> = fc.oneof(
      fc.record({ kind: fc.constantFrom("text" as const, "small" as const), text: long }),
      fc.record({
        kind: fc.constant("facts" as const),
        facts: fc.array(fc.record({ label: words, value: words }), { maxLength: 30 }),
      }),
      fc.record({
        kind: fc.constant("table" as const),
        columns: fc.array(words, { maxLength: 4 }),
        rows: fc.array(fc.array(words, { maxLength: 5 }), { maxLength: 20 }),
      }),
      fc.record({
        kind: fc.constant("bars" as const),
        bars: fc.array(fc.record({ label: words, share: fc.double() }), { maxLength: 30 }),
      }),
      fc.record({
        kind: fc.constant("buttons" as const),
        buttons: fc.array(fc.record({ label: words, does: fc.constantFrom("a.b", "a.c") }), {
          maxLength: 12,
        }),
      }),
      fc.record({
        kind: fc.constant("menu" as const),
        prompt: words,
        choose: fc.constantFrom({ min: 0, max: 1 }, { min: 1, max: 3 }, { min: 2, max: 30 }),
        choices: fc.uniqueArray(
          fc.record({
            label: words,
            value: fc.integer({ min: 0, max: 99 }).map(String),
            chosen: fc.boolean(),
            hint: words,
          }),
          { maxLength: 30, selector: (choice) => choice.value },
        ),
        does: fc.constantFrom("a.b", "a.d"),
      }),
      fc.constant<Part>({ kind: "picture", png, alt: "A picture" }),
      fc.constant<Part>({ kind: "line" }),
    );
    fc.assert(
      fc.property(fc.record({ title: words, body: fc.array(part, { maxLength: 12 }) }), (view) => {
        expect(faults(view)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("every kind of field", () => {
  const choices = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ label: `Choice ${at}`, value: `c${at}` }));
  const id = "1573919223774707713";
  const fields: Field[] = [
    { kind: "note", text: `Only ${strong("you")} see this.` },
    {
      kind: "short",
      name: "idea",
      label: "Your idea",
      max: 80,
      value: "v".repeat(500),
      hint: "h".repeat(300),
      example: "e".repeat(300),
    },
    { kind: "long", name: "words", label: "l".repeat(99), max: 3000, optional: true },
    { kind: "choice", name: "one", label: "One", choices: choices(1) },
    {
      kind: "choice",
      name: "few",
      label: "Few",
      choices: choices(10).map((each) => ({ ...each, chosen: true, hint: "Why" })),
    },
    { kind: "choice", name: "many", label: "Many", choices: choices(40), optional: true },
    { kind: "choice", name: "none", label: "None", choices: [] },
    { kind: "several", name: "days", label: "Days", choices: choices(7), choose: { min: 1, max: 3 } },
    {
      kind: "several",
      name: "one",
      label: "Days",
      choices: choices(1),
      choose: { min: 0, max: 3 },
      optional: true,
    },
    { kind: "several", name: "lots", label: "Lots", choices: choices(25), choose: { min: 0, max: 99 } },
    { kind: "scale", name: "you", label: "You", from: 1, to: 9, unsure: "I don't know yet", value: "5" },
    { kind: "people", name: "staff", label: "Staff", most: 99, value: [id] },
    { kind: "people", name: "staff", label: "Staff", most: 3, optional: true },
    { kind: "role", name: "role", label: "Role", most: 1, value: [id] },
    { kind: "channel", name: "channel", label: "Channel", value: id, optional: true },
  ];

  test.each(fields.map((field) => [field.kind, field] as const))(
    "%s is drawn as Discord takes it",
    (_, field) => {
      expect(formFaults([field])).toEqual([]);
    },
  );

  test("at most five parts, and a title that fits", () => {
    expect(
      formFaults(
        fields.slice(0, 8).map((field, at) => ("name" in field ? { ...field, name: `f${at}` } : field)),
        "t".repeat(99),
      ),
    ).toEqual([]);
  });

  test("a few choices are all in sight; many are a menu", () => {
    const kindOf = (field: Field) =>
      (modalOf({ title: "F", does: "a.b", fields: [field] }).components[0] as Component).component?.type;
    expect(kindOf({ kind: "choice", name: "a", label: "A", choices: choices(10) })).toBe(21);
    expect(kindOf({ kind: "choice", name: "a", label: "A", choices: choices(11) })).toBe(3);
    expect(
      kindOf({ kind: "several", name: "a", label: "A", choices: choices(10), choose: { min: 0, max: 3 } }),
    ).toBe(22);
  });
});
