/** Who you are: six links. Each tab of the browser can be somebody else. */
import type { CastPerson } from "./cast.ts";
import { hrefTo } from "./here.ts";
import type { Scene } from "./scene.ts";
import { say } from "./words.ts";

export const PeopleSwitch = ({ scene: { room, here } }: { scene: Scene }) => (
  <nav class="people" id="people" aria-label={say.youAre()}>
    <p aria-hidden="true">{say.youAre()}</p>
    <ul>
      {room.people.map((person) => (
        <li>
          <a
            href={hrefTo({ person, side: here.side })}
            id={`be-${person.id}`}
            aria-current={person.id === here.person.id ? "true" : undefined}
          >
            <Face person={person} all={room.people} />
            <span class="who">
              {person.name}
              {person.staff ? <span class="hint">{say.staff()}</span> : null}
            </span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The first letter in the person's colour; never the only sign of who it is. */
export const Face = ({ person, all }: { person: CastPerson | undefined; all: CastPerson[] }) => (
  <span class={`face face-${person ? all.indexOf(person) % 6 : "bot"}`} aria-hidden="true">
    {person ? person.name.slice(0, 1) : <img src="/sayso.svg" alt="" width="36" height="36" />}
  </span>
);
