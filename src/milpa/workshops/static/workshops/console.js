// The facilitator's wall: a card is dragged onto a group, beside choosing it and pressing the group's button. Says how many are chosen.
import { toast } from "../web/toast.js";

const wall = () => document.querySelector("[data-place]");

function ready(root) {
  for (const card of root.querySelectorAll("[data-card]")) card.draggable = true;
  count();
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

document.addEventListener("dragover", (event) => {
  const group = event.target.closest?.("[data-group]");
  if (!group) return;
  event.preventDefault();
  mark(group);
});

document.addEventListener("dragend", () => mark(null));

document.addEventListener("drop", (event) => {
  const group = event.target.closest?.("[data-group]");
  const card = document.querySelector(`[data-card="${event.dataTransfer.getData("text/plain")}"]`);
  mark(null);
  if (!group || !card) return;
  event.preventDefault();
  if (card.closest("[data-group]") !== group) move(card, group);
});

function mark(group) {
  for (const other of document.querySelectorAll("[data-group].over")) if (other !== group) other.classList.remove("over");
  group?.classList.add("over");
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
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" }, redirect: "manual" }).catch(() => null);
  card.classList.remove("near");
  if (answer && (answer.type === "opaqueredirect" || answer.ok)) return;
  from.parent.insertBefore(card, from.after);
  toast(form.dataset.failed, "wrong");
}

ready(document);
