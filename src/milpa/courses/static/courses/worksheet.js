// A worksheet that computes while one types. What was typed stays in this tab only; nothing is sent.
import { compute, numberIn } from "./formula.js";

const LANGUAGE = document.documentElement.lang.startsWith("en") ? "en" : "es-GT"; // 14,400.50, as in Guatemala

for (const sheet of document.querySelectorAll("[data-worksheet]")) attach(sheet);

export function attach(sheet) {
  const inputs = [...sheet.querySelectorAll("input[data-key]")];
  const outputs = [...sheet.querySelectorAll("output[data-compute]")];
  const kept = `milpa:sheet:${document.documentElement.dataset.account ?? ""}:${sheet.dataset.worksheet}`; // one phone, several people
  restore(inputs, kept);
  const note = sheet.querySelector("[data-worksheet-note]");
  if (note) note.hidden = false;
  const work = () => {
    const values = new Map(inputs.map((input) => [name(input), numberIn(input.value)]));
    const figures = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 });
    for (const output of outputs) {
      const found = compute(output.dataset.compute, (key) => valueOf(values, key, output.dataset.row));
      values.set(name(output), found);
      output.textContent = found === null ? "" : figures.format(found);
    }
  };
  sheet.addEventListener("input", () => {
    sessionStorage.setItem(kept, JSON.stringify(inputs.map((input) => input.value)));
    work();
  });
  work();
}

function name(element) {
  return `${element.dataset.row}|${element.dataset.key}`;
}

// The value in the same row; without one, the list of that column.
function valueOf(values, key, row) {
  if (values.has(`${row}|${key}`)) return values.get(`${row}|${key}`);
  return [...values].filter(([known]) => known.endsWith(`|${key}`)).map(([, value]) => value);
}

// Whoever typed before this script had come keeps what was typed.
function restore(inputs, kept) {
  const typed = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  inputs.forEach((input, place) => { input.value ||= typed[place] ?? ""; });
}
