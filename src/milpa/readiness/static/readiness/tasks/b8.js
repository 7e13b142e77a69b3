/** B8 · a lesson does not open: tell the instructor which one and what happens, without the PIN. The voice is not kept. */
import { alert, button, choices, item, text, toggle } from "../widgets.js";

const blank = () => ({ to: "", lesson: "", symptom: "", voice: 0, pin: false });

export function start() {
  return { view: "lesson", draft: blank(), sent: [], empty: false, recording: 0 };
}

export const acts = {
  ask(state) {
    state.view = "message";
  },
  to(state, values, whom) {
    state.draft.to = whom;
  },
  lesson(state, values, n) {
    state.draft.lesson = n;
  },
  symptom(state, values, name) {
    state.draft.symptom = name;
  },
  add_pin(state, values, what, added) {
    state.draft.pin = added;
  },
  record(state) {
    state.recording = performance.now();
  },
  voice(state, values, what, seconds) {
    Object.assign(state, { recording: 0 });
    state.draft.voice = seconds;
  },
  send(state) {
    const { to, lesson, symptom, voice, pin } = state.draft;
    state.empty = !to || !(lesson || symptom || voice || pin);
    if (state.empty) return;
    state.sent.push(state.draft);
    Object.assign(state, { draft: blank(), view: "sent" });
  },
  other(state) {
    state.view = "message";
  },
  back(state) {
    state.view = "lesson";
  },
};

export function view(screen) {
  return { lesson, message, sent }[screen.state.view](screen);
}

function lesson({ values, word, act }) {
  return { key: "lesson", title: word("lesson", { n: values.lesson }), body: [
    alert(word("fails")), item(word("ask"), "", () => act("ask"), "ask")] };
}

function message({ state, values, say, word, act }) {
  const { draft } = state;
  return { key: "message", title: word("ask"), back: () => act("back"), body: [
    choices("to", word("to_whom"), [["group", word("group")], ["teacher", say(values.teacher)]], draft.to, (whom) => act("to", whom)),
    choices("lesson", word("which"), values.lessons.map((n) => [n, word("lesson", { n })]), draft.lesson, (n) => act("lesson", n)),
    choices("symptom", word("what"), ["like_it", "no_open", "blank"].map((name) => [name, word(name)]), draft.symptom,
      (name) => act("symptom", name)),
    ...voice({ state, word, act }),
    toggle(word("add_pin"), "", draft.pin, (added) => act("add_pin", "pin", added), "add_pin"),
    state.empty && alert(word("empty")),
    button(word("send"), () => act("send"), { kind: "wide" }),
  ] };
}

function voice({ state, word, act }) {
  const stop = () => act("voice", "seconds", Math.round((performance.now() - state.recording) / 1000));
  if (state.recording) return [text(word("recording"), "practice-state"), button(word("stop"), stop, { kind: "quiet", key: "voice" })];
  return [
    text(word("voice_note"), "practice-soft"),
    state.draft.voice > 0 && text(word("voice", { n: state.draft.voice })),
    button(word("record"), () => act("record"), { kind: "quiet", key: "voice" }),
  ];
}

function sent({ word, act }) {
  return { key: "sent", title: word("sent"), body: [button(word("other"), () => act("other"), { kind: "quiet" })] };
}

export function end({ sent: messages }) {
  return { sent: messages };
}
