// The facilitator's wall: a card is dragged onto a group, beside choosing it and pressing the group's button. Says how many are chosen.
import { toast } from "../web/toast.js";
import { uuid7 } from "./outbox.js";

const wall = () => document.querySelector("[data-place]");

function ready(root) {
  for (const card of root.querySelectorAll("[data-card]")) card.draggable = true;
  if (root.querySelector("[data-card] input:checked")) count();
}

function count() {
  const n = document.querySelectorAll("[data-card] input:checked").length;
  for (const said of document.querySelectorAll("[data-chosen]")) {
    said.textContent = n ? said.dataset[n === 1 ? "one" : "many"].replace("{n}", n) : said.dataset.none;
  }
}

document.addEventListener("change", (event) => event.target.matches("[data-card] input") && count());
document.addEventListener("part-came", (event) => ready(event.target));

document.addEventListener("dragstart", (event) => {
  const card = event.target.closest?.("[data-card]");
  if (!card) return;
  event.dataTransfer.setData("text/plain", card.dataset.card);
  event.dataTransfer.effectAllowed = "move";
});

// While a card is held nothing of the page is put anew under the hand (`follow.js` asks).
const hold = (is_held) => document.documentElement.toggleAttribute("data-held", is_held);
document.addEventListener("pointerdown", (event) => event.target.closest?.("[data-card]") && hold(true));
document.addEventListener("pointerup", () => hold(false));
document.addEventListener("pointercancel", (event) => event.pointerType !== "mouse" && hold(false)); // a mouse's means that it drags

document.addEventListener("dragover", (event) => {
  const group = event.target.closest?.("[data-group]");
  if (!group) return;
  event.preventDefault();
  mark(group);
});

document.addEventListener("dragend", () => {
  hold(false);
  mark(null);
});

document.addEventListener("drop", (event) => {
  const group = event.target.closest?.("[data-group]");
  const card = document.querySelector(`[data-card="${event.dataTransfer.getData("text/plain")}"]`);
  hold(false);
  mark(null);
  if (!group || !card) return;
  event.preventDefault();
  if (card.closest("[data-group]") !== group) move(card, group);
});

function mark(group) {
  for (const other of document.querySelectorAll("[data-group].over")) if (other !== group) other.classList.remove("over");
  group?.classList.add("over");
}

/** Chosen cards are sent without leaving the page, so that whoever works by keyboard stays where they are; what became of it is said. */
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-place]");
  if (!form || event.submitter?.value === "new" && !form.elements.name.value.trim()) return;
  event.preventDefault();
  const answer = await send(form, new FormData(form, event.submitter));
  if (!answer) {
    toast(form.dataset.failed, "wrong");
    return;
  }
  for (const box of document.querySelectorAll("[data-card] input:checked")) box.checked = false;
  form.elements.name.value = "";
  form.elements.form_id.value = uuid7();
  say(answer.said || form.dataset.done);
  if (answer.said) toast(answer.said, "success");
  document.dispatchEvent(new CustomEvent("read-again"));
});

function say(words) {
  for (const said of document.querySelectorAll("[data-chosen]")) said.textContent = words;
}

async function send(form, body) {
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch (problem) {
    if (problem instanceof TypeError) return null; // no network
    throw problem;
  }
}

/** The card goes at once and comes back if it was refused; the form's own address and ids are used, so sending twice is once. */
async function move(card, group) {
  const form = wall();
  const from = { parent: card.parentElement, after: card.nextElementSibling };
  const body = new FormData(form);
  body.set("group", group.dataset.group);
  body.delete("card");
  body.append("card", card.querySelector("input").value);
  group.append(card);
  card.classList.add("near");
  const answer = await send(form, body);
  card.classList.remove("near");
  if (answer) {
    say(answer.said || form.dataset.done);
    if (answer.said) toast(answer.said, "success");
    document.dispatchEvent(new CustomEvent("read-again"));
    return;
  }
  from.parent.insertBefore(card, from.after);
  toast(form.dataset.failed, "wrong");
}

ready(document);
