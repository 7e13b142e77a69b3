/** A remark on the result: what is typed survives an empty battery, and what is sent without a signal is sent again by itself. */
import { box, sender } from "./outbox.js";
import { keepTyping } from "./phone_cards.js";

const form = document.querySelector("[data-remark]");
const kept = box(`remark.${form.dataset.remark}`);
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
const waits = document.querySelector("[data-remark-kept]");
const refused = document.querySelector("[data-remark-refused]");
const typed = `milpa.workshop.remark.${form.dataset.remark}`;

function changed(item) {
  waits.hidden = item.state !== "waiting";
  refused.hidden = item.state !== "refused";
  if (item.state === "refused") {
    refused.textContent = item.sentence;
    kept.drop(item.id); // the words are still in the field
  }
  if (item.state !== "stored") return;
  localStorage.removeItem(typed);
  location.reload();
}

const send = sender(kept, token, changed);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  kept.put({ id: form.elements.form_id.value, kind: "remark", address: form.action, fields, state: "waiting" });
  send();
});

keepTyping(form.elements.text, typed);
for (const item of kept.read()) if (item.state === "waiting") waits.hidden = false;
send();
