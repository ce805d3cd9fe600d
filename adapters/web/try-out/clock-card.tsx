/** The demo time, the buttons that push it on, and the way to begin anew. */
import { Hidden } from "./pressing.tsx";
import type { Scene } from "./scene.ts";
import { say } from "./words.ts";

export const ClockCard = ({ scene }: { scene: Scene }) => {
  const { here, times, now, next } = scene;
  const push = (to: string, label: string) => (
    <form method="post" action="/clock" id={`push-${to}`}>
      <Hidden
        values={{
          as: here.person.id,
          show: here.side,
          to,
          key: scene.room.keyFor(here.person.id, `clock ${to}`),
        }}
      />
      <button type="submit" class="button plain">
        {label}
      </button>
    </form>
  );
  return (
    <section class="clock" id="clock" aria-labelledby="clock-title">
      <details id="clock-more" open>
        <summary>
          <h2 id="clock-title">{say.clock()}</h2>
          <time datetime={now.toISOString()}>{times.full(now)}</time>
        </summary>
        <div class="clock-body">
          <p class="hint">
            {next.known
              ? next.at
                ? say.nextAt({ at: times.full(next.at) })
                : say.noNext()
              : say.clockAbout()}
          </p>
          <div class="buttons">
            {push("hour", say.hour())}
            {push("day", say.day())}
            {push("next", say.next())}
            {scene.closes ? push("close", say.toTheClose()) : null}
            {scene.canRestart ? <StartAgain scene={scene} /> : null}
          </div>
        </div>
      </details>
      <p class="word" id="word" role="status">
        {scene.word ?? ""}
      </p>
    </section>
  );
};

/** Asks before it clears anything. */
const StartAgain = ({ scene }: { scene: Scene }) => (
  <details class="sure" id="start-again">
    <summary class="button plain">{say.startAgain()}</summary>
    <form method="post" action="/start-again" id="start-again-form">
      <p>{say.startAgainSure()}</p>
      <Hidden values={{ as: scene.here.person.id, show: scene.here.side }} />
      <button type="submit" class="button danger">
        {say.startAgainYes()}
      </button>
    </form>
  </details>
);
