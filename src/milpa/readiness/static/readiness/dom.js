/** Elements without a framework: el("button", {class: "button", on: {click: press}}, "Poner"). */

export function el(tag, { on = {}, ...attributes } = {}, ...children) {
  return dressed(document.createElement(tag), on, attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return dressed(document.createElementNS("http://www.w3.org/2000/svg", tag), {}, attributes, children);
}

function dressed(node, on, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** "Lección {n}" and {n: "2"} -> "Lección 2". */
export function filled(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
