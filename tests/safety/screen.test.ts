import { describe, expect, it } from "vitest";
import { phrases, signals } from "../../src/safety/phrases.ts";
import { screen } from "../../src/safety/screen.ts";

/** SG-16 and SG-17 of the requirements, and what follows from them. */
const mustCatch = [
  "I'm being forced to have sex and I'm only 12 years old",
  "I make myself sick to lose weight",
  "I want to die",
  "I cut myself",
  "my dad hits me",
  "he said not to tell anyone",
  "I don't feel safe at home",
  "someone wants pictures of me",
  "im gonna kms",
  // how it is typed
  "i wanna die",
  "I WANT TO DIE!!!",
  "i want to dieeeee",
  "i w a n t t o d i e",
  "i want to d i e",
  "i want to d1e",
  "i w4nt to d!e",
  "i just wanna d.i.e",
  "iwanttodie",
  "want 2 die",
  "k m s",
  "i k.m.s tonight",
  "𝓘 𝔀𝓪𝓷𝓽 𝓽𝓸 𝓭𝓲𝓮",
  "i want to\u200b d\u200bie",
  "I  want\nto   die",
  "i‘m going to kill myself",
  "kill my self",
  "gonna k1ll myself",
  "killll myself",
  "i tried to unalive myself",
  "want to kill myself",
  "i wish i was dead",
  "I don't want to be alive",
  "I feel suicidal",
  "everyone would be better off without me",
  "i want to end it all",
  "i took all my pills",
  // harm to oneself
  "cutting myself again",
  "i keep cutting my wrists",
  "I've been self harming",
  "i burn myself",
  "i make myself throw up",
  "i stopped eating to be skinny",
  // harm by others
  "my mum hits me",
  "My mom hit me with a belt",
  "mummy slaps me",
  "stepdad hit me",
  "my uncle hurts me",
  "my step dad beats us",
  "my boyfriend choked me",
  "my brother keeps hitting me",
  "he hits me",
  "I get hit at home",
  "i am being blackmailed",
  "my foster carer locked me in my room",
  "she makes me carry drugs",
  "my uncle touched me",
  "he touches me when mum is out",
  "i was raped",
  "a man online keeps asking for pics",
  "this guy wants me to send nudes",
  "he leaked my nudes",
  "my cousin made me touch him",
  "im scared to go home",
  "I'm scared of my dad",
  "my stepdad said its our secret",
  "she told me never to tell anyone",
  "he'll hurt me if I tell",
  "i ran away from home",
  // no words, and other languages
  "🔪🩸",
  "💊 💀",
  "dw i eisiau marw",
  "Dwi isio marw",
  "dw i ddim yn teimlo'n ddiogel",
  "chcę umrzeć",
  "vreau să mor",
  "quiero morir",
];

const mustNot = [
  "this homework is killing me",
  "dead tired",
  "kill it at the gig",
  "cut the cake",
  "Self-harm project meeting is Tuesday",
  "Film night with captions",
  "Meet the new waiting-list manager",
  "Paint the waiting room",
  "Pizza and planning",
  "can we go ice skating",
  "I'm like dead tired today",
  "I want to diet",
  "I want to dye my hair",
  "to die for brownies",
  "we're gonna die in this heat lol",
  "I'm dying to go to Alton Towers",
  "my dad hits the gym on Fridays",
  "my dad can hit me up about the van",
  "my sister beat me at Mario Kart",
  "I cut myself a slice of cake",
  "cut myself some slack week",
  "5 kms fun run",
  "run 10 kms for charity",
  "suicide prevention talk",
  "I've been thinking about suicide prevention week",
  "A talk about knife crime",
  "more about mental health in schools",
  "safe routes home from the centre",
  "People do not feel safe at the bus stop, ask for lights",
  "take pictures of the board for the poster",
  "they want pictures for the website",
  "someone wants pictures of the mural",
  "a video about our rights",
  "The speech really touched everyone",
  "my mum is going to kill me if I am late",
  "stop cutting our budget",
  "we have been cutting out paper stars",
  "a secret Santa",
  "murder mystery night",
  "Killer Queen karaoke",
  "shoot some hoops",
  "shoot a film about the town",
  "die hard film night",
  "dice games",
  "escape room",
  "hit the beach",
  "punch and biscuits",
  "beat the bullies campaign",
  "anti-abuse poster",
  "learn self defence",
  "sexual health workshop",
  "healthy eating cooking class",
  "sick of the same snacks",
  "homeless shelter run",
  "run away circus visit",
  "make a time capsule",
  "no point in meeting on bank holidays",
  "end the meeting at 8",
  "burn off energy at the trampoline park",
  "🎃🔪🩸 Halloween party",
  "😭😭😭",
  "💀",
  "Mae'n oer heddiw",
  "Noson ffilm",
  "12",
  "",
  "   ",
];

describe("what must be caught", () => {
  it.each(mustCatch)("%s", (text) => {
    expect(screen(text).concern).toBeDefined();
  });

  it("is caught inside a longer text too", () => {
    const missed = mustCatch.filter(
      (text) =>
        /\p{L}{3}/u.test(text) && !screen(`Pizza night. ${text}, thanks`).concern && !/pics$/.test(text),
    );
    expect(missed).toEqual([]);
  });

  it("holds every phrase of the list as it is written there, so that none is dead", () => {
    const dead = Object.values(phrases)
      .flat()
      .filter((phrase) => !screen(firstReading(phrase)).concern);
    expect(dead).toEqual([]);
    expect(signals.filter((together) => !screen(together.join(" ")).concern)).toEqual([]);
  });
});

describe("what must not trip", () => {
  it.each(mustNot)("%s", (text) => {
    expect(screen(text).concern).toBeUndefined();
  });
});

describe("a screened text", () => {
  it("says what kind of thing was found, and what contact it holds", () => {
    expect(screen("my dad hits me").concern).toEqual({ kind: "hurt by someone" });
    expect(screen("I cut myself").concern).toEqual({ kind: "hurts themself" });
    expect(screen("he said not to tell anyone").concern).toEqual({ kind: "told to keep quiet" });
    expect(screen("ring 07911 123456")).toMatchObject({
      holdsContact: true,
      contact: "phone",
      concern: undefined,
    });
    expect(screen("Film  night\u202E ")).toMatchObject({ clean: "Film night", holdsContact: false });
  });

  it("stays whole where it is an id, a date or a choice", () => {
    const plain = [
      "C0123ABCD",
      "123456789012345678",
      "2026-12-21/2027-01-03",
      "Europe/London",
      "V1StGXR8_Z5j",
    ];
    expect(plain.map((text) => screen(text).clean)).toEqual(plain);
  });

  it("is looked at quickly, however it is made", () => {
    const nasty = [
      "😀".repeat(4000),
      "i ".repeat(6000),
      "my dad ".repeat(2000),
      "a".repeat(12_000),
      "want to ".repeat(1500),
      "he told me ".repeat(1200),
      `${"0 ".repeat(6000)}x`,
      "a.".repeat(6000),
      "@".repeat(12_000),
      "1 Mill ".repeat(1700),
      "<@".repeat(6000),
    ];
    const started = process.hrtime.bigint();
    for (const text of nasty) screen(text);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    // Not a promise of speed: a pattern that explodes would take minutes.
    expect(seconds).toBeLessThan(30);
  });
});

/** One way to say a phrase: the first of each choice, without what may be missing. */
function firstReading(phrase: string): string {
  let text = phrase;
  const groupsOf: Record<string, string> = {
    family: "uncle",
    adult: "teacher",
    someone: "he",
    often: "",
    hit: "hits",
    meOrUs: "me",
    notInPlay: "",
    weapon: "belt",
    asks: "wants",
    pictures: "pictures",
    nudes: "nudes",
  };
  text = text.replace(/\{(\w+)\}/g, (_, name: string) => groupsOf[name] ?? "");
  text = text
    .replace(/\(\?![^)]*\)/g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/\*/g, "two");
  while (/\([^()]*\)/.test(text)) text = text.replace(/\(([^()|]*)[^()]*\)/g, "$1");
  return text.replace(/\$/g, "").replace(/\s+/g, " ").trim();
}
