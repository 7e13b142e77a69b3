/** The room on a phone: what is written goes into the outbox, and the page follows the workshop without losing what is being typed. */
import { ballot } from "./phone_ballot.js";
import { cards } from "./phone_cards.js";
import { box, sender } from "./outbox.js";
import { set } from "./timer.js";

const AGAIN = 3_000;
const SPREAD = 1_000; // milliseconds over which the phones of a room read the page again
const room = document.querySelector("[data-phone]");
const kept = box(`${room.dataset.code}.${room.dataset.person}`);
const parts = [cards(room, kept), ballot(room, kept)];
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
const send = sender(kept, token, (item) => parts.forEach((part) => part.changed(item)));

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
  const source = new EventSource(`/live/workshop/${room.dataset.workshop}?after=${room.dataset.after}`);
  source.onopen = () => {
    say("");
    send();
  };
  source.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    set(state.timer);
    follow(state);
  });
  source.onerror = () => {
    say(room.dataset.lost);
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
  };
}

/** The page is read again when the workshop moved on; where somebody is typing or something waits, it only says so. */
function follow(state) {
  const mark = [state.closed ? "" : (state.activity?.id ?? ""), state.vote, state.closed, state.published, state.named].join(":");
  if (mark === room.dataset.mark) return;
  const is_busy = [...room.querySelectorAll("textarea")].some((area) => area.value.trim()) || room.querySelector('[data-outbox] :checked:not([value=""])');
  if (is_busy) room.querySelector("[data-moved]").hidden = false;
  else setTimeout(() => location.reload(), Math.random() * SPREAD);
}

function say(words) {
  const place = room.querySelector("[data-connection]");
  place.hidden = !words;
  if (place.textContent !== words) place.textContent = words;
}

listen();
send();
