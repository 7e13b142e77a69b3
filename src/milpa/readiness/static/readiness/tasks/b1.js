/** B1 · sign in with the code and PIN of the card, and out again. Neither is ever reported, only whether they match. */
import { alert, button, field, item, text } from "../widgets.js";

export function start() {
  return { view: "door", typed: { code: "", pin: "" }, wrong: false, signedOut: false,
    tries: 0, opened_at_try: 0, is_open: false, pin_saved: false };
}

export const acts = {
  sign_in(state, values, what, matches) {
    state.tries += 1;
    state.wrong = !matches;
    if (!matches) return;
    state.opened_at_try ||= state.tries;
    Object.assign(state, { is_open: true, view: "ask_save", typed: { code: "", pin: "" } });
  },
  save_pin(state, values, what, saved) {
    state.pin_saved ||= saved;
    state.view = "home";
  },
  open(state, values, what) {
    state.view = what === "app" ? (state.is_open ? "home" : "door") : what;
  },
  sign_out(state) {
    Object.assign(state, { is_open: false, view: "door", signedOut: true, wrong: false });
  },
  back(state) {
    state.view = "home";
  },
  home(state) {
    state.view = "launcher";
  },
};

export function view({ state, values, word, act }) {
  const screens = { door, ask_save, home, account, launcher };
  return screens[state.view]({ state, values, word, act });
}

function door({ state, values, word, act }) {
  const plain = (typed) => typed.replace(/[\s-]/g, "").toUpperCase();
  const signIn = () => act("sign_in", "session", plain(state.typed.code) === values.code && plain(state.typed.pin) === values.pin);
  return { key: "door", title: word("app"), home: () => act("home"), body: [
    state.signedOut && text(word("signed_out"), "practice-good"),
    state.wrong && alert(word("wrong")),
    field("code", word("code"), { value: state.typed.code, most: 12, typed: (code) => { state.typed.code = code; } }),
    field("pin", word("pin"), { value: state.typed.pin, most: 6, mode: "numeric", type: "password",
      typed: (pin) => { state.typed.pin = pin; } }),
    button(word("sign_in"), signIn, { kind: "wide" }),
  ] };
}

function ask_save({ word, act }) {
  return { key: "ask_save", title: word("ask_save"), body: [
    text(word("ask_save_more")),
    button(word("save"), () => act("save_pin", "pin", true)),
    button(word("do_not_save"), () => act("save_pin", "pin", false)),
  ] };
}

function home({ values, word, act }) {
  return { key: "home", title: word("app"), home: () => act("home"), body: [
    text(word("welcome", { name: values.name }), "practice-large"),
    text(word("lessons")),
    item(word("account"), "", () => act("open", "account"), "account"),
  ] };
}

function account({ values, word, act }) {
  return { key: "account", title: word("account"), back: () => act("back"), home: () => act("home"), body: [
    text(values.name, "practice-large"),
    button(word("sign_out"), () => act("sign_out"), { kind: "wide" }),
  ] };
}

function launcher({ word, act }) {
  return { key: "launcher", title: word("launcher"), body: [item(word("app"), "", () => act("open", "app"), "app")] };
}

export function end({ tries, opened_at_try, is_open, pin_saved }) {
  return { tries, opened_at_try, is_open, pin_saved };
}

export function paper(values, word) {
  return [[word("name"), values.name], [word("code"), values.code], [word("pin"), values.pin]];
}
