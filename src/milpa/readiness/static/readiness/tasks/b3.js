/** B3 · download one lesson on Wi-Fi; when it is stored the signal goes, and it is opened from the phone. */
import { alert, button, text } from "../widgets.js";
import { el } from "../dom.js";

const DOWNLOADING_MS = 900;

export function start() {
  return { view: "lessons", link: "data", about: "", coming: {}, cannot: false, stored: {}, opened_without_signal: false };
}

export const acts = {
  connect(state) {
    state.link = "wifi";
  },
  signal(state, values, link) {
    state.link = link;
  },
  ask_data(state, values, lesson) {
    Object.assign(state, { view: "ask_data", about: lesson });
  },
  download(state, values, lesson) {
    state.view = "lessons";
    state.coming[lesson] = state.link;
    return [["stored", lesson, null, DOWNLOADING_MS]];
  },
  stored(state, values, lesson) {
    state.stored[lesson] = state.coming[lesson];
    delete state.coming[lesson];
    return lesson === values.lesson && state.link !== "off" ? [["signal", "off"]] : [];
  },
  remove(state, values, lesson) {
    delete state.stored[lesson];
  },
  open(state, values, lesson) {
    state.cannot = state.link === "off" && !(lesson in state.stored);
    if (state.cannot) return;
    Object.assign(state, { view: "lesson", about: lesson });
    if (state.link === "off" && lesson === values.lesson) state.opened_without_signal = true;
  },
  back(state) {
    Object.assign(state, { view: "lessons", cannot: false });
  },
};

export function view(screen) {
  return { link: screen.state.link, ...{ lessons, ask_data, lesson: page }[screen.state.view](screen) };
}

function lessons({ state, values, say, word, act }) {
  return { key: "lessons", title: word("app"), body: [
    text(word(`now_${state.link}`), "practice-state"),
    state.link === "data" && button(word("connect"), () => act("connect", "wifi"), { key: "connect" }),
    state.cannot && alert(word("cannot")),
    ...values.lessons.map((lesson) => el("section", { class: "practice-card" },
      el("h3", {}, `${word("lesson", lesson)}: ${say(lesson.title)}`),
      text(place(state, word, lesson), lesson.n in state.stored ? "practice-good" : "practice-soft"),
      el("div", { class: "practice-row" }, touches({ state, word, act }, lesson)))),
  ] };
}

function place(state, word, lesson) {
  if (lesson.n in state.coming) return word("downloading");
  return lesson.n in state.stored ? word("on_phone") : lesson.size;
}

function touches({ state, word, act }, { n }) {
  const named = (name) => ({ kind: "quiet", key: `${name}-${n}` });
  const download = () => act(state.link === "data" ? "ask_data" : "download", n);
  return [
    button(word("open"), () => act("open", n), named("open")),
    n in state.stored && button(word("remove"), () => act("remove", n), named("remove")),
    !(n in state.stored) && !(n in state.coming) && state.link !== "off" && button(word("download"), download, named("download")),
  ];
}

function ask_data({ state, values, word, act }) {
  const { n, size } = values.lessons.find((lesson) => lesson.n === state.about);
  const connect = () => {
    act("connect", "wifi");
    act("download", n);
  };
  return { key: "ask_data", title: word("ask_data", { size }), body: [
    button(word("connect"), connect),
    button(word("with_data"), () => act("download", n)),
    button(word("cancel"), () => act("back")),
  ] };
}

function page({ state, values, say, word, act }) {
  const lesson = values.lessons.find(({ n }) => n === state.about);
  return { key: `lesson-${lesson.n}`, title: `${word("lesson", lesson)}: ${say(lesson.title)}`, back: () => act("back"), body: [
    text(word("page"), "practice-soft"),
    text(lesson.n === values.lesson ? say(values.first_page) : say(lesson.title), "practice-large"),
  ] };
}

export function end({ link, stored, opened_without_signal }) {
  return { link, stored, opened_without_signal };
}
