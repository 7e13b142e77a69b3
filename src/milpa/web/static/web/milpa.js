// What every page carries: the menu closes, messages can be closed, the first error is in view, dialogs open.
// The rest is fetched only where a data- attribute asks for it.
const ON_DEMAND = [
  ["[data-draft], [data-sign-out]", () => import("./draft.js")],
  ["[data-counter]", () => import("./counter.js")],
  ["[data-dialog]", () => import("./dialog.js")],
  ["[data-confirm]", () => import("./confirm.js")],
  ["[data-poll]", () => import("./poll.js")],
  ["[data-copy]", () => import("./copy.js")],
  ["[data-menu]", () => import("./menu.js")],
  [".toast", () => import("./toast.js")],
];
const asked = new Map();

// Also called for a fragment that was put into the page later.
export function attach(root) {
  return Promise.all(ON_DEMAND.map(([selector, load]) => attachTo(root, selector, load)));
}

async function attachTo(root, selector, load) {
  const found = [...root.querySelectorAll(selector)];
  if (root.matches?.(selector)) found.push(root);
  if (!found.length) return;
  if (!asked.has(selector)) asked.set(selector, load());
  const behaviour = await asked.get(selector);
  for (const element of found) {
    if (element.dataset.attached) continue;
    element.dataset.attached = "yes";
    behaviour.attach(element);
  }
}

document.querySelector("[data-focus]")?.focus();
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
attach(document);
document.addEventListener("htmx:load", (event) => attach(event.detail.elt));

// A form that was sent and whose page came back without it has arrived: its draft may go.
if (Object.keys(localStorage).some((key) => key.startsWith("milpa:draft:"))) import("./draft_store.js").then(({ settle }) => settle());
