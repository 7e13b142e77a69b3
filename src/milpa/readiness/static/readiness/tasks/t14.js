/** 14, with a single fault · the phone sends no photo: find the setting, put it right, send it. */
import { alert, button, item, text, toggle } from "../widgets.js";
import { front } from "../front.js";

export function start(values) {
  return { view: "photo", settings: { ...values.settings }, sent: false, failed: false };
}

function isConnected(values, { wifi, airplane, data }) {
  return wifi || (!airplane && data && values.credit);
}

export const acts = {
  settings(state) {
    Object.assign(state, { view: "settings", failed: false });
  },
  photo(state) {
    state.view = "photo";
  },
  set(state, values, name, on) {
    state.settings[name] = on;
  },
  send(state, values) {
    state.failed = !state.sent && !isConnected(values, state.settings);
    state.sent ||= isConnected(values, state.settings);
  },
  back(state) {
    state.view = "photo";
  },
};

export function view(screen) {
  const { state: { settings: now, view: name }, values } = screen;
  const link = now.wifi ? "wifi" : now.airplane ? "airplane" : now.data && values.credit ? "data" : "off";
  return { link, ...{ photo, settings }[name](screen) };
}

function photo({ state, values, word, act }) {
  return { key: "photo", title: word("photo"), body: [
    front(values.room, { small: true, sharp: true, says: values.room }),
    state.sent ? text(word("sent"), "practice-good") : button(word("send"), () => act("send"), { kind: "wide" }),
    state.failed && alert(word("failed")),
    item(word("to_settings"), "", () => act("settings"), "settings"),
  ] };
}

function settings({ state, values, word, act }) {
  const notes = { wifi: word("network", { wifi: values.wifi_name }), data: values.credit ? "" : word("no_credit") };
  return { key: "settings", title: word("settings"), back: () => act("back"), body: [
    ...Object.entries(state.settings).map(([name, on]) => toggle(word(name), notes[name], on, (next) => act("set", name, next), name)),
    button(word("to_photo"), () => act("photo"), { kind: "wide" }),
  ] };
}

export function end({ settings: now, sent }) {
  return { settings: now, sent };
}
