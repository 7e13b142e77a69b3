/**
 * One sitting: the tasks of the page one after another, all loaded at once so that the signal may go.
 * What was done is sent after each; the server alone says what it amounts to.
 */
import { el } from "./dom.js";
import { flush, send } from "./outbox.js";
import { play } from "./play.js";
import { button, text } from "./widgets.js";

const place = document.querySelector("[data-practice]");
const told = JSON.parse(document.getElementById(place.dataset.practice).textContent);
const language = { now: document.documentElement.lang.startsWith("en") ? "en" : "es" };
const own = (name) => told.words[name][language.now];
const door = { address: told.send, token: told.token };

async function sit() {
  const modules = await Promise.all(told.tasks.map((task) => import(task.module)));
  await flush(told.person, door);
  for (const [index, task] of told.tasks.entries()) {
    const outcome = await played(task, modules[index], { n: index + 1, all: told.tasks.length });
    await between(task, outcome);
  }
  await leave();
}

function played(task, module, count) {
  return new Promise((left) => play({ task, module, words: told.words, language, place, count, left }));
}

async function between(task, { events, end }) {
  const body = { id: task.fact, task: task.id, form: task.form, events, at: new Date().toISOString() };
  place.replaceChildren(text(own("sending"), "practice-kept"));
  place.dispatchEvent(new CustomEvent("task-finished", { bubbles: true, detail: { ...body, end } }));
  await pause(await send({ person: told.person, body }, door));
}

/** Goes on to the result once everything has arrived; until then says what is waiting. */
async function leave() {
  while (await flush(told.person, door)) await pause("waiting");
  location.assign(told.next);
}

function pause(outcome) {
  return new Promise((pressed) => {
    const kept = el("p", { class: `practice-kept ${outcome}`, role: "status", tabindex: "-1" }, own(outcome));
    place.replaceChildren(kept, button(own("next"), pressed, { kind: "wide" }));
    kept.focus();
  });
}

addEventListener("online", () => flush(told.person, door));
sit();
