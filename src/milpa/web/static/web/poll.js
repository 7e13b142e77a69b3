// Long work: asks how far it is, says it in words, and offers the result when it is there.
// The address answers {done, words, value, of, url}.
const FIRST = 1000;
const LONGEST = 8000;

export function attach(box) {
  ask(box, FIRST);
}

async function ask(box, wait) {
  const answer = await fetch(box.dataset.poll, { headers: { Accept: "application/json" } }).then((got) => (got.ok ? got.json() : null), () => null);
  if (answer) show(box, answer);
  if (answer?.done) return finish(box, answer);
  setTimeout(() => ask(box, answer ? Math.min(wait * 1.3, LONGEST) : LONGEST), wait);
}

function show(box, { words, value, of }) {
  const bar = box.querySelector("progress");
  if (of) bar.max = of;
  if (value !== undefined && value !== null) bar.value = value;
  const said = box.querySelector("[data-words]");
  if (words && said.textContent !== words) said.textContent = words;
}

function finish(box, { url }) {
  const bar = box.querySelector("progress");
  bar.value = bar.max;
  if (!url) return;
  const link = document.createElement("a");
  link.className = "button";
  link.href = url;
  link.textContent = box.dataset.go;
  box.append(link);
}
