import { afterEach, beforeEach, expect, test } from "vitest";
import type { Shown, Someone } from "../../support/world.ts";
import { type Household, household } from "./household.ts";

let here: Household;
let amina: Someone;
let ben: Someone;
let cerys: Someone;
let sam: Someone;

beforeEach(async () => {
  here = await household();
  amina = await here.member("Amina");
  ben = await here.member("Ben");
  cerys = await here.member("Cerys");
  sam = await here.member("Sam", true);
});
afterEach(() => here.close());

const card = (): Shown => here.staffPosts("Ice skating")[0] as Shown;
const drawn = () => here.waits({ hours: 1 });
const inboxOf = (someone: Someone) =>
  someone
    .inbox()
    .map((it) => it.text)
    .join("\n");

async function saysYes() {
  await sam.presses("We'll do it", card());
  await sam.fills({ who: "Sam", what: "Book the rink", by: "19 December" });
  await here.settle();
}

test("staff read “some” without names, and a name only after that person's yes", async () => {
  await here.closes({ text: "Ice skating", helps: [amina, ben], leads: [ben] });
  expect(card().text).toContain("Some of the young people would help. Some would lead it.");
  expect(card().text).not.toMatch(/Amina|Ben|\b2\b/);
  expect(inboxOf(amina)).toBe("");

  await saysYes();
  expect(inboxOf(amina)).toContain("They would see the name “Amina”.");
  expect(ben.inbox()).toHaveLength(1);
  expect(inboxOf(cerys)).toBe("");
  expect(card().text).not.toMatch(/Amina|Ben/);

  await ben.presses("Yes, give my name");
  expect(ben.sees()?.text).toContain("Staff can see your name now.");
  await amina.presses("No, thanks");
  await drawn();
  expect(card().text).toContain("They let you know their names: Ben.");
  expect(card().text).not.toContain("Amina");

  await ben.presses("Take my name back");
  await drawn();
  expect(card().text).not.toContain("Ben");
});

test("from three helpers on staff read “3 or more”, and no other number", async () => {
  const dev = await here.member("Dev");
  await here.closes({ text: "Ice skating", helps: [amina, ben, cerys, dev] });
  expect(card().text).toContain("3 or more of the young people would help.");
  expect(card().text).not.toContain("4");
});

test("“I'm in” is a pledge, asked about the name at once and in private", async () => {
  await here.closes({ text: "Ice skating" });
  await saysYes();
  const [told] = here.boardPosts("You said: Ice skating.");
  await cerys.presses("I'm in", told);
  expect(cerys.sees()?.text).toContain("Thanks, you are in: Ice skating.");
  expect(cerys.sees()?.buttons).toEqual(["Yes, give my name", "No, thanks", "Get help"]);
  await drawn();
  expect(card().text).toContain("Some of the young people would help.");
  expect(card().text).not.toContain("Cerys");
  await cerys.presses("Yes, give my name");
  await cerys.presses("I'm in", told);
  expect(cerys.sees()?.text).toContain("Staff can see your name now.");
  await cerys.presses("I can't help any more");
  await drawn();
  expect(card().text).not.toMatch(/Cerys|Some of/);
  expect(await here.db.pledge.count()).toBe(0);
});

test("staff cannot pledge, and nobody pledges for what is over", async () => {
  await here.closes({ text: "Ice skating", helps: [amina] });
  await saysYes();
  const [told] = here.boardPosts("You said: Ice skating.");
  await sam.presses("I'm in", told);
  expect(sam.sees()?.text).toContain("This one is for young people.");
  await sam.presses("It's done", card());
  await sam.fills({ words: "Twelve of you came" });
  await here.settle();
  expect(await here.db.pledge.count()).toBe(0);
  await ben.presses("I'm in", told);
  expect(ben.sees()?.text).toContain("is not going on right now");
  await amina.presses("Yes, give my name");
  await drawn();
  expect(card().text).not.toContain("Amina");
});

test("a pledger who left is neither counted nor asked nor named", async () => {
  await here.closes({ text: "Ice skating", helps: [amina] });
  const personId = await here.idOf(amina);
  await here.house.tools.keep((tx) =>
    tx.member.updateMany({ where: { personId }, data: { leftAt: here.now() } }),
  );
  await saysYes();
  expect(inboxOf(amina)).toBe("");
  expect(card().text).not.toContain("Some of");
});

test("a person can see what is known of them, and have it forgotten", async () => {
  await here.closes({ text: "Ice skating", helps: [amina, ben] });
  await saysYes();
  await amina.presses("Yes, give my name");
  await drawn();
  expect(card().text).toContain("Amina");
  const { outcome } = await import("../../../src/features/outcome/feature.ts");
  const identity = await here.db.identity.findFirstOrThrow({ where: { account: amina.visitor.id } });
  const person = {
    ...amina.visitor,
    platform: "web" as const,
    id: identity.personId,
    identity: identity.id,
    account: identity.account,
    overSixteen: null,
  };
  const said = async () => JSON.stringify(await outcome.about(person, here.house.tools));
  expect(await said()).toMatch(/Harbour board: you said you would help with .*Staff can see your name/);
  await outcome.forget(person, here.house.tools);
  expect(await said()).toBe("[]");
  await drawn();
  expect(card().text).not.toContain("Amina");
  const kept = await here.db.letter.findMany({ where: { key: { startsWith: "outcome:" } } });
  expect(JSON.stringify(kept)).not.toContain(identity.personId);
  expect(kept.some((letter) => letter.account === identity.account)).toBe(false);
  expect(await here.db.pledge.count()).toBe(1);
});
