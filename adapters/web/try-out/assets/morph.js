/** Brings a piece of the page to what the server drew, and leaves alone what somebody is doing: focus, typed words, what is unfolded. */

/** Set here or by the person, never by the server's new drawing. */
const ours = new Set(["open", "aria-busy"]);
const ticks = new Set(["checkbox", "radio"]);

/** Whether the old element can become the new one. A tick that stands for something else is another tick. */
const same = (old, fresh) =>
  old.nodeType === fresh.nodeType &&
  old.nodeName === fresh.nodeName &&
  (old.id ?? "") === (fresh.id ?? "") &&
  (!ticks.has(old.type) || (old.type === fresh.type && old.value === fresh.value && old.name === fresh.name));

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !ours.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (!ours.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

export function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.isEqualNode(fresh)) return;
  attributes(old, fresh);
  let at = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const known = next.id
      ? [...old.children].find((child) => child.id === next.id && same(child, next))
      : undefined;
    const match = known ?? (at && same(at, next) ? at : undefined);
    if (!match) {
      old.insertBefore(document.importNode(next, true), at);
    } else {
      if (match === at) at = at.nextSibling;
      // Moving an element would take the focus from it, so what stands before it goes instead.
      else if (match.contains(document.activeElement)) {
        while (at && at !== match) {
          const gone = at;
          at = at.nextSibling;
          gone.remove();
        }
        at = match.nextSibling;
      } else old.insertBefore(match, at);
      morph(match, next);
    }
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}
