/** First signs: Slack wants one within three seconds, or the person sees an error. */
import type { types } from "@slack/bolt";

/** Slack waits 3 s. Until then it waits with us, so that a crash is seen and not swallowed. */
const firstSignMs = 2000;

/** Acknowledges, for a sent form perhaps with the next form. */
export type Sign = (payload?: { response_action: "update"; view: types.ModalView }) => Promise<void>;

/** Acknowledges when the work is done, or after two seconds, whichever comes first; and once only. */
export async function signing(acknowledge: Sign, work: (sign: Sign) => Promise<void>): Promise<void> {
  let signed = false;
  const once: Sign = async (payload) => {
    if (signed) return;
    signed = true;
    await acknowledge(payload);
  };
  const timer = setTimeout(() => void once().catch(() => {}), firstSignMs);
  try {
    await work(once);
  } finally {
    clearTimeout(timer);
    await once();
  }
}
