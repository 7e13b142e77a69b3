/** What all phones of the room show alike comes drawn through the live channel: it is put in place, and one's own stays where it is. */
import { attach } from "../web/milpa.js";
import { uuid4, uuid7 } from "./outbox.js";

/**
 * Answers show(screen): at once, or when nobody types any more (call it again without a screen). `placed(screen)` is called after it was.
 * A screen is {mark, mode, heading, say, html, ways}.
 */
export function showing(room, is_busy, placed) {
  let waiting = null;

  return (screen = waiting) => {
    if (!screen || (screen.mark === room.dataset.mark && screen.mode !== "counted")) return;
    const moved = room.querySelector("[data-moved]");
    waiting = is_busy() ? screen : null;
    moved.hidden = !waiting;
    if (waiting) return;
    put(room, screen);
    placed(screen);
  };
}

function put(room, screen) {
  const now = room.querySelector("[data-shown]");
  const was_inside = now.contains(document.activeElement);
  now.innerHTML = screen.html;
  for (const form of now.querySelectorAll("[data-outbox]")) form.elements.form_id.value = form.dataset.outbox === "ballot" ? uuid4() : uuid7();
  room.querySelector("[data-ways]").innerHTML = screen.ways;
  room.querySelector("[data-mine]").hidden = screen.mode === "voting";
  room.querySelector("[data-refused]").hidden = true;
  head(screen);
  room.dataset.mark = screen.mark;
  const words = `${screen.heading}. ${screen.say}`;
  const said = room.querySelector("[data-now-said]");
  if (said.textContent !== words) said.textContent = words;
  if (was_inside) document.querySelector("#content").focus();
  attach(now);
}

function head({ heading, say }) {
  const header = document.querySelector("#content > header");
  header.querySelector("h1").textContent = heading;
  const state = header.querySelector(".state") ?? header.appendChild(Object.assign(document.createElement("p"), { className: "state" }));
  state.textContent = say;
  state.hidden = !say;
}
