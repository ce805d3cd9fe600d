/** Where you write: a message, a reply, or a command behind a slash; and the list of all commands. */
import type { Channel } from "./cast.ts";
import { hrefTo, type Side } from "./here.ts";
import { Hidden } from "./pressing.tsx";
import { nameOf, type Scene } from "./scene.ts";
import { say } from "./words.ts";

export const MessageLine = ({ scene, channel, side }: { scene: Scene; channel: Channel; side: Side }) => {
  const { room, here } = scene;
  const to = room.state.posts.find((post) => post.id === here.reply && post.channel === channel.id);
  const id = `line-${side}`;
  const mine = here.side === side;
  return (
    <div class="composer">
      {to ? (
        <p class="replying" id={`replying-${side}`}>
          {say.writingTo({ name: nameOf(to.by, room) })}{" "}
          <a href={hrefTo({ person: here.person, side }, id)} id={`stop-reply-${side}`}>
            {say.stopReply()}
          </a>
        </p>
      ) : null}
      <Commands scene={scene} side={side} channel={channel} line={id} />
      <form method="post" action="/write" id={`write-${side}`} class="write">
        <Hidden
          values={{
            as: here.person.id,
            channel: channel.id,
            key: room.keyFor(here.person.id, `line ${channel.id}`),
            replyTo: to?.id,
          }}
        />
        <label class="unseen" for={id}>
          {say.lineLabel({ name: here.person.name, channel: `#${channel.name}` })}
        </label>
        <input
          type="text"
          id={id}
          name="text"
          autocomplete="off"
          placeholder={say.lineHint()}
          value={mine ? (here.line ?? "") : ""}
          data-commands={`commands-${side}`}
          aria-describedby={to ? `replying-${side}` : undefined}
        />
        <button type="submit" class="button main">
          {say.send()}
        </button>
      </form>
    </div>
  );
};

const Commands = ({
  scene,
  side,
  channel,
  line,
}: {
  scene: Scene;
  side: Side;
  channel: Channel;
  line: string;
}) => {
  const { here, commands, room } = scene;
  const shown = commands.filter((command) => !command.forManagers || here.person.manages);
  return (
    <details class="commands" id={`commands-${side}`}>
      <summary class="button plain">
        /<span class="unseen">{` ${say.commands()}`}</span>
      </summary>
      <div class="command-list">
        <p class="hint">{say.commandsAbout()}</p>
        <ul>
          {shown.map((command) => {
            const typed = `/${command.words.join(" ")}`;
            const inside = (
              <>
                <strong>{typed}</strong>
                <span>{command.about}</span>
                {command.option ? (
                  <span class="hint">{say.takesWords({ about: command.option.about })}</span>
                ) : null}
              </>
            );
            const id = `command-${side}-${command.words.join("-")}`;
            return (
              <li>
                {command.option?.required ? (
                  <a
                    class="command"
                    id={id}
                    href={hrefTo({ person: here.person, side, line: `${typed} ` }, line)}
                    data-fill={`${typed} `}
                    data-line={line}
                  >
                    {inside}
                  </a>
                ) : (
                  <form method="post" action="/write" id={`${id}-form`}>
                    <Hidden
                      values={{
                        as: here.person.id,
                        channel: channel.id,
                        key: room.keyFor(here.person.id, typed),
                        text: typed,
                      }}
                    />
                    <button type="submit" class="command" id={id}>
                      {inside}
                    </button>
                  </form>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </details>
  );
};
