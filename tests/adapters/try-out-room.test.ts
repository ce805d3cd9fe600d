/** The try-out's room, without pages: what people can do there, and what the outbox may expect of this door. */
import { afterEach, describe, expect, it } from "vitest";
import { tryOutDoor } from "../../adapters/web/try-out/adapter.ts";
import { type DeliveryError, DoorError } from "../../src/bot/index.ts";
import { everyField, result, testBot, weekly } from "../support/web/bot.ts";
import { type WebWorld, webWorld } from "../support/web/world.ts";

const worlds: WebWorld[] = [];

async function opened() {
  const world = webWorld();
  worlds.push(world);
  const bot = testBot();
  const door = world.openDoor();
  await door.start(bot);
  const amina = await world.person("Amina");
  const post = (key = "poll:1") => door.post(world.boardChannel, weekly, { key, mayHaveArrived: false });
  return { world, bot, door, amina, post };
}

const trouble = (failing: Promise<unknown>) =>
  failing.then(
    () => "none",
    (error: unknown) => (error as DeliveryError).trouble,
  );

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

describe("What people do in the try-out", () => {
  it("Amina presses a button on a post and gets a private card of her own", async () => {
    const { world, amina, post } = await opened();
    await post();
    const ben = await world.person("Ben");
    await amina.presses("Choose");
    expect(amina.sees()?.menus[0]).toMatchObject({ prompt: "Your picks", chosen: [] });
    expect(ben.sees()).toBeUndefined();
  });

  it("a press on a private card replaces that card", async () => {
    const { door, amina, post } = await opened();
    await post();
    await amina.presses("Choose");
    const before = amina.sees();
    await amina.chooses(["Film night"], "Your picks");
    expect(amina.sees()).toMatchObject({
      id: before?.id,
      text: expect.stringContaining("Saved: Film night"),
    });
    expect(door.room.desk("amina").cards).toHaveLength(1);
  });

  it("three ticks where two are allowed are kept and said kindly, and the heart does not hear of them", async () => {
    const { amina, bot, post } = await opened();
    await post();
    await amina.presses("Choose");
    await amina.chooses(["Film night", "Ice skating", "Paint the waiting room"], "Your picks");
    expect(amina.sees()?.text).toContain("You can pick up to 2.");
    expect(amina.sees()?.menus[0]?.chosen).toHaveLength(3);
    expect(bot.came.map((one) => "does" in one && one.does)).toEqual(["test.choose"]);
  });

  it("a form that is not filled in stays open, with what is missing and all that was typed", async () => {
    const { bot, world } = await opened();
    const sam = await world.person("Sam", { staff: true });
    await sam.commands("setup", world.staffChannel);
    await sam.fills({ why: "It is warm inside" });
    expect(sam.seesForm()).toMatchObject({ title: everyField.title });
    expect(sam.seesForm()?.notes).toContain("Please fill this in.");
    expect(sam.seesForm()?.fields.find((field) => field.name === "why")?.value).toBe("It is warm inside");
    await sam.fills({ idea: "Film night", days: ["Monday"], score: "9" });
    expect(sam.seesForm()).toBeUndefined();
    expect(sam.sees()?.text).toBe("Added: Film night");
    expect(bot.came.at(-1)).toMatchObject({
      from: "form",
      fields: { idea: "Film night", named: "no", days: ["Monday"] },
    });
  });

  it("a command takes the words behind it, with or without /sayso", async () => {
    const { amina } = await opened();
    await amina.commands("idea Film night");
    expect(amina.sees()?.text).toBe("Added: Film night");
    await amina.commands("sayso poll now");
    expect(amina.sees()?.buttons).toEqual(["Yes, open it"]);
    await amina.commands("pizza");
    expect(amina.sees()?.text).toContain("I don't know that command.");
  });

  it("a reply to Sayso reaches the heart; chat among people does not", async () => {
    const { amina, bot, door, world, post } = await opened();
    await post();
    const [poll] = world.posts(world.boardChannel);
    const reply = await amina.replies(poll!, "can we go ice skating");
    expect(bot.came).toEqual([
      expect.objectContaining({ message: reply, to: poll?.id, text: "can we go ice skating" }),
    ]);
    const ben = door.room.people.find((person) => person.id === "ben")!;
    await door.inbox().write(ben, { key: "k", text: "nice one", channel: "board", replyTo: reply });
    expect(bot.came).toHaveLength(1);
  });

  it("deleting an own reply tells the heart; Ben cannot delete what Amina wrote", async () => {
    const { amina, bot, world, post } = await opened();
    await post();
    const ben = await world.person("Ben");
    const reply = await amina.replies(world.posts(world.boardChannel)[0]!, "Pizza");
    await expect(ben.deletes(reply)).rejects.toThrow("cannot delete");
    await amina.deletes(reply);
    expect(bot.removedOnes).toEqual([reply]);
  });

  it("a press that is sent once more carries the same key and opens no second card", async () => {
    const { amina, bot, door, post } = await opened();
    await post();
    await amina.presses("Get help");
    await amina.repeats();
    expect(bot.came.map((one) => one.key)).toEqual([bot.came[0]?.key, bot.came[0]?.key]);
    expect(door.room.desk("amina").cards).toHaveLength(1);
  });
});

describe("What the outbox may expect of the try-out", () => {
  it("the same letter stands in the channel once", async () => {
    const { world, post } = await opened();
    const [first, second] = [await post(), await post()];
    expect(second).toEqual(first);
    expect(world.posts(world.boardChannel)).toHaveLength(1);
  });

  it("a post is drawn anew and taken away; what is gone is said to be gone", async () => {
    const { door, world, post } = await opened();
    const at = await post();
    await door.redraw(at, result);
    expect(world.posts(world.boardChannel)[0]?.text).toContain("Ice skating 6");
    await door.remove(at);
    await door.remove(at);
    expect(await trouble(door.redraw(at, result))).toBe("gone");
    world.deleteChannel("board");
    expect(await trouble(post())).toBe("gone");
    expect(await door.checkPlace(world.boardChannel)).toMatchObject({ reachable: false });
  });

  it("whoever takes no private messages is left in peace", async () => {
    const { amina, door } = await opened();
    const tell = (key: string) => door.tell(amina.visitor, weekly, { key, mayHaveArrived: false });
    await tell("one");
    amina.takesMessages(false);
    expect(await trouble(tell("two"))).toBe("shut");
    expect(amina.inbox()).toHaveLength(1);
  });

  it("a seat in the staff channel marks staff, and nothing else does", async () => {
    const { door, amina, world } = await opened();
    const jo = await world.person("Jo", { staff: true });
    expect(await door.checkPerson(jo.visitor, "staff")).toMatchObject({
      here: true,
      name: "Jo",
      inStaffChannel: true,
    });
    expect(await door.checkPerson(jo.visitor, "board")).toMatchObject({ inStaffChannel: false });
    expect(await door.checkPerson(amina.visitor, "staff")).toMatchObject({ inStaffChannel: false });
    expect(await door.checkPerson({ ...amina.visitor, id: "nobody" })).toMatchObject({ here: false });
  });

  it("after a restart everything stands where it stood, pictures included", async () => {
    const { world, door, amina, post } = await opened();
    await door.redraw(await post(), result);
    await amina.presses("Get help").catch(() => {});
    await amina.commands("help");
    await door.stop();
    await world.openDoor().start(testBot());
    expect(world.posts(world.boardChannel)[0]?.raw).toEqual(result);
    expect(amina.sees()?.text).toBe("Here is who can help.");
  });

  it("it refuses to stand on an address that others could reach", async () => {
    const clock = { now: () => new Date(), push: () => Promise.reject(new Error("not pushed")) };
    const door = tryOutDoor({ host: "0.0.0.0", port: 0, clock, log: { info() {}, error() {} } });
    await expect(door.start(testBot())).rejects.toThrow(DoorError);
    await expect(door.start(testBot())).rejects.toThrow("127.0.0.1");
  });
});
