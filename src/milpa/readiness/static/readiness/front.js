/** The front of a small business with its sign: the scene of the practice camera, drawn here so that nothing is downloaded. */
import { svg } from "./dom.js";

export function front(sign, { small = false, sharp, says }) {
  const shape = (tag, kind, attributes, ...children) => svg(tag, { class: `front-${kind}`, ...attributes }, ...children);
  const look = ["front", small && "small", !sharp && "blurred"].filter(Boolean).join(" ");
  return svg("svg", { viewBox: "0 0 240 150", role: "img", "aria-label": says, class: look },
    shape("rect", "sky", { width: 240, height: 150 }),
    shape("rect", "wall", { x: 20, y: 40, width: 200, height: 100 }),
    shape("path", "roof", { d: "M10 42 40 18h160l30 24z" }),
    shape("rect", "door", { x: 102, y: 88, width: 36, height: 52 }),
    shape("rect", "window", { x: 40, y: 92, width: 40, height: 28 }),
    shape("rect", "window", { x: 160, y: 92, width: 40, height: 28 }),
    shape("rect", "sign", { x: 44, y: 50, width: 152, height: 30 }),
    shape("text", "words", { x: 120, y: 71, "text-anchor": "middle", "font-size": 17 }, sign));
}
