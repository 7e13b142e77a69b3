/** B9 · raise the volume, play and repeat the audio, enlarge the type, open the language, say which number was heard. */
import { alert, button, choices, text } from "../widgets.js";
import { el } from "../dom.js";
import { canSpeak, speak } from "../speech.js";

const SIZES = [100, 125, 150, 175, 200];
const VOLUMES = [0, 2, 4, 6, 8, 10];
const MS_A_LETTER = 90;

export function start() {
  return { plays: 0, heard: false, volume: 0, size: 100, language_opened: false, number: null,
    playing: false, settingText: false, text: "" };
}

export const acts = {
  play(state, values) {
    state.plays += 1;
    state.playing = true;
    return [["ended", "", null, values.audio.es.length * MS_A_LETTER]];
  },
  ended(state) {
    state.playing = false;
    state.heard ||= state.volume > 0;
  },
  volume(state, values, what, volume) {
    state.volume = volume;
  },
  size(state, values, what, size) {
    state.size = size;
  },
  text_language(state) {
    Object.assign(state, { language_opened: true, settingText: true });
  },
  set_text(state, values, language) {
    Object.assign(state, { text: language, settingText: false });
  },
  number(state, values, what, number) {
    state.number = number;
  },
};

export function view({ state, values, say, word, act }) {
  if (state.settingText) return language({ state, word, act });
  const shown = state.text ? values.text[state.text] : say(values.text);
  const play = () => {
    act("play");
    const tongue = values.audio.es === say(values.audio) ? "es" : "en";
    if (state.volume) speak(say(values.audio), tongue, { volume: state.volume / 10 });
  };
  return { key: "lesson", title: word("app"), body: [
    text(shown, `practice-quote size-${state.size}`),
    button(word("text_language"), () => act("text_language"), { kind: "quiet" }),
    steps({ word, act }, "size", state.size, "%", (by) => SIZES[SIZES.indexOf(state.size) + by]),
    steps({ word, act }, "volume", state.volume, "", (by) => VOLUMES[VOLUMES.indexOf(state.volume) + by]),
    state.playing ? caption({ state, values, say, word })
      : button(word(state.plays ? "repeat" : "play"), play, { kind: "wide", key: "play" }),
    state.plays > 0 && !state.playing && choices("number", word("number"), values.numbers.map((number) => [number, String(number)]),
      state.number, (number) => act("number", "said", number)),
  ] };
}

/** Where the phone has no voice, what the audio says is written while it plays. */
function caption({ state, values, say, word }) {
  if (!state.volume) return alert(word("silent"));
  const voiceless = !canSpeak() || speechSynthesis.getVoices().length === 0;
  return text(voiceless ? `${word("playing")} ${say(values.audio)}` : word("playing"), "practice-state");
}

function steps({ word, act }, name, now, unit, next) {
  const go = (by) => () => next(by) !== undefined && act(name, "to", next(by));
  return el("div", { class: "practice-steps", role: "group", "aria-label": word(name) },
    el("span", {}, `${word(name)}: ${now}${unit && ` ${unit}`}`),
    button(word("less"), go(-1), { kind: "quiet", key: `${name}-less` }),
    button(word("more"), go(1), { kind: "quiet", key: `${name}-more` }));
}

function language({ state, word, act }) {
  return { key: "language", title: word("text_language"), body: [
    choices("language", word("text_language"), [["es", word("spanish")], ["en", word("english")]], state.text,
      (name) => act("set_text", name))] };
}

export function end({ plays, heard, volume, size, language_opened, number }) {
  return { plays, heard, volume, size, language_opened, number };
}
