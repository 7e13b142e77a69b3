// What was typed before and not sent is offered, newest first; nothing goes into a form by itself.
import { answersOf, fieldsOf, keptOf, remove, token } from "./draft_store.js";

export async function offer(form, box) {
  const now = fieldsOf(form);
  const shown = new Set();
  const show = (drafts) => {
    for (const draft of drafts.sort((a, b) => new Date(b.at) - new Date(a.at))) {
      const text = JSON.stringify(draft.fields);
      if (shown.has(text) || !differs(draft.fields, now)) continue;
      shown.add(text);
      box.querySelector(".draft-state").before(line(form, box, draft));
    }
  };
  show(keptOf(form.dataset.draft)); // at once; the server's when they come
  show(await stored(form, box));
}

// What other devices left on the server; without signal or account only this browser's own are offered.
async function stored(form, box) {
  if (!document.documentElement.dataset.account) return [];
  const answer = await fetch(`${box.dataset.address}?what=${encodeURIComponent(form.dataset.draft)}`).catch(() => null);
  const found = answer?.ok ? await answer.json() : { drafts: [] };
  return found.drafts.map((draft) => ({ id: draft.form, at: draft.kept_at, fields: draft.fields }));
}

function differs(fields, now) {
  return Object.entries(fields).some(([name, value]) => value !== (now[name] ?? ""));
}

function line(form, box, draft) {
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  const made = document.createElement("div");
  made.className = "notice draft-offer";
  const recover = button(box.dataset.recover, () => {
    fill(form, draft.fields);
    throwAway(form, box, draft.id, made);
    box.querySelector(".draft-state").textContent = box.dataset.recovered;
  });
  const discard = button(box.dataset.discard, () => throwAway(form, box, draft.id, made));
  const buttons = document.createElement("span");
  buttons.className = "buttons";
  buttons.append(recover, discard);
  made.append(box.dataset.offer.replace("{time}", when.format(new Date(draft.at))), buttons);
  return made;
}

// Recovered, it lives on as this form's own draft; this form's own is never thrown away.
function throwAway(form, box, id, made) {
  made.remove();
  if (!id || id === form.elements.form_id.value) return;
  remove(form.dataset.draft, id);
  fetch(`${box.dataset.address}${id}/drop/`, { method: "POST", headers: token() }).catch(() => null);
}

function fill(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const wanted = answersOf(value);
    for (const element of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (["checkbox", "radio"].includes(element.type)) element.checked = wanted.includes(element.value);
      else element.value = wanted.shift() ?? "";
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
