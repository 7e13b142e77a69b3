/** B5 · take a photo of the sign, see whether it can be read, and attach it where it belongs. The first comes out blurred. */
import { button, item, text } from "../widgets.js";
import { front } from "../front.js";

export function start() {
  return { view: "places", place: "", photos: 0, looked: false, attached: {} };
}

export const acts = {
  open(state, values, place) {
    Object.assign(state, { view: "place", place });
  },
  camera(state) {
    state.view = "camera";
  },
  shoot(state) {
    state.photos += 1;
    state.view = "taken";
  },
  look(state) {
    Object.assign(state, { view: "look", looked: true });
  },
  attach(state, values, place, photo) {
    state.attached[place] = photo;
    state.view = "place";
  },
  take_off(state, values, place) {
    delete state.attached[place];
  },
  back(state) {
    state.view = { place: "places", camera: "place", taken: "camera", look: "taken" }[state.view];
  },
};

export function view(screen) {
  const back = screen.state.view === "places" ? null : () => screen.act("back");
  return { back, ...{ places, place, camera, taken, look }[screen.state.view](screen) };
}

const isSharp = ({ state, values }) => state.photos >= values.sharp_from;

function places({ state, values, say, word, act }) {
  return { key: "places", title: word("app"), body: values.places.map(({ id, title }) =>
    item(say(title), id in state.attached ? word("attached") : "", () => act("open", id), id)) };
}

function place({ state, values, say, word, act }) {
  const { id, title } = values.places.find((one) => one.id === state.place);
  const photo = state.attached[id];
  return { key: `place-${id}`, title: say(title), body: photo ? [
    text(word("attached"), "practice-good"),
    front(values.sign, { small: true, sharp: photo >= values.sharp_from, says: word("thumb", { n: photo }) }),
    button(word("take_off"), () => act("take_off", id), { kind: "quiet" }),
  ] : [
    text(word("nothing"), "practice-soft"),
    button(word("attach"), () => act("camera", id), { kind: "wide" }),
  ] };
}

function camera({ values, word, act }) {
  return { key: "camera", title: word("camera"), body: [
    front(values.sign, { sharp: true, says: word("scene") }),
    button(word("shoot"), () => act("shoot"), { kind: "wide" }),
  ] };
}

function taken({ state, values, word, act }) {
  return { key: `taken-${state.photos}`, title: word("taken"), body: [
    front(values.sign, { small: true, sharp: isSharp({ state, values }), says: word("thumb", { n: state.photos }) }),
    button(word("large"), () => act("look")),
    ...decide({ state, word, act }),
  ] };
}

function look({ state, values, word, act }) {
  const sharp = isSharp({ state, values });
  return { key: `look-${state.photos}`, title: word("look"), body: [
    front(values.sign, { sharp, says: sharp ? word("sharp") : word("blurred") }),
    ...decide({ state, word, act }),
  ] };
}

function decide({ state, word, act }) {
  return [
    button(word("again"), () => act("camera", state.place)),
    button(word("use"), () => act("attach", state.place, state.photos)),
  ];
}

export function end({ photos, looked, attached }) {
  return { photos, looked, attached };
}
