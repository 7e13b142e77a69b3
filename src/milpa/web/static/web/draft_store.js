// Drafts in this browser: one for each account, thing being written and form shown, so that none overwrites another.
const KEPT = 30 * 24 * 3600 * 1000;
const LEFT_OUT = new Set(["csrfmiddlewaretoken", "form_id", "revision"]);
const BETWEEN = "\u001f"; // several answers to one question travel as one text
const ours = () => `milpa:draft:${document.documentElement.dataset.account ?? "guest"}:`;
const keysOf = (what) => Object.keys(localStorage).filter((key) => key.startsWith(`${ours()}${what}|`));
const keyOf = (form) => `${ours()}${form.dataset.draft}|${form.elements.form_id.value}`;

export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    const element = form.elements[name];
    if (typeof value !== "string" || LEFT_OUT.has(name) || element?.type === "password" || element?.matches?.(".code")) continue;
    fields[name] = name in fields ? fields[name] + BETWEEN + value : value;
  }
  return fields;
}

export function answersOf(text) {
  return text.split(BETWEEN);
}

export function keep(form, more = {}) {
  const kept = { id: form.elements.form_id.value, at: new Date().toISOString(), fields: fieldsOf(form), ...more };
  try {
    localStorage[keyOf(form)] = JSON.stringify(kept);
  } catch (full) {
    console.warn("no room for a draft in this browser; the server keeps it", full.name);
  }
}

export function keptOf(what) {
  return keysOf(what).map((key) => JSON.parse(localStorage[key]));
}

export function remove(what, id) {
  localStorage.removeItem(`${ours()}${what}|${id}`);
}

// Every page has a form that carries it: the switch of languages.
export function token() {
  return { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "" };
}

// At sign-out: the phone may be lent to the next person.
export function wipe() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(ours())) localStorage.removeItem(key);
}

// The page that came after a form was sent: if that form is not on it again, what was sent has arrived.
export function settle() {
  const failed = document.querySelector("[data-fault]");
  const shown = new Set([...document.querySelectorAll("form[data-draft] [name=form_id]")].map((input) => input.value));
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(ours()))) {
    const { id, sent, at } = JSON.parse(localStorage[key]);
    const old = Date.now() - new Date(at) > KEPT;
    if (old || (sent && !failed && !shown.has(id))) localStorage.removeItem(key);
  }
}
