// Questions that do not apply are put away while one answers, and come back with what was typed; says how far one is.
// Without script every question is shown, and the server leaves out what does not apply.
import { holds, string, workOut } from "./expressions.js";

for (const form of document.querySelectorAll("[data-answering]")) {
  const places = [...form.querySelectorAll("[data-question]")].map((element) => ({
    element,
    name: element.dataset.question,
    when: JSON.parse(element.dataset.when),
    calculates: element.dataset.calculate ? JSON.parse(element.dataset.calculate) : null,
    asks: element.querySelector("[name]") !== null,
  }));
  const show = () => draw(form, places, applied(places, typed(places), form.dataset.today));
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}

// What stands in the fields, also in those that are put away.
function typed(places) {
  const answers = {};
  for (const { element, name } of places) {
    const fields = [...element.querySelectorAll("[name]")];
    const values = fields.filter((field) => !["radio", "checkbox"].includes(field.type) || field.checked).map((field) => field.value.trim());
    const text = values.filter(Boolean).join(" ");
    answers[name] = ["integer", "decimal"].includes(element.dataset.kind) ? plain(text) : text;
  }
  return answers;
}

// 1,250 and 12,5 are read as the server reads them.
function plain(text) {
  const bare = text.replace(/^Q|[\s\u00a0]/g, "");
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return bare.replaceAll(",", "");
  return /^-?\d+,\d{1,2}$/.test(bare) ? bare.replace(",", ".") : bare;
}

// Only the answers to questions that apply; repeated until nothing changes, as milpa.surveys.rules.checking does.
function applied(places, answers, today) {
  const kept = { ...answers };
  for (let round = 0; round < places.length; round += 1) {
    const before = JSON.stringify(kept);
    for (const { name, when, calculates } of places) {
      if (!holds(when, kept, today)) delete kept[name];
      else if (calculates) kept[name] = string(workOut(calculates, kept, "", today));
      else if (!(name in kept)) kept[name] = answers[name];
    }
    if (JSON.stringify(kept) === before) break;
  }
  return kept;
}

function draw(form, places, kept) {
  for (const { element, name, asks, calculates } of places) {
    if (calculates) continue;
    element.hidden = !(name in kept);
    if (asks) for (const field of element.querySelectorAll("[name]")) field.disabled = element.hidden;
  }
  for (const part of form.querySelectorAll("[data-part]")) part.hidden = !part.querySelector("[data-question]:not([hidden])");
  const asked = places.filter(({ name, asks }) => asks && name in kept);
  const progress = document.querySelector("[data-progress]");
  const answered = asked.filter(({ name }) => kept[name]).length;
  if (progress) progress.textContent = progress.dataset.says.replace("{n}", answered).replace("{all}", asked.length);
}
