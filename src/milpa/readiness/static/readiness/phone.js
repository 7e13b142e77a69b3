/** The practice phone: a status bar with the state of the signal, one screen, and the two buttons below. */
import { el, svg } from "./dom.js";

const ICONS = {
  wifi: "M2 7a12 12 0 0 1 16 0M5 10.500a8 8 0 0 1 10 0M8 14a4 4 0 0 1 4 0M10 17h.01",
  data: "M3 17v-3M8 17v-6M13 17V8M18 17V4",
  off: "M3 17v-3M8 17v-6M3 3l14 14",
  airplane: "M10 2v16M10 8 2 13M10 8l8 5M10 16l-3 2M10 16l3 2",
};

export function phone() {
  const signal = el("span", { class: "phone-signal", role: "status" });
  const title = el("h2", { class: "phone-title", tabindex: "-1" });
  const screen = el("div", { class: "phone-screen" });
  const below = el("div", { class: "phone-below" });
  const node = el("section", { class: "phone" },
    el("div", { class: "phone-status" }, el("span", { "aria-hidden": "true" }, "10:40"), signal), title, screen, below);
  let shown = null;
  let link = null;

  /** view: {key, title, link, body, back, home}; back and home are what pressing them does, absent where there is nothing. */
  function show(view, say) {
    const held = document.activeElement?.closest(".phone") && document.activeElement.dataset.key;
    const words = say(view.link ?? "wifi");
    node.setAttribute("aria-label", say("phone"));
    if (link !== words) {
      signal.replaceChildren(icon(view.link ?? "wifi"), words);
      link = words;
    }
    title.textContent = view.title;
    screen.replaceChildren(...view.body.flat().filter(Boolean));
    below.replaceChildren(...["back", "home"].filter((name) => view[name]).map((name) =>
      el("button", { type: "button", "data-key": `phone-${name}`, on: { click: view[name] } }, say(name))));
    if (shown !== null && shown !== view.key) title.focus();
    else if (held) (node.querySelector(`[data-key="${CSS.escape(held)}"]`) ?? title).focus();
    shown = view.key;
  }

  return { node, show };
}

function icon(name) {
  return svg("svg", { viewBox: "0 0 20 20", width: "16", height: "16", "aria-hidden": "true" },
    svg("path", { d: ICONS[name], fill: "none", stroke: "currentColor", "stroke-width": "2", "stroke-linecap": "round" }));
}
