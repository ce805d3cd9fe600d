/** What only one person sees: an open form, private cards, and private messages. */
import { plain } from "../../../src/bot/index.ts";
import { FormCard } from "./fields.tsx";
import { LookSwitch, OtherLook } from "./look.tsx";
import { Body } from "./parts.tsx";
import { PostCard, pressingOn } from "./post-card.tsx";
import { Hidden } from "./pressing.tsx";
import type { Card } from "./room.ts";
import type { Scene } from "./scene.ts";
import { say } from "./words.ts";

export const YouSide = ({ scene }: { scene: Scene }) => {
  const { room, here } = scene;
  const { name, id } = here.person;
  const desk = room.desk(id);
  const cards = [...desk.cards].sort((one, other) => other.turn - one.turn);
  return (
    <section class="side" id="you" data-title={say.onlyYou()} aria-labelledby="you-title" tabindex={-1}>
      <div class="side-top">
        <h2 id="you-title">{say.onlyYou()}</h2>
        <p class="hint">{say.onlyFor({ name })}</p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div class="scroll" id="you-cards" tabindex={0} role="group" aria-labelledby="you-title">
        {desk.form ? <FormCard open={desk.form} room={room} as={id} /> : null}
        <div class="cards" id={`cards-${id}`}>
          {cards.map((card) => (
            <PrivateCard scene={scene} card={card} />
          ))}
        </div>
        {cards.length === 0 && !desk.form ? <p class="empty">{say.youEmpty()}</p> : null}
        <section class="messages" aria-labelledby="messages-title">
          <h3 id="messages-title">{say.messages()}</h3>
          {desk.messages.length === 0 ? <p class="empty">{say.messagesEmpty({ name })}</p> : null}
          <ol class="posts" id={`messages-${id}`}>
            {[...desk.messages].reverse().map((post) => (
              <li id={`item-${post.id}`}>
                <PostCard scene={scene} post={post} side="you" message />
              </li>
            ))}
          </ol>
          {desk.shut ? <p class="note">{say.messagesShut({ name })}</p> : null}
          <form method="post" action="/messages" id="take-messages">
            <Hidden values={{ as: id, open: desk.shut ? "yes" : "no" }} />
            <button type="submit" class="button plain">
              {desk.shut ? say.openMessages() : say.shutMessages()}
            </button>
          </form>
        </section>
      </div>
    </section>
  );
};

const PrivateCard = ({ scene, card }: { scene: Scene; card: Card }) => {
  const { here, times } = scene;
  const look = here.look?.post === card.id ? here.look : undefined;
  return (
    <article
      class="card"
      id={`card-${card.id}`}
      tabindex={-1}
      data-turn={card.turn}
      aria-labelledby={`card-by-${card.id}`}
    >
      <p class="by" id={`card-by-${card.id}`}>
        <strong>{say.name()}</strong>
        <span class="badge">{say.onlyForYou()}</span>
        <time datetime={card.at}>{times.short(new Date(card.at))}</time>
      </p>
      {card.notice ? (
        <p class="notice" role="alert">
          {card.notice}
        </p>
      ) : null}
      {look ? (
        <OtherLook scene={scene} view={card.view} where={look.where} />
      ) : (
        <>
          {card.view.title ? <h3>{plain(card.view.title)}</h3> : null}
          <Body view={card.view} pressing={pressingOn(scene, card.id)} />
        </>
      )}
      <div class="tools">
        <form method="post" action="/put-away" id={`put-away-${card.id}`}>
          <Hidden values={{ as: here.person.id, on: card.id }} />
          <button type="submit" class="link">
            {say.putAway()}
          </button>
        </form>
        <LookSwitch scene={scene} id={card.id} side="you" />
      </div>
    </article>
  );
};
