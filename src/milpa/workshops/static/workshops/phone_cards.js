/** One's own cards with the state of each in words: sending, waiting for a signal, on the wall, refused and why. */
import { uuid7 } from "./outbox.js";

export function cards(room, kept) {
  const list = room.querySelector("[data-own-cards]");
  const form = room.querySelector("[data-outbox=card]");
  const typed = `milpa.workshop.typing.${room.dataset.person}`;
  if (form) keepTyping(form.elements.text, typed);

  function show(item) {
    if (!list) return;
    const node = document.getElementById(`c-${item.id}`) ?? added(item);
    const state = node.querySelector("small span");
    state.className = item.state === "stored" ? "done" : item.state;
    state.textContent = item.state === "refused" ? item.sentence || room.dataset.unknown : room.dataset[item.state];
    const again = node.querySelector(".buttons");
    if (again) again.hidden = item.state !== "refused" || !form;
  }

  function added(item) {
    const node = document.querySelector("[data-card-template]").content.firstElementChild.cloneNode(true);
    node.id = `c-${item.id}`;
    node.querySelector("p").textContent = text(item);
    node.querySelector("[data-rewrite]").addEventListener("click", () => rewrite(item, node));
    list.prepend(node);
    const none = room.querySelector("[data-no-cards]");
    if (none) none.hidden = true;
    return node;
  }

  /** What was refused goes back into the field, under a new id. */
  function rewrite(item, node) {
    const area = form.elements.text;
    area.value = [area.value.trim(), text(item)].filter(Boolean).join(" ");
    form.elements.form_id.value = uuid7();
    area.dispatchEvent(new Event("input", { bubbles: true }));
    form.closest("details")?.setAttribute("open", "");
    kept.drop(item.id);
    node.remove();
    area.focus();
  }

  function written(item, from) {
    if (item.kind !== "card") return;
    show({ ...item, state: "sending" });
    from.elements.text.value = "";
    from.elements.form_id.value = uuid7();
    from.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
    from.elements.text.focus();
  }

  /** The list as the server has it now, with what still waits on this phone. */
  function refreshed(fresh) {
    list.replaceChildren(...fresh.children);
    for (const item of kept.read()) if (item.kind === "card") show(item);
  }

  for (const item of kept.read()) if (item.kind === "card") show(item);
  return { written, refreshed, changed: (item) => item.kind === "card" && show(item) };
}

const text = (item) => item.fields.find(([name]) => name === "text")?.[1] ?? "";

/** What is being typed survives a reload and an empty battery; a long text is kept whole, the server says if it is too long. */
export function keepTyping(area, name) {
  try {
    area.value ||= localStorage.getItem(name) ?? "";
    area.addEventListener("input", () => localStorage.setItem(name, area.value));
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem; // no storage: it is sent all the same
  }
  area.addEventListener("beforeinput", () => area.removeAttribute("maxlength"));
}
