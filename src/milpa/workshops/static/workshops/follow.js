// Parts of the page follow the workshop: at each word from the live channel the page is read again, and the parts that differ are put
// in place. A part in which somebody is typing, or has something open, waits until they are done. Chosen cards stay chosen.
import { attach } from "../web/milpa.js";
import { set } from "./timer.js";

const CALM = 400; // milliseconds between two readings
const AGAIN = 3000;
const POLLED = "details[open], dialog[open]";

export function follow(box) {
  let timer = null;
  let is_reading = false;
  let reads_again = false;
  const soon = () => {
    timer ??= setTimeout(read, CALM);
  };

  async function read() {
    timer = null;
    if (is_reading) {
      reads_again = true;
      return;
    }
    is_reading = true;
    const page = await fetched(location.href);
    is_reading = false;
    if (page) say(box, "");
    const is_waiting = page ? put(page) : true;
    if (is_waiting || reads_again) timer ??= setTimeout(read, AGAIN);
    reads_again = false;
  }

  listen(box, soon);
  document.addEventListener("read-again", soon);
  return soon;
}

function listen(box, soon) {
  const source = new EventSource(box.dataset.follow);
  let is_first = true;
  source.onmessage = soon;
  for (const name of (box.dataset.hears ?? "state").split(" ")) source.addEventListener(name, soon);
  source.addEventListener("state", (event) => set(JSON.parse(event.data).timer));
  source.onopen = () => {
    say(box, "");
    if (!is_first) soon();
    is_first = false;
  };
  source.onerror = () => {
    say(box, box.dataset.lost ?? "");
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    setTimeout(() => listen(box, soon), AGAIN);
    soon();
  };
}

function say(box, words) {
  const place = box.querySelector("[data-connection]");
  if (place && place.textContent !== words) place.textContent = words;
}

async function fetched(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (problem) {
    if (problem instanceof TypeError) return null; // no network: the next word asks again
    throw problem;
  }
}

/** Puts the parts that differ in place. Answers whether one had to wait. */
function put(page) {
  let waits = false;
  const aloud = document.querySelector("[data-aloud]"); // stays in the page, so that a change is read out
  const words = page.querySelector("[data-aloud]")?.textContent ?? "";
  if (aloud && aloud.textContent !== words) aloud.textContent = words;
  for (const part of document.querySelectorAll("[data-live]")) {
    const newer = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!newer || print(newer) === (part.dataset.print ?? print(part))) continue;
    if (is_in_use(part)) {
      waits = true;
      continue;
    }
    const focused = part.contains(document.activeElement) ? place(document.activeElement) : null;
    const chosen = [...part.querySelectorAll("[data-card] input:checked")].map((box) => box.closest("[data-card]").dataset.card);
    part.replaceChildren(...newer.childNodes);
    part.dataset.print = print(part);
    for (const id of chosen) part.querySelector(`[data-card="${id}"] input`)?.click();
    attach(part);
    if (focused) part.querySelector(focused)?.focus({ preventScroll: true });
    part.dispatchEvent(new CustomEvent("part-came", { bubbles: true }));
  }
  return waits;
}

// Where the keyboard was, to put it back there: whoever works by keyboard does not start again at the top of the page.
function place(element) {
  const card = element.closest("[data-card]");
  if (card && element.matches("input")) return `[data-card="${card.dataset.card}"] input`;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.matches("button[value]")) return `button[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
  if (element.matches("a[href]")) return `a[href="${CSS.escape(element.getAttribute("href"))}"]`;
  const form = element.closest("form[action]");
  if (form) return `form[action="${CSS.escape(form.getAttribute("action"))}"] ${element.tagName.toLowerCase()}`;
  const pile = element.closest("[data-group][id]");
  return pile ? `#${CSS.escape(pile.id)} ${element.tagName.toLowerCase()}` : null;
}

// What differs for a reader: ids and tokens made anew at each showing do not count, nor what follows by itself inside.
function print(part) {
  const copy = part.cloneNode(true);
  for (const inner of copy.querySelectorAll("[data-live]")) inner.replaceChildren();
  for (const hidden of copy.querySelectorAll("input")) hidden.remove();
  for (const made of copy.querySelectorAll("[data-attached]")) made.removeAttribute("data-attached");
  for (const given of copy.querySelectorAll("[draggable], [data-ready]")) {
    given.removeAttribute("draggable");
    given.removeAttribute("data-ready");
  }
  return copy.innerHTML;
}

function is_in_use(part) {
  if (document.documentElement.hasAttribute("data-held")) return true;
  const active = document.activeElement;
  if (part.contains(active) && active.matches("input:not([type=checkbox]), textarea, select")) return true;
  if (part.querySelector(POLLED)) return true;
  return [...part.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue);
}

for (const box of document.querySelectorAll("[data-follow]")) follow(box);
