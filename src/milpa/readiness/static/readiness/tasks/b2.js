/** B2 · among four messages open the class link, and come back to it. */
import { alert, button, item, text } from "../widgets.js";

export function start() {
  return { view: "list", message: "", class_opened: false, installed: false, permitted: false };
}

const leads = (values, id) => values.messages.find((message) => message.id === id);

export const acts = {
  open(state, values, id) {
    Object.assign(state, { view: "message", message: id });
  },
  follow(state, values, id) {
    Object.assign(state, { view: "page", message: id });
    state.class_opened ||= leads(values, id).leads === "class";
  },
  install(state) {
    state.installed = true;
  },
  permit(state, values, what, allowed) {
    state.permitted ||= allowed;
  },
  back(state) {
    state.view = state.view === "page" ? "message" : "list";
  },
};

export function view({ state, values, say, word, act }) {
  const chosen = leads(values, state.message);
  if (state.view === "list") {
    return { key: "list", title: word("app"), body: values.messages.map((message) =>
      item(say(message.from), say(message.text), () => act("open", message.id), message.id)) };
  }
  const back = () => act("back");
  if (state.view === "message") {
    return { key: `message-${chosen.id}`, title: say(chosen.from), back, body: [
      text(say(chosen.text), "practice-quote"),
      chosen.link && button(chosen.link, () => act("follow", chosen.id), { kind: "link" }),
    ] };
  }
  return { key: `page-${chosen.id}`, back, ...pages[chosen.leads]({ state, word, act }) };
}

const pages = {
  class: ({ word }) => ({ title: word("class"), body: [text(word("class_open"), "practice-large")] }),
  install: ({ state, word, act }) => ({ title: word("offer"), body: state.installed ? [alert(word("installed"))] : [
    text(word("install_ask")), button(word("install"), () => act("install", "app"), { kind: "wide" })] }),
  permit: ({ state, word, act }) => ({ title: word("offer"), body: state.permitted ? [alert(word("permitted"))] : [
    text(word("permit_ask")), button(word("permit"), () => act("permit", "location", true)),
    button(word("deny"), () => act("permit", "location", false))] }),
};

export function end({ view: seen, message, class_opened, installed, permitted }) {
  return { view: seen, message, class_opened, installed, permitted };
}
