/** B4 · answer three questions and send them without signal; say in which state they are, then and after it returns. */
import { alert, button, choices, text } from "../widgets.js";
import { el } from "../dom.js";

export function start() {
  return { link: "off", answers: {}, sends: 0, said: {}, missing: false, about: "" };
}

export const acts = {
  answer(state, values, question, option) {
    state.answers[question] = option;
  },
  send(state, values) {
    state.missing = values.questions.some(({ id }) => !(id in state.answers));
    if (!state.missing) state.sends += 1;
  },
  say(state, values, what) {
    state.said[state.link] = what;
    state.about = "";
    return state.link === "off" ? [["signal", "on"]] : [];
  },
  signal(state, values, link) {
    state.link = link;
  },
};

export function view(screen) {
  return { link: screen.state.link === "off" ? "off" : "data", ...(screen.state.sends ? sent(screen) : questions(screen)) };
}

function questions({ state, values, say, word, act }) {
  return { key: "questions", title: word("app"), body: [
    ...values.questions.map(({ id, text: question, options }) =>
      choices(id, say(question), options.map((option, index) => [index, say(option)]), state.answers[id],
        (index) => act("answer", id, index))),
    state.missing && alert(word("missing")),
    button(word("send"), () => act("send"), { kind: "wide" }),
  ] };
}

function sent({ state, values, word, act }) {
  const arrived = state.link === "on";
  const answered = arrived && "on" in state.said;
  return { key: `sent-${state.link}`, title: word("your_answers"), body: [
    text(`${word("state")}: ${arrived ? word("received", { time: values.time }) : word("pending")}`, "practice-state"),
    state.sends > 1 && text(word("times", { n: state.sends }), "practice-soft"),
    button(word("again"), () => act("send"), { kind: "quiet" }),
    answered ? text(word("thanks"), "practice-good") : question({ state, word, act }, arrived),
  ] };
}

function question({ state, word, act }, arrived) {
  const options = ["pending", "received", "lost"].map((name) => [name, word(`say_${name}`)]);
  return el("div", { class: "practice-asked" },
    choices("say", word(arrived ? "asks_again" : "asks"), options, state.about, (name) => { state.about = name; }),
    button(word("reply"), () => state.about && act("say", state.about), { kind: "wide" }));
}

export function end({ link, answers, sends, said }) {
  return { link, answers, sends, said };
}
