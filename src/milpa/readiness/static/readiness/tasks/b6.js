/** B6 · copy a card into a form, correct the telephone, read the notice, decide, send once. */
import { alert, button, choices, field, select, text } from "../widgets.js";

const ASKED = ["name", "phone", "day", "month", "town"];

export function start(values) {
  return { view: "form", fields: { phone: values.begun }, notice_opened: false, consent: null, sends: 0, wrong: {} };
}

export const acts = {
  fill(state, values, name, value) {
    state.fields[name] = value;
  },
  notice(state) {
    Object.assign(state, { view: "notice", notice_opened: true });
  },
  back(state) {
    state.view = state.sends ? "sent" : "form";
  },
  consent(state, values, what, chosen) {
    state.consent = chosen;
  },
  send(state) {
    state.wrong = Object.fromEntries(ASKED.filter((name) => !(state.fields[name] ?? "").trim()).map((name) => [name, "missing"]));
    if (!state.wrong.phone && !/^[0-9]{8}$/.test(state.fields.phone)) state.wrong.phone = "short";
    if (state.consent === null) state.wrong.consent = "missing";
    if (Object.keys(state.wrong).length === 0) Object.assign(state, { sends: state.sends + 1, view: "sent" });
  },
};

export function view(screen) {
  return { form, notice, sent }[screen.state.view](screen);
}

function form({ state, values, say, word, act, note }) {
  const error = (name) => state.wrong[name] && word(state.wrong[name]);
  const typed = (name) => ({ value: state.fields[name], error: error(name),
    typed: (value) => { state.fields[name] = value; },
    changed: (value) => note("fill", name, value) });
  const chosen = (name) => ({ error: error(name), changed: (value) => note("fill", name, value) });
  const days = Array.from({ length: 31 }, (_, index) => [String(index + 1), String(index + 1)]);
  return { key: "form", title: word("app"), body: [
    Object.keys(state.wrong).length > 0 && alert(word("fix")),
    field("name", word("name"), typed("name")),
    field("phone", word("phone"), { ...typed("phone"), mode: "numeric", most: 8 }),
    select("day", `${word("date")}: ${word("day")}`, word("choose"), days, state.fields.day, chosen("day")),
    select("month", `${word("date")}: ${word("month")}`, word("choose"),
      values.months.map((month, index) => [String(index + 1), say(month)]), state.fields.month, chosen("month")),
    select("town", word("town"), word("choose"), values.towns.map((town) => [town, town]), state.fields.town, chosen("town")),
    field("mail", word("mail"), { ...typed("mail"), mode: "email" }),
    button(word("notice"), () => act("notice"), { kind: "link" }),
    choices("consent", word("may_we"), [[true, word("yes")], [false, word("no")]], state.consent,
      (choice) => act("consent", "notices", choice)),
    error("consent") && text(error("consent"), "practice-error"),
    button(word("send"), () => act("send"), { kind: "wide" }),
  ] };
}

function notice({ word, act }) {
  return { key: "notice", title: word("notice"), back: () => act("back"), body: [
    text(word("notice_text"), "practice-large"),
    button(word("understood"), () => act("back"), { kind: "wide" }),
  ] };
}

function sent({ word, act }) {
  return { key: "sent", title: word("app"), body: [
    text(word("sent"), "practice-good"), button(word("again"), () => act("send"), { kind: "quiet" })] };
}

export function end({ fields, notice_opened, consent, sends }) {
  return { fields, notice_opened, consent, sends };
}

export function paper(values, word, say) {
  return [[word("name"), values.name], [word("phone"), values.phone],
    [word("date"), `${values.day} · ${say(values.months[values.month - 1])}`], [word("town"), values.town]];
}
