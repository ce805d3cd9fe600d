/** What a rule says: yes, with what follows from it, or no, with the reason. Never an exception. */
export type Outcome<Value, Reason extends string> =
  | { ok: true; value: Value }
  | { ok: false; reason: Reason };

/** The rules say yes. */
export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** The rules say no; every reason has a kind sentence in its room's words. */
export const refuse = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({
  ok: false,
  reason,
});
