/**
 * Plays one task and keeps the list of what was done. A task's module says the rest:
 *   start(values) -> state
 *   acts: {did(state, values, what, value)}  what a touch changes; may answer with what the phone then does by itself,
 *                                            [[did, what, value, after_ms], …]
 *   view({state, values, say, word, act, note}) -> {key, title, link, body, back, home}
 *   end(state) -> the state that results, plain and without secrets
 *   paper(values, word, say) -> [[label, text], …]  optional: a card of paper beside the phone
 */
import { el, filled } from "./dom.js";
import { phone } from "./phone.js";
import { canSpeak, hush, speak } from "./speech.js";
import { button, text } from "./widgets.js";

export function play({ task, module, words, language, place, count, left }) {
  const state = module.start(task.values);
  const events = [];
  const device = phone();
  const frame = { head: el("header", { class: "practice-head" }), stage: el("div", {}), exits: el("div", { class: "practice-exits" }) };
  let started = null;
  let hints = 0;
  let asking = null;
  let over = false;

  const say = (leaf, fills) => filled(typeof leaf === "string" ? leaf : leaf[language.now], fills);
  const saidValues = () => Object.fromEntries(Object.entries(task.values).map(([name, leaf]) =>
    [name, typeof leaf === "string" || leaf?.es ? say(leaf) : leaf]));
  const word = (name, fills) => say(task.words[name], { ...saidValues(), ...fills });
  const own = (name, fills) => say(words[name], fills);

  function note(did, what = "", value = null) {
    if (over) return [];
    events.push({ at_ms: Math.round(performance.now() - (started ?? performance.now())), did, what, value });
    return module.acts[did]?.(state, task.values, what, value) ?? [];
  }

  function act(did, what, value) {
    for (const [next, about, said, after] of note(did, what, value)) {
      if (after) setTimeout(() => act(next, about, said), after);
      else act(next, about, said);
    }
    if (!over) draw();
  }

  function leave(did) {
    note(did);
    over = true;
    hush();
    left({ events, end: module.end(state) });
  }

  function begin() {
    started = performance.now();
    note("begin");
    draw();
    device.node.querySelector("h2").focus();
  }

  function hear() {
    note("hear");
    speak([instruction(), ...task.hints.slice(0, hints).map((hint) => say(hint)), started === null ? "" : device.node.innerText].join(". "),
      language.now);
  }

  function hint() {
    hints += 1;
    note("hint", String(hints));
    draw();
  }

  function otherLanguage() {
    language.now = language.now === "es" ? "en" : "es";
    note("language", language.now);
    draw();
  }

  const instruction = () => say(task.instruction, saidValues());

  function drawHead() {
    const rows = module.paper?.(task.values, word, say) ?? [];
    frame.head.replaceChildren(
      text(`${own("count", count)} · ${own(started === null ? "practice" : "phone")}`, "practice-count"),
      el("h1", {}, say(task.title)),
      text(instruction(), "practice-instruction"),
      el("div", { class: "practice-tools" },
        canSpeak() && button(own("hear"), hear, { kind: "quiet" }),
        started !== null && hints < task.hints.length && button(own("hint"), hint, { kind: "quiet", key: "hint" }),
        button(own("other_language"), otherLanguage, { kind: "quiet" })),
      el("div", { role: "status" }, task.hints.slice(0, hints).map((shown) => text(say(shown), "practice-hint"))),
      ...(rows.length ? [el("div", { class: "practice-paper" }, el("strong", {}, own("paper")),
        el("dl", {}, rows.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value)))))] : []));
  }

  function drawExits() {
    const never = button(own("never_used"), () => ask("never"), { kind: "quiet", key: "never" });
    if (asking) {
      const [question, yes, did] = asking === "never" ? ["sure_never", "yes_never", "never_used"] : ["sure_finish", "yes_finish", "finish"];
      frame.exits.replaceChildren(el("div", { class: "practice-sure", role: "group", "aria-label": own(question) }, text(own(question)),
        button(own(yes), () => leave(did), { kind: asking === "never" ? "quiet" : "", key: "yes" }),
        button(own("go_on"), () => ask(null), { kind: "quiet", key: "go_on" })));
    } else {
      frame.exits.replaceChildren(started === null ? button(own("begin"), begin, { kind: "wide", key: "begin" })
        : button(own("finish"), () => ask("finish"), { kind: "wide quiet", key: "finish" }), never);
    }
  }

  function ask(question) {
    asking = question;
    drawExits();
    frame.exits.querySelector("button").focus();
  }

  function draw() {
    const held = frame.head.contains(document.activeElement) && document.activeElement.dataset.key;
    place.lang = language.now;
    drawHead();
    drawExits();
    if (started !== null) {
      if (!device.node.isConnected) frame.stage.replaceChildren(device.node);
      device.show(module.view({ state, values: task.values, say, word, act, note }), (name) => own(name));
    }
    if (held) (frame.head.querySelector(`[data-key="${CSS.escape(held)}"]`) ?? frame.head.querySelector("button"))?.focus();
  }

  place.replaceChildren(frame.head, frame.stage, frame.exits);
  draw();
}
