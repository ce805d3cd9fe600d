/** Times a press: from the moment the platform sends it to the moment the whole answer has reached the platform. */

/** No answer within this (ms) ends the bench: Discord and Slack would show the person an error. */
const longest = 3_000;

export type Stopwatch = ReturnType<typeof newStopwatch>;

export function newStopwatch() {
  let answered: () => void = () => {};
  return {
    /** Called by the local platform when an answer has arrived, before it is checked. */
    stop: () => answered(),
    /** Sends a press and waits for its answer, in milliseconds. */
    async time(send: () => void): Promise<number> {
      let late: NodeJS.Timeout | undefined;
      const arrives = new Promise<number>((resolve, reject) => {
        answered = () => resolve(performance.now());
        late = setTimeout(() => reject(new Error("A press was not answered within 3 seconds.")), longest);
      });
      const sent = performance.now();
      send();
      const arrived = await arrives;
      clearTimeout(late);
      answered = () => {};
      return arrived - sent;
    },
  };
}
