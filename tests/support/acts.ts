/** What people in stories do again and again, as one sentence each. */
import { expect } from "vitest";
import { answersPrivately } from "./doors.ts";
import type { Story } from "./story.ts";
import type { Shown, Someone } from "./world.ts";

export const question = "What would you like to do over the next four weeks?";

/** Adds an idea by the button and its form. */
export async function adds(story: Story, person: Someone, text: string, more: Record<string, string> = {}) {
  await person.presses("Add my idea", story.finds(question));
  await person.fills({ text, ...more });
}

/** Opens the private card and chooses these ideas, by their words. */
export async function picks(story: Story, person: Someone, ideas: string[], asked = question) {
  await person.presses("Choose", story.finds(asked));
  await chooses(person, ideas);
}

/** Chooses from the menu in front by the ideas' words alone, without their numbers. */
export async function chooses(person: Someone, ideas: string[], prompt = "Choose") {
  const menu = person.sees()?.menus.find((one) => one.prompt === prompt);
  const labels = ideas.map((idea) => menu?.choices.find((choice) => choice.includes(idea)) ?? idea);
  await person.chooses(labels, prompt);
}

/** Writes a reply to the weekly post, and opens what came of it. Gives the id of the message. */
export async function writes(story: Story, person: Someone, text: string): Promise<string> {
  const message = await person.replies(story.finds(question), text);
  await story.settles();
  if (!answersPrivately(story.world)) await person.presses("Only for you: open", thanksFor(story, message));
  return message;
}

/** The public card under somebody's message. */
export function thanksFor(story: Story, message: string): Shown {
  const { world } = story;
  const card = world.posts(world.boardChannel).find((post) => post.replyTo === message);
  if (!card) throw new Error("No card answers this message.");
  return card;
}

/** All that a person has in front of them, in words. */
export const reads = (person: Someone): string => person.sees()?.text ?? "";

/** Ends a story: nothing that the bot sent broke a platform's rules, and nothing failed inside. */
export async function endsWell(story: Story): Promise<void> {
  const broken = story.world.violations();
  await story.ends();
  expect(broken).toEqual([]);
  expect(story.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
}
