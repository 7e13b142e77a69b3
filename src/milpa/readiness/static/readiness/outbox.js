/**
 * Keeps each finished task on the phone until the server says that it has it.
 * A phone is shared: only the person who did a task sends it (`person` is an opaque id).
 */

const KEY = "milpa.readiness.outbox";
const REFUSED = [400, 404, 409, 413, 422];

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof DOMException) return [];
    throw problem;
  }
}

function keep(items) {
  try {
    localStorage.setItem(KEY, JSON.stringify(items));
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem; // full or forbidden: it is still sent now
  }
}

/** Sends one task. Answers "stored", "waiting" (kept here, sent later) or "refused". */
export async function send(item, { address, token }) {
  keep([...kept().filter((other) => other.body.id !== item.body.id), item]);
  const outcome = await post(item, address, token);
  if (outcome !== "waiting") keep(kept().filter((other) => other.body.id !== item.body.id));
  return outcome;
}

/** Sends what this person still has waiting. Answers how many are left. */
export async function flush(person, { address, token }) {
  for (const item of kept().filter((waiting) => waiting.person === person)) {
    if ((await send(item, { address, token })) === "waiting") break;
  }
  return kept().filter((waiting) => waiting.person === person).length;
}

async function post(item, address, token) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
      body: JSON.stringify(item.body),
      redirect: "manual",
    });
    if (answer.ok) return "stored";
    return REFUSED.includes(answer.status) ? "refused" : "waiting";
  } catch (problem) {
    if (problem instanceof TypeError) return "waiting"; // no network
    throw problem;
  }
}
