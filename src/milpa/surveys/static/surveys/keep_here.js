// What is typed into an anonymous questionnaire is kept in this browser only: a draft on the server would stand beside a name.
import { keep, keptOf, remove } from "../web/draft_store.js";

for (const form of document.querySelectorAll("[data-keep-here]")) {
  form.dataset.draft = form.dataset.keepHere; // after milpa.js has looked: it would send drafts to the server
  const box = form.querySelector("[data-draft-box]");
  const say = (words) => { box.querySelector(".draft-state").textContent = words; };
  for (const draft of keptOf(form.dataset.draft)) {
    if (draft.id !== form.elements.form_id.value && !draft.sent) box.prepend(offer(form, draft, box, say));
  }
  form.addEventListener("input", () => {
    keep(form);
    say(box.dataset.here);
  });
  form.addEventListener("submit", () => keep(form, { sent: true }));
}

// Nothing goes into a form by itself.
function offer(form, draft, box, say) {
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  const made = document.createElement("div");
  made.className = "notice draft-offer";
  const end = () => {
    remove(form.dataset.draft, draft.id);
    made.remove();
  };
  const recover = button(box.dataset.recover, () => {
    end();
    fill(form, draft.fields);
    say(box.dataset.recovered);
  });
  const buttons = document.createElement("span");
  buttons.className = "buttons";
  buttons.append(recover, button(box.dataset.discard, end));
  made.append(box.dataset.offer.replace("{time}", when.format(new Date(draft.at))), buttons);
  return made;
}

function fill(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const wanted = value.split("\u001f");
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (["checkbox", "radio"].includes(field.type)) field.checked = wanted.includes(field.value);
      else if (field.type !== "hidden") field.value = wanted[0];
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
