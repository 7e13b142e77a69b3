/** B10 · downloads wait for Wi-Fi; the finished lesson goes, the one with answers waiting stays. */
import { button, item, text, toggle } from "../widgets.js";

export function start(values) {
  return { view: "settings", about: "", wifi_only: false, on_phone: values.lessons.map(({ n }) => n) };
}

export const acts = {
  wifi_only(state, values, what, on) {
    state.wifi_only = on;
  },
  ask_remove(state, values, n) {
    Object.assign(state, { view: "sure", about: n });
  },
  remove(state, values, gone) {
    state.on_phone = state.on_phone.filter((n) => n !== gone);
    state.view = "settings";
  },
  keep(state) {
    state.view = "settings";
  },
};

export function view({ state, values, word, act }) {
  if (state.view === "sure") {
    return { key: "sure", title: word("sure", { n: state.about }), link: "data", body: [
      button(word("yes_remove"), () => act("remove", state.about)), button(word("keep"), () => act("keep", state.about))] };
  }
  const kept = values.lessons.filter(({ n }) => state.on_phone.includes(n));
  const freed = values.lessons.filter((lesson) => !kept.includes(lesson)).reduce((sum, { size }) => sum + size, 0);
  return { key: "settings", title: word("app"), link: "data", body: [
    toggle(word("wifi_only"), "", state.wifi_only, (on) => act("wifi_only", "downloads", on), "wifi_only"),
    text(word("free", { free: values.free + freed }), "practice-soft"),
    text(word("on_phone"), "practice-state"),
    ...kept.map((lesson) => item(`${word("remove")}: ${word("lesson", lesson)} · ${lesson.size} MB`, word(lesson.is),
      () => act("ask_remove", lesson.n), lesson.n)),
  ] };
}

export function end({ wifi_only, on_phone }) {
  return { wifi_only, on_phone };
}
