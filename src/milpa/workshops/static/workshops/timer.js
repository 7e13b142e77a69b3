/**
 * Counts an activity's time down by the server's clock: a phone's own may be years off. The page says what the server's was when it was
 * made (`data-now`); from there the browser only measures how much time went by. After a sleep it asks again.
 */

const boxes = () => [...document.querySelectorAll("[data-timer]")];
const SAID_AT = [300, 60, 0]; // seconds left at which it is read aloud
let given = null;
let ahead = 0; // the server's clock less this machine's, in milliseconds
let ticking = null;
let before = null;
let last = Date.now();

export function clock(root = document) {
  const box = root.querySelector("[data-timer]");
  if (!box) return;
  ahead = Number(box.dataset.now) - Date.now();
  set(box.dataset.timer ? JSON.parse(box.dataset.timer) : null);
}

/** What the live channel told: {ends, left} or null. */
export function set(state) {
  const is_new = JSON.stringify(state) !== JSON.stringify(given);
  given = state;
  if (is_new) before = null;
  clearInterval(ticking);
  ticking = state?.ends ? setInterval(tick, 1_000) : null;
  show();
}

async function tick() {
  const now = Date.now();
  const is_jump = Math.abs(now - last - 1_000) > 5_000; // it slept, or somebody set the clock
  last = now;
  if (is_jump) await ask();
  show();
}

async function ask() {
  try {
    const answer = await fetch("/health", { cache: "no-store" });
    const told = Date.parse(answer.headers.get("Date") ?? "");
    if (told) ahead = told - Date.now();
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem; // no network: the old difference is the best there is
  }
}

function show() {
  const left = !given ? null : given.ends ? Math.round((given.ends - Date.now() - ahead) / 1_000) : given.left;
  for (const box of boxes()) {
    box.hidden = left === null;
    if (left === null) continue;
    const seconds = Math.max(0, left);
    box.textContent = left <= 0 ? box.dataset.over : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    box.classList.toggle("over", left <= 0);
  }
  if (left !== null) speak(left);
}

function speak(left) {
  const box = boxes()[0];
  const place = document.querySelector("[data-timer-said]");
  const passed = SAID_AT.find((at) => before !== null && before > at && left <= at);
  before = left;
  if (!place || !box || passed === undefined) return;
  place.textContent = passed === 0 ? box.dataset.over : passed === 60 ? box.dataset.one : box.dataset.five;
}

clock();
