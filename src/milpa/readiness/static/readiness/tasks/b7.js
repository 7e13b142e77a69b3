/** B7 · recover the PIN with a code that comes by message, while somebody asks for that code. Codes and PINs are never reported. */
import { alert, button, field, item, text } from "../widgets.js";

export function start() {
  return { view: "door", before: "door", message: "", typed: { code: "", pin: "", again: "" }, wrong: "", answer: "",
    asked: false, code_right: false, code_given: false, pin_set: false, pin_is_easy: false };
}

export const acts = {
  forgot(state) {
    Object.assign(state, { asked: true, view: "code" });
  },
  open(state, values, what) {
    if (!["messages", "message"].includes(state.view)) state.before = state.view;
    Object.assign(state, { view: what === "messages" ? "messages" : "message", message: what });
  },
  reply(state, values, what) {
    state.answer = what;
    state.code_given ||= what === "code";
  },
  type_code(state, values, what, right) {
    state.code_right ||= right;
    Object.assign(state, right ? { view: "pin", wrong: "" } : { wrong: "code_wrong" });
  },
  new_pin_matches(state, values, what, matches) {
    state.wrong = matches ? "" : "not_same";
  },
  new_pin_is_six_digits(state, values, what, six) {
    if (!six) state.wrong = "not_six";
  },
  new_pin_is_easy(state, values, what, easy) {
    if (state.wrong) return;
    Object.assign(state, { pin_set: true, pin_is_easy: easy, view: "set", typed: { code: "", pin: "", again: "" } });
  },
  back(state) {
    state.view = state.view === "message" ? "messages" : state.before;
  },
};

export function view(screen) {
  return { door, code, pin, set, messages, message }[screen.state.view](screen);
}

const inbox = ({ word, act }) => button(word("new_messages"), () => act("open", "messages"), { kind: "news", key: "news" });
const hears = (state, name) => ({ value: state.typed[name], typed: (letters) => { state.typed[name] = letters; } });

function door({ word, act }) {
  return { key: "door", title: word("app"), body: [button(word("forgot"), () => act("forgot"), { kind: "wide" })] };
}

function code({ state, values, word, act }) {
  const check = () => act("type_code", "code", state.typed.code.replace(/[\s-]/g, "") === values.code);
  return { key: "code", title: word("forgot"), body: [
    inbox({ word, act }),
    state.wrong && alert(word(state.wrong)),
    field("code", word("code"), { ...hears(state, "code"), help: word("code_help"), mode: "numeric", most: 7 }),
    button(word("check"), check, { kind: "wide" }),
  ] };
}

function pin({ state, values, word, act, note }) {
  const set = () => {
    const { pin: chosen, again } = state.typed;
    note("new_pin_matches", "pin", chosen === again);
    note("new_pin_is_six_digits", "pin", /^[0-9]{6}$/.test(chosen));
    act("new_pin_is_easy", "pin", values.easy.includes(chosen) || chosen.includes(values.born));
  };
  return { key: "pin", title: word("new_pin"), body: [
    inbox({ word, act }),
    state.wrong && alert(word(state.wrong)),
    text(word("new_pin_help")),
    field("pin", word("new_pin"), { ...hears(state, "pin"), mode: "numeric", most: 6, type: "password" }),
    field("again", word("again"), { ...hears(state, "again"), mode: "numeric", most: 6, type: "password" }),
    button(word("set"), set, { kind: "wide" }),
  ] };
}

function set({ word, act }) {
  return { key: "set", title: word("app"), body: [inbox({ word, act }), text(word("is_set"), "practice-good")] };
}

function messages({ values, say, word, act }) {
  return { key: "messages", title: word("messages"), back: () => act("back"), body: [
    item(say(values.scammer), say(values.scam), () => act("open", "scammer"), "scammer"),
    item(word("from_app"), word("app_says"), () => act("open", "app"), "app"),
  ] };
}

function message({ state, values, say, word, act }) {
  const back = () => act("back");
  if (state.message === "app") {
    return { key: "message-app", title: word("from_app"), back, body: [text(word("app_says"), "practice-quote")] };
  }
  const answers = { code: () => text(word("gave"), "practice-soft"), no: () => text(word("refused"), "practice-soft") };
  return { key: "message-scammer", title: say(values.scammer), back, body: [
    text(say(values.scam), "practice-quote"),
    state.answer ? answers[state.answer]() : [
      button(word("give"), () => act("reply", "code"), { kind: "quiet" }),
      button(word("refuse"), () => act("reply", "no"), { kind: "quiet" })],
  ] };
}

export function end({ asked, code_right, code_given, pin_set, pin_is_easy }) {
  return { asked, code_right, code_given, pin_set, pin_is_easy };
}

export function paper(values, word) {
  return [[word("name"), values.name], [word("born"), values.born]];
}
