/** What the screens of the practice phone are made of. `key` gives the focus back after a screen is drawn again. */
import { el } from "./dom.js";

export const text = (words, kind = "") => el("p", { class: kind }, words);

export const alert = (words) => el("p", { class: "practice-alert", role: "alert" }, words);

export function button(words, press, { kind = "", key = words } = {}) {
  return el("button", { type: "button", class: `practice-button ${kind}`, "data-key": key, on: { click: press } }, words);
}

/** A row that opens something: a message, a lesson, a place. */
export function item(title, note, press, key) {
  return el("button", { type: "button", class: "practice-item", "data-key": key, on: { click: press } },
    el("strong", {}, title), note && el("span", {}, note));
}

export function toggle(words, note, on, flip, key) {
  return el("button", { type: "button", class: "practice-toggle", role: "switch", "aria-checked": String(on), "data-key": key,
    on: { click: () => flip(!on) } },
  el("span", {}, words, note && el("small", {}, note)), el("i", { "aria-hidden": "true" }));
}

/** options: [[value, words], …] */
export function choices(name, legend, options, chosen, choose) {
  return el("fieldset", { class: "practice-choices" }, el("legend", {}, legend),
    options.map(([value, words]) => el("label", {},
      el("input", { type: "radio", name, value: String(value), "data-key": `${name}-${value}`, checked: value === chosen,
        on: { change: () => choose(value) } }), el("span", {}, words))));
}

/** `typed` hears each letter (nothing is drawn again), `changed` the finished text. */
export function field(key, words, { value = "", help, error, typed = () => {}, changed = () => {}, mode, most = 40, type = "text" } = {}) {
  const about = [help && `${key}-help`, error && `${key}-error`].filter(Boolean).join(" ");
  return el("div", { class: "practice-field" },
    el("label", { for: `f-${key}` }, words),
    help && el("small", { id: `${key}-help` }, help),
    el("input", { id: `f-${key}`, "data-key": key, type, inputmode: mode, maxlength: most, value,
      autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-describedby": about || null, "aria-invalid": error ? "true" : null,
      on: { input: (event) => typed(event.target.value), change: (event) => changed(event.target.value) } }),
    error && el("small", { id: `${key}-error`, class: "practice-error" }, error));
}

/** options: [[value, words], …]; the first line asks to choose. */
export function select(key, words, ask, options, chosen, { error, changed }) {
  return el("div", { class: "practice-field" },
    el("label", { for: `f-${key}` }, words),
    el("select", { id: `f-${key}`, "data-key": key,
      "aria-invalid": error ? "true" : null, "aria-describedby": error ? `${key}-error` : null,
      on: { change: (event) => changed(event.target.value) } },
    el("option", { value: "" }, ask),
    options.map(([value, label]) => el("option", { value, selected: value === chosen }, label))),
    error && el("small", { id: `${key}-error`, class: "practice-error" }, error));
}
