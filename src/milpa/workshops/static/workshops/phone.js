/** The room on a phone: what is written goes into the outbox, and the page follows the workshop without losing what is being typed. */
import { ballot } from "./phone_ballot.js";
import { cards } from "./phone_cards.js";
import { own } from "./phone_own.js";
import { showing } from "./phone_screen.js";
import { box, sender } from "./outbox.js";
import { set } from "./timer.js";

const AGAIN = 3_000;
const SPREAD = 1_000; // milliseconds over which phones that take part by link read the page again
const room = document.querySelector("[data-phone]");
const kept = box(`${room.dataset.code}.${room.dataset.person}`);
const attached = () => [cards(room, kept), ballot(room, kept)];
let parts = attached();
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
const mine = own(room, (fresh) => parts.forEach((part) => part.refreshed?.(fresh)));
const show = showing(room, is_busy, (screen) => {
  parts = attached();
  mine.moved(screen.mode);
});
const send = sender(kept, token, (item) => {
  parts.forEach((part) => part.changed(item));
  show();
});

room.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-outbox]");
  if (!form) return;
  event.preventDefault();
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  const id = form.elements.form_id.value;
  if (form.dataset.outbox === "card") fields.push(["at", new Date().toISOString()]); // a ballot carries no time
  const item = { id, kind: form.dataset.outbox, address: form.action, fields, state: "waiting" };
  kept.put(item);
  parts.forEach((part) => part.written(item, form));
  send();
});

function listen() {
  const asked = new URLSearchParams({ after: room.dataset.after, shows: room.dataset.mark });
  const source = new EventSource(`/live/workshop/${room.dataset.workshop}?${asked}`);
  source.onopen = () => {
    say("");
    send();
  };
  source.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    set(state.timer);
    if ("alone" in room.dataset) follow(state);
  });
  source.addEventListener("screen", (event) => {
    if (!("alone" in room.dataset)) show(JSON.parse(event.data));
  });
  for (const name of ["placed", "named", "moderated", "returned"]) source.addEventListener(name, (event) => mine.heard(name, JSON.parse(event.data)));
  source.onerror = () => {
    say(room.dataset.lost);
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
  };
}

/** By link one has a page of one's own: it is read again when the workshop moved on. */
function follow(state) {
  const vote = state.vote_id ? `${state.vote}.${state.vote_id}` : state.vote;
  const mark = [state.closed ? "" : (state.activity?.id ?? ""), vote, state.closed, state.published, state.named].join(":");
  if (mark === room.dataset.mark) return;
  if (is_busy()) room.querySelector("[data-moved]").hidden = false;
  else setTimeout(() => location.reload(), Math.random() * SPREAD);
}

/** Whether somebody is typing or marking, or a vote waits for a signal. */
function is_busy() {
  return [...room.querySelectorAll("textarea")].some((area) => area.value.trim()) || Boolean(room.querySelector('[data-outbox] :checked:not([value=""])'));
}

function say(words) {
  const place = room.querySelector("[data-connection]");
  place.hidden = !words;
  if (place.textContent !== words) place.textContent = words;
}

listen();
send();
