/** A slash in the message line opens the commands; arrows move among them, Escape goes back to the line. */

const listOf = (line) => document.getElementById(line.dataset.commands);
const shownIn = (list) => [...list.querySelectorAll(".command")].filter((it) => !it.closest("li").hidden);

function filter(line) {
  const list = listOf(line);
  const typed = line.value.trimStart().toLowerCase();
  const asks = typed.startsWith("/");
  for (const item of list.querySelectorAll("li")) {
    const name = item.querySelector("strong").textContent.toLowerCase();
    item.hidden = asks && !name.startsWith(typed.trimEnd()) && !typed.startsWith(`${name} `);
  }
  list.open = asks && shownIn(list).length > 0;
}

export function addCommandKeys() {
  document.addEventListener("input", (event) => {
    if (event.target.dataset?.commands) filter(event.target);
  });
  document.addEventListener(
    "toggle",
    (event) => {
      if (event.target.matches?.(".commands") && !event.target.open)
        for (const item of event.target.querySelectorAll("li")) item.hidden = false;
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const list = target.dataset?.commands ? listOf(target) : target.closest?.(".commands");
    if (!list?.open) return;
    const line = document.querySelector(`[data-commands="${list.id}"]`);
    const all = shownIn(list);
    const at = all.indexOf(target);
    if (key === "Escape") {
      list.open = false;
      line.focus();
    } else if (key === "ArrowDown" && at < all.length - 1) all[at + 1].focus();
    else if (key === "ArrowUp" && at > 0) all[at - 1].focus();
    else if (key === "ArrowUp" && at === 0) line.focus();
    else return;
    event.preventDefault();
  });
}
