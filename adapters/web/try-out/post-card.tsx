/** One post in a channel, or one private message: who, when, what, and what can be done with it. */
import { plain } from "../../../src/bot/index.ts";
import { hrefTo, type Side } from "./here.ts";
import { LookSwitch, OtherLook } from "./look.tsx";
import { Body, Words } from "./parts.tsx";
import { Face } from "./people-switch.tsx";
import { Hidden, type Pressing } from "./pressing.tsx";
import type { Post } from "./room.ts";
import { nameOf, type Scene } from "./scene.ts";
import { say } from "./words.ts";

type Shown = { scene: Scene; post: Post; side: Side; still?: boolean; message?: boolean };

export const PostCard = ({ scene, post, side, still, message }: Shown) => {
  const { room, here, times } = scene;
  const name = nameOf(post.by, room);
  const at = new Date(post.at);
  const time = times.short(at);
  const look = here.look?.post === post.id ? here.look : undefined;
  return (
    <article
      class={post.view ? "post ours" : "post"}
      id={`post-${post.id}`}
      tabindex={-1}
      aria-labelledby={`by-${post.id}`}
    >
      <Face person={room.people.find((person) => person.id === post.by)} all={room.people} />
      <div class="said">
        <p class="by" id={`by-${post.id}`}>
          <strong>{name}</strong>
          {post.by === "sayso" ? <span class="badge">{say.bot()}</span> : null}
          <time datetime={at.toISOString()}>{time}</time>
        </p>
        {post.replyTo ? <p class="to">{replied(post.replyTo, scene)}</p> : null}
        {look && post.view ? (
          <OtherLook scene={scene} view={post.view} where={look.where} />
        ) : post.view ? (
          <div class="bubble">
            {post.view.title ? <h3>{plain(post.view.title)}</h3> : null}
            <Body view={post.view} pressing={pressingOn(scene, post.id, still)} />
          </div>
        ) : (
          <p class="bubble">
            <Words text={post.text ?? ""} />
          </p>
        )}
        <div class="tools">
          {message || still ? null : (
            <a
              href={hrefTo({ person: here.person, side, reply: post.id }, `line-${side}`)}
              id={`reply-${post.id}`}
              aria-label={say.replyNamed({ name, time })}
            >
              {say.reply()}
            </a>
          )}
          {!message && (post.by === here.person.id || here.person.manages) ? (
            <Delete scene={scene} post={post} name={name} time={time} side={side} />
          ) : null}
          {post.view ? <LookSwitch scene={scene} id={post.id} side={side} /> : null}
        </div>
      </div>
    </article>
  );
};

const replied = (to: string, scene: Scene): string => {
  const post = scene.room.find(to);
  return post ? say.replyTo({ name: nameOf(post.by, scene.room) }) : say.replyToGone();
};

export const pressingOn = (scene: Scene, on: string, still?: boolean): Pressing => ({
  as: scene.here.person.id,
  on,
  keyFor: (control) => scene.room.keyFor(scene.here.person.id, `${on} ${control}`),
  ...(still ? { still } : {}),
});

const Delete = ({
  scene,
  post,
  name,
  time,
  side,
}: {
  scene: Scene;
  post: Post;
  name: string;
  time: string;
  side: Side;
}) => (
  <details class="sure" id={`delete-${post.id}`}>
    <summary aria-label={say.deleteNamed({ name, time })}>{say.delete()}</summary>
    <form method="post" action="/erase" id={`erase-${post.id}`}>
      <Hidden values={{ as: scene.here.person.id, show: side, on: post.id }} />
      <button type="submit" class="button danger">
        {say.deleteSure()}
      </button>
    </form>
  </details>
);
