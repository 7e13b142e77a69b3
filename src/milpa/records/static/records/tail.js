// What comes in appears on top of the statements while somebody follows. The channel says that there is something; the page asks what.
const CALM = 1000; // milliseconds between two readings
const AGAIN = 3000;
const KEPT = 200; // statements on the page

for (const box of document.querySelectorAll("[data-tail]")) prepare(box);

function prepare(box) {
  const choice = box.querySelector("label");
  const ticked = choice.querySelector("input");
  const tail = { box, after: Number(box.dataset.after), source: null, timer: null };
  choice.hidden = false;
  ticked.checked = false;
  ticked.addEventListener("change", () => (ticked.checked ? listen(tail) : stop(tail)));
}

function listen(tail) {
  tail.source = new EventSource(`${tail.box.dataset.tail}?after=${tail.after}`);
  tail.source.addEventListener("newer", () => {
    tail.timer ??= setTimeout(() => read(tail), CALM);
  });
  tail.source.onopen = () => say(tail, tail.box.dataset.says);
  tail.source.onerror = () => {
    say(tail, tail.box.dataset.lost);
    if (tail.source?.readyState !== EventSource.CLOSED) return;
    stop(tail, tail.box.dataset.lost);
    tail.timer = setTimeout(() => {
      tail.timer = null;
      if (tail.box.querySelector("input").checked) listen(tail);
    }, AGAIN);
  };
}

function stop(tail, words = "") {
  tail.source?.close();
  clearTimeout(tail.timer);
  tail.source = tail.timer = null;
  say(tail, words);
}

async function read(tail) {
  tail.timer = null;
  const joined = tail.box.dataset.newer.includes("?") ? "&" : "?";
  const answer = await fetch(`${tail.box.dataset.newer}${joined}after=${tail.after}`, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = [...page.querySelectorAll("[data-arrived]")];
  if (!fresh.length) return;
  tail.after = Number(fresh[0].dataset.arrived);
  for (const one of fresh) one.classList.add("new");
  const lines = document.querySelector("[data-lines]");
  lines.prepend(...fresh);
  while (lines.children.length > KEPT && !lines.lastElementChild.contains(document.activeElement)) lines.lastElementChild.remove();
  document.querySelector(".empty")?.remove();
}

function say(tail, words) {
  tail.box.querySelector("[role=status]").textContent = words;
}
