// What is being typed is kept twice: in this browser at once, on the server a moment later.
// A form asks for it: <form data-draft="strategies.section:…"> with ui.form_id() and ui.draft_state() in it.
import { offer } from "./draft_offer.js";
import { fieldsOf, keep, token, wipe } from "./draft_store.js";

const PAUSE = 1500;
const TOO_LONG_FOR_KEEPALIVE = 60_000;

export function attach(form) {
  if (form.matches("[data-sign-out]")) return form.addEventListener("submit", wipe);
  const box = form.querySelector("[data-draft-box]");
  let timer = 0;
  let unsent = false;
  const send = async (leaving) => {
    unsent = !(await post(form, box, leaving));
  };
  offer(form, box);
  form.addEventListener("input", () => {
    unsent = true;
    keep(form);
    clearTimeout(timer);
    timer = setTimeout(() => send(false), PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    unsent = false;
    keep(form, { sent: true });
  });
  addEventListener("pagehide", () => unsent && send(true));
  addEventListener("online", () => unsent && send(false));
}

// True when the server has it. Says in words where the draft is.
async function post(form, box, leaving) {
  const say = (words) => { box.querySelector(".draft-state").textContent = words; };
  if (!document.documentElement.dataset.account) return say(box.dataset.here); // a guest has no drafts on the server
  const body = new URLSearchParams({ what: form.dataset.draft, begun_on: form.elements.revision?.value ?? 0, fields: JSON.stringify(fieldsOf(form)) });
  const keepalive = leaving && body.toString().length < TOO_LONG_FOR_KEEPALIVE;
  const address = `${box.dataset.address}${form.elements.form_id.value}/`;
  const answer = await fetch(address, { method: "POST", body, keepalive, headers: token() }).catch(() => null);
  say(words(box, answer));
  return Boolean(answer?.ok);
}

function words(box, answer) {
  if (!answer) return box.dataset.offline;
  if (!answer.ok || answer.redirected) return box.dataset.refused;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return box.dataset.saved.replace("{time}", clock.format(new Date()));
}
