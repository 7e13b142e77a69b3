/**
 * Keeps what somebody wrote or voted on the phone until the server says that it has it. Plain functions over plain objects:
 * an item is {id, kind, address, fields, state: "waiting"|"refused", sentence}. A shared phone keeps one box a person.
 */

const SEND_AGAIN = 4_000; // milliseconds
const PATIENCE = 10_000; // milliseconds for an answer: a laptop that sleeps takes what is sent and says nothing
const REFUSED = [400, 403, 404, 409, 413, 422];
const memory = new Map(); // where the browser keeps nothing

export function box(key) {
  const name = `milpa.workshop.${key}`;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(name)) ?? memory.get(name) ?? [];
    } catch (problem) {
      if (problem instanceof SyntaxError || problem instanceof DOMException) return memory.get(name) ?? [];
      throw problem;
    }
  };
  const write = (items) => {
    memory.set(name, items);
    try {
      if (items.length) localStorage.setItem(name, JSON.stringify(items));
      else localStorage.removeItem(name);
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem; // full or forbidden: it stays in memory and is still sent
    }
  };
  const put = (item) => write([...read().filter((other) => other.id !== item.id), item]);
  const drop = (id) => write(read().filter((other) => other.id !== id));
  return { read, put, drop };
}

/** Sends what waits, one after another; `changed(item)` is called with state "waiting", "stored" or "refused". */
export function sender(kept, token, changed) {
  let is_sending = false;
  let timer = null;

  async function send() {
    clearTimeout(timer);
    if (is_sending) return;
    is_sending = true;
    let has_signal = true;
    for (const item of kept.read().filter((one) => one.state === "waiting")) {
      const told = await post(item, token());
      if (told.state === "stored") kept.drop(item.id);
      else kept.put({ ...item, ...told });
      changed({ ...item, ...told });
      has_signal = told.state !== "waiting";
      if (!has_signal) break;
    }
    is_sending = false;
    if (kept.read().some((one) => one.state === "waiting")) timer = setTimeout(send, has_signal ? 0 : SEND_AGAIN);
  }

  addEventListener("online", send);
  return send;
}

async function post(item, token) {
  const given_up = new AbortController();
  const timer = setTimeout(() => given_up.abort(), PATIENCE);
  try {
    const body = new URLSearchParams([...item.fields, ["csrfmiddlewaretoken", token]]);
    const answer = await fetch(item.address, { method: "POST", headers: { Accept: "application/json" }, body, redirect: "manual", signal: given_up.signal });
    if (answer.ok) return { state: "stored" };
    if (!REFUSED.includes(answer.status)) return { state: "waiting" };
    const is_told = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { state: "refused", sentence: is_told ? (await answer.json()).sentence : "" };
  } catch (problem) {
    if (problem instanceof TypeError || problem.name === "AbortError") return { state: "waiting" }; // no network, or nobody awake
    throw problem;
  } finally {
    clearTimeout(timer);
  }
}

/** A random UUID: a ballot's id tells nothing of when it was cast. */
export function uuid4() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = 0x40 | (bytes[6] & 0x0f);
  return written(bytes);
}

/** A UUID by time, of the phone's own making: crypto.randomUUID is not there on plain http. */
export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(now / 2 ** (8 * (5 - place))) % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  return written(bytes);
}

function written(bytes) {
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
