/** Makes the try-out live. Without this script every form and link works as it is. */
import { addCommandKeys } from "./commands.js";
import { morph } from "./morph.js";

const news = () => document.getElementById("news");
const phone = matchMedia("(max-width: 899px)");
let quiet;

/** Says something in passing, aloud for whoever listens. */
function say(words) {
  news().textContent = words;
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    news().textContent = "";
  }, 6000);
}

const lists = () => [...document.querySelectorAll("#chat-posts, #staff-posts")];
/** Whether somebody reads the newest post, and not an older one further up. */
const atEnd = (box) => {
  const last = box.querySelector("ol > li:last-child");
  return !last || box.scrollHeight - box.scrollTop - box.clientHeight < Math.max(80, last.offsetHeight);
};
/** To the newest post: to its end, or to its beginning where it is taller than the box. */
const toEnd = (box) => {
  box.scrollTop = box.scrollHeight;
  const last = box.querySelector("ol > li:last-child");
  if (last && last.offsetHeight > box.clientHeight - 32)
    box.scrollTop -= last.offsetHeight + 32 - box.clientHeight;
};
const things = () =>
  new Map([...document.querySelectorAll(".side li[id], .side .card")].map((it) => [it.id, it]));

/** Brings the page to what the server drew. Tells what is new where nobody looks. */
function show(html, asked) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const before = things();
  const person = new URLSearchParams(location.search).get("as");
  const ends = lists().filter(atEnd);
  const focused = document.activeElement;
  const side = focused?.closest?.(".side");
  document.title = fresh.title;
  document.body.dataset.side = fresh.body.dataset.side;
  for (const id of ["top", "sides", "tabs"]) morph(document.getElementById(id), fresh.getElementById(id));
  for (const box of ends) toEnd(box);
  if (focused && !focused.isConnected && !asked) side?.focus({ preventScroll: true });
  if (person !== show.person || asked) {
    show.person = person;
    return;
  }
  const arrived = [...things()].filter(([id]) => !before.has(id)).map(([, it]) => it.closest(".side"));
  const sides = [...new Set(arrived.map((it) => it?.dataset.title).filter(Boolean))];
  if (sides.length > 0) say(sides.map((where) => document.body.dataset.new.replace("%", where)).join(" "));
}

/** Takes somebody to where their act landed. */
function goTo(id) {
  const target = id && document.getElementById(id);
  if (!target) return;
  for (const form of target.matches(".card") ? target.querySelectorAll("form") : []) form.reset();
  const wrong = target.querySelector("[aria-invalid], fieldset:has(.notice) input");
  if (/^(card|form|line)-/.test(id) || target.matches(".side"))
    (wrong ?? target).focus({ preventScroll: false });
  if (/^(card|form)-/.test(id)) target.scrollIntoView({ block: "nearest" });
  if (/^post-/.test(id)) for (const box of lists()) if (box.contains(target)) toEnd(box);
}

let busy = 0;
let stale = false;

async function ask(address, how, keep) {
  busy += 1;
  try {
    const answer = await fetch(address, how);
    const html = await answer.text();
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(html, "text/html");
      say(page.getElementById("trouble")?.textContent ?? document.body.dataset.away);
      return undefined;
    }
    const landed = new URL(answer.url);
    const id = landed.searchParams.get("at") ?? "";
    landed.searchParams.delete("at");
    if (!keep) history.replaceState(null, "", landed);
    show(html, how !== undefined);
    return id;
  } catch {
    say(document.body.dataset.away);
    return undefined;
  } finally {
    busy -= 1;
    if (stale && busy === 0) refresh();
  }
}

/** Asks for the page anew, after what is under way. */
function refresh() {
  stale = busy > 0;
  if (!stale) ask(location.href, undefined, true);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  event.preventDefault();
  if (form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  const line = form.closest(".composer")?.querySelector(".write input[type=text]");
  // A command from the list takes the place of the one that was half typed.
  const words = line && (form.contains(line) || line.value.startsWith("/")) ? line : undefined;
  const body = new URLSearchParams(new FormData(form));
  const typed = words?.value;
  if (words) words.value = "";
  form.closest(".composer")?.querySelector(".commands")?.removeAttribute("open");
  const landed = await ask(form.action, { method: "POST", body });
  form.removeAttribute("aria-busy");
  if (landed === undefined && words && words.value === "") words.value = typed;
  form.closest("details.sure")?.removeAttribute("open");
  if (landed) goTo(landed);
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href^='/?']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if (link.dataset.fill) {
    const line = document.getElementById(link.dataset.line);
    line.value = link.dataset.fill;
    link.closest("details")?.removeAttribute("open");
    line.focus();
    return;
  }
  history.pushState(null, "", link.href.split("#")[0]);
  await ask(link.href, {});
  const id = decodeURIComponent(new URL(link.href).hash.slice(1));
  goTo(id);
  // The link itself may be drawn anew; the finger stays where it was.
  if (link.id && !/^line-/.test(id)) document.getElementById(link.id)?.focus({ preventScroll: true });
  if (/^(tab|be)-/.test(link.id)) for (const box of lists()) toEnd(box);
});

addEventListener("popstate", () => ask(location.href, {}, true));

/** More ticks than allowed are said at once, kindly; nothing is unticked. */
document.addEventListener("change", (event) => {
  const group = event.target.closest?.("fieldset[data-most]");
  if (!group) return;
  const most = Number(group.dataset.most);
  const ticked = group.querySelectorAll("input:checked").length;
  group.querySelector(".too-many").textContent =
    ticked > most ? document.body.dataset.upTo.replace("%", String(most)) : "";
});

addCommandKeys();
show.person = new URLSearchParams(location.search).get("as");
if (phone.matches) document.getElementById("clock-more").removeAttribute("open");
for (const box of lists()) toEnd(box);
if (location.hash) goTo(decodeURIComponent(location.hash.slice(1)));

const live = new EventSource("/live");
live.addEventListener("changed", refresh);
let lost = false;
live.addEventListener("error", () => {
  lost = true;
});
live.addEventListener("open", () => {
  if (lost) refresh();
  lost = false;
});
