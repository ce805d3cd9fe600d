/** One channel: what stands in it, the oldest first, and the message line. */

import type { Side } from "./here.ts";
import { MessageLine } from "./message-line.tsx";
import { PostCard } from "./post-card.tsx";
import type { Scene } from "./scene.ts";
import { say } from "./words.ts";

type Shown = { scene: Scene; side: Side; channel: string; title: string; empty: string };

export const ChannelSide = ({ scene, side, channel: id, title, empty }: Shown) => {
  const { room, here } = scene;
  const channel = room.state.channels.find((one) => one.id === id);
  const posts = room.state.posts.filter((post) => post.channel === id);
  const seated = !channel?.staff || here.person.staff === true;
  return (
    <section class="side" id={side} data-title={title} aria-labelledby={`${side}-title`} tabindex={-1}>
      <div class="side-top">
        <h2 id={`${side}-title`}>{title}</h2>
        {channel ? <p class="hint">{`#${channel.name}`}</p> : null}
      </div>
      {seated ? null : <p class="note">{say.notYours({ name: here.person.name })}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div class="scroll" id={`${side}-posts`} tabindex={0} role="group" aria-labelledby={`${side}-title`}>
        {posts.length === 0 ? <p class="empty">{empty}</p> : null}
        <ol class="posts" id={`${side}-list`}>
          {posts.map((post) => (
            <li id={`item-${post.id}`}>
              <PostCard scene={scene} post={post} still={!seated} side={side} />
            </li>
          ))}
        </ol>
      </div>
      {seated && channel ? <MessageLine scene={scene} channel={channel} side={side} /> : null}
    </section>
  );
};
