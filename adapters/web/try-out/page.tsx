/** The one page: who you are and the demo time on top; below, the group chat, what only you see, and the staff channel. */
import { channelIds } from "./cast.ts";
import { ChannelSide } from "./channel-side.tsx";
import { ClockCard } from "./clock-card.tsx";
import { hrefTo, type Side, sides } from "./here.ts";
import { PeopleSwitch } from "./people-switch.tsx";
import type { Scene } from "./scene.ts";
import { say } from "./words.ts";
import { YouSide } from "./you-side.tsx";

export const Page = ({ scene }: { scene: Scene }) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <title>{say.pageTitle({ name: scene.here.person.name })}</title>
      <link rel="icon" href="/sayso.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/try-out.css" />
      <script type="module" src="/try-out.js" />
    </head>
    <body
      data-side={scene.here.side}
      data-new={say.newIn({ where: "%" })}
      data-up-to={say.upTo({ max: 0 }).replace("0", "%")}
      data-away={say.away()}
    >
      <a class="skip" href="#chat">
        {say.skip()}
      </a>
      <header id="top">
        <div class="brand">
          <h1>
            <img src="/sayso.svg" alt="" width="36" height="36" />
            {say.name()} <span>{say.tryOut()}</span>
          </h1>
          <p>{say.promise()}</p>
        </div>
        <PeopleSwitch scene={scene} />
        <ClockCard scene={scene} />
      </header>
      <main id="sides">
        <ChannelSide
          scene={scene}
          side="chat"
          channel={channelIds.board}
          title={say.groupChat()}
          empty={say.chatEmpty()}
        />
        <YouSide scene={scene} />
        <ChannelSide
          scene={scene}
          side="staff"
          channel={channelIds.staff}
          title={say.staffChannel()}
          empty={say.staffEmpty()}
        />
      </main>
      <Tabs scene={scene} />
      <p id="news" class="news" role="status" aria-live="polite" />
    </body>
  </html>
);

/** On a phone one side is in sight; these links change it. */
const Tabs = ({ scene }: { scene: Scene }) => {
  const { here, room } = scene;
  const desk = room.desk(here.person.id);
  const waiting = desk.cards.length + (desk.form ? 1 : 0);
  const names: Record<Side, string> = {
    chat: say.groupChat(),
    you: say.onlyYou(),
    staff: say.staffChannel(),
  };
  return (
    <nav id="tabs" class="tabs" aria-label={say.parts()}>
      <ul>
        {sides.map((side) => (
          <li>
            <a
              href={hrefTo({ ...here, side })}
              id={`tab-${side}`}
              data-side={side}
              aria-current={side === here.side ? "true" : undefined}
            >
              {names[side]}
              {side === "you" && waiting > 0 ? (
                <span class="count">
                  <span aria-hidden="true">{waiting}</span>
                  <span class="unseen">{`, ${say.waiting({ count: waiting })}`}</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
