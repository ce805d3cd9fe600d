import { describe, expect, it } from "vitest";
import { findsContact, withoutContacts } from "../../src/safety/contacts.ts";
import { namesOf } from "../../src/safety/names.ts";

const held: [string, string][] = [
  ["phone", "ring me on 07911 123456"],
  ["phone", "0791 1123 456 is my number"],
  ["phone", "07911123456"],
  ["phone", "07911.123.456"],
  ["phone", "0 7 9 1 1 1 2 3 4 5 6"],
  ["phone", "+44 7911 123456"],
  ["phone", "+44 (0)7911 123456"],
  ["phone", "0044 7911 123456"],
  ["phone", "(020) 7946 0958"],
  ["phone", "01223-555-123 ask for Jo"],
  ["phone", "+48 601 234 567"],
  ["phone", "call 555-123-4567"],
  ["email", "write to amina.k@example.co.uk"],
  ["email", "amina @ gmail.com"],
  ["email", "amina at gmail dot com"],
  ["email", "<mailto:a@b.org|a@b.org>"],
  ["link", "https://example.com/x?y=1"],
  ["link", "see www.example.com"],
  ["link", "discord.gg/abc123"],
  ["link", "join discord.com/invite/abc"],
  ["link", "example.co.uk"],
  ["link", "youtu.be/dQw4"],
  ["link", "t.me/group"],
  ["link", "<https://example.com|click>"],
  ["link", "[free nitro](http://bad.example)"],
  ["link", "steam://run/1"],
  ["link", "mysite dot com"],
  ["link", "192.168.0.1/login"],
  ["mention", "hi <@123456789012345678>"],
  ["mention", "<@!123>"],
  ["mention", "<@&123>"],
  ["mention", "<@U012AB3CD>"],
  ["mention", "<#C012AB3CD|general>"],
  ["mention", "<!channel>"],
  ["mention", "<!subteam^S012|@team>"],
  ["mention", "@everyone pizza"],
  ["mention", "@here"],
  ["mention", "＠everyone"],
  ["mention", "follow @amina_k"],
  ["mention", "<:smile:123>"],
  ["mention", "<t:1700000000:R>"],
  ["address", "meet at CB2 1TN"],
  ["address", "SW1A 1AA"],
  ["address", "cb21tn"],
  ["address", "12 Mill Road"],
  ["address", "at 5b high street"],
  ["address", "221B Baker Street"],
  ["address", "7 Orchard Close"],
];

const free = [
  "open 24/7",
  "at 5pm",
  "2026",
  "Room 12",
  "Room B1 2pm",
  "e.g. a quiz",
  "i.e. pizza",
  "Year 10",
  "Film night",
  "a trip on 12/07/2026",
  "2026-12-21/2027-01-03",
  "2,000 stickers for £150.50",
  "10 minutes drive away",
  "2 people close the door",
  "3 ways to help",
  "20 nights on the road",
  "a 5 minute walk",
  "5-a-side, 6.30 start",
  "8.30am-4.30pm",
  "Mr.Smith",
  "pizza...and films",
  "end of term.So we meet",
  "me @ 5",
  "meet @ 5pm",
  "1000000 steps",
  "Team GB 4x100",
  "KS3 and KS4",
  "ages 11-18",
  "A1 posters",
  "C++ or Python 3.11",
  "5 < 6 > 4",
  "<3 skating",
  "we're at it again",
  "No.1 fan",
  "under 18s, over 11s",
  "GCSE 9-1",
  "call 999 or 111",
];

describe("contact details", () => {
  it.each(held)("finds the %s in: %s", (kind, text) => {
    expect(findsContact(text)).toBe(kind);
  });

  it.each(free)("finds none in: %s", (text) => {
    expect(findsContact(text)).toBeUndefined();
  });

  it("are never repeated", () => {
    expect(withoutContacts("Ring 07911 123456 or mail me@x.org at 12 Mill Road, CB2 1TN @everyone")).toBe(
      "Ring … or mail … at …, … …",
    );
    expect(held.map(([, text]) => withoutContacts(text)).filter((text) => findsContact(text))).toEqual([]);
    expect(free.map(withoutContacts)).toEqual(free);
  });
});

describe("an idea that names somebody", () => {
  const people = [
    "Amina Khan",
    "Will B",
    "José",
    "The Cool Cat",
    "Jo",
    "xX_Zed_Xx",
    "Zoë",
    "Grace",
    "Sam-Lee Park",
  ];

  it.each([
    "Amina should run it",
    "AMINA'S party",
    "a party for jose",
    "Zoe can lead",
    "amina khan",
    "ask Will about the gym",
    "make Grace the chair",
    "the cool cat leads",
    "with sam",
  ])("is noticed: %s", (text) => {
    expect(namesOf(text, people)).toBe(true);
  });

  it.each([
    "we will paint",
    "Will there be pizza",
    "Ice rink. Will it be open",
    "the film",
    "cool down room",
    "a job fair",
    "say grace",
    "Grace before meals",
    "a same-day trip",
    "examination stress",
    "trip to the park",
  ])("is not seen in: %s", (text) => {
    expect(namesOf(text, people)).toBe(false);
  });

  it("needs names to look for", () => {
    expect(namesOf("Amina should run it", [])).toBe(false);
    expect(namesOf("anything", ["", "😀", "12"])).toBe(false);
  });
});
