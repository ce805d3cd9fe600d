/** Sayso with a board and an open poll, told as a story: four ideas, and Amina has her private card in front of her. */
import { type Story, startStory } from "../support/story.ts";
import type { Someone, World } from "../support/world.ts";
import { onlyBallot } from "./side.ts";

const ideas = { Amina: ["Ice skating", "Film night"], Ben: ["Climbing wall", "Cook together"] };

const question = "What would you like to do";

export async function openPoll(world: World, url: string) {
  const story = await startStory({ world, database: url });
  const [amina, ben] = [await world.person("Amina"), await world.person("Ben")];
  for (const someone of [amina, ben]) {
    await tellsAge(someone, story);
    for (const text of ideas[someone.name as keyof typeof ideas]) {
      await someone.presses("Add my idea", story.finds(question));
      await someone.fills({ text });
    }
  }
  await story.settles();
  await amina.presses("Choose", story.finds(question));
  return {
    amina,
    story: { house: story.house, kept: () => onlyBallot(story.house.database.read), ends: story.ends },
  };
}

/** Slack is for people of 16 and over: asked at the first act. */
async function tellsAge(someone: Someone, story: Story): Promise<void> {
  if (story.world.platform !== "slack") return;
  await someone.presses("Choose", story.finds(question));
  await someone.presses("Yes, I am");
}
