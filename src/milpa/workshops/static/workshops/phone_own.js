/** What became of one's own cards is nobody else's page: it is read again when something was heard of them, not all phones at once. */

const SOON = 1_000; // milliseconds: only its author reads that a card was taken from the wall
const SPREAD = 10_000;

/** `put(list)`: the list as it stands now. `heard` an event of the live channel; `moved` when the page shows something else. */
export function own(room, put) {
  const list = room.querySelector("[data-own-cards]");
  const place = room.querySelector("[data-moved] a").href;
  let is_stale = false;
  let timer = null;

  function heard(name, { card }) {
    if (!list.firstElementChild || (card && !document.getElementById(`c-${card}`))) return;
    is_stale = true;
    if (name === "moderated") again(SOON);
  }

  function moved(mode) {
    if (list.firstElementChild && (is_stale || mode === "closed")) again(SPREAD);
  }

  function again(within) {
    clearTimeout(timer);
    timer = setTimeout(read, Math.random() * within);
  }

  async function read() {
    try {
      const answer = await fetch(place);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-own-cards]");
      if (!answer.ok || !fresh) return;
      is_stale = false;
      put(fresh);
    } catch (problem) {
      if (!(problem instanceof TypeError)) throw problem; // no network: with the next move
    }
  }

  return { heard, moved };
}
