import { ordering } from "./phone_order.js";

/** One's vote: how many dots are left, in words; kept on the phone until the server has them; refused, the marks stay. */

export function ballot(room, kept) {
  const form = room.querySelector("[data-outbox=ballot]");
  const forms = [...room.querySelectorAll("[data-outbox=ballot]")];
  const inputs = form?.dataset.dots ? [...form.querySelectorAll("[type=checkbox], [type=number]")] : [];
  const refused = room.querySelector("[data-refused]");

  function count() {
    const spent = inputs.reduce((sum, input) => sum + (input.type === "number" ? Number(input.value) : Number(input.checked)), 0);
    const left = Number(form.dataset.dots) - spent;
    const says = form.querySelector("[data-left]");
    const words = left < 0 ? says.dataset.over : left === 1 ? says.dataset.one : says.dataset.many;
    says.textContent = words.replace("{n}", Math.abs(left));
  }

  function waits(is_waiting) {
    for (const one of [...forms, ...room.querySelectorAll("[data-blank]")]) one.hidden = is_waiting;
    room.querySelector("[data-ballot-kept]").hidden = !is_waiting;
  }

  function changed(item) {
    if (item.kind !== "ballot") return;
    if (item.state === "stored") {
      stored();
      return;
    }
    if (form) waits(item.state === "waiting");
    if (item.state === "refused") say(item);
  }

  /** The marks go; what else the page holds stays, so that a vote costs the laptop no page. By link one's page is one's own. */
  function stored() {
    if ("alone" in room.dataset) location.reload();
    const marks = room.querySelector("[data-ballot]");
    if (!marks) return;
    const was_inside = marks.contains(document.activeElement);
    marks.remove();
    room.querySelector("[data-ballot-stored]").hidden = false;
    room.querySelector("[data-mine]").hidden = false;
    if (was_inside) document.querySelector("#content").focus();
  }

  /** Why it was not stored; where the form is still there, the marks are too. */
  function say(item) {
    refused.firstElementChild.textContent = item.sentence || room.dataset.unknown;
    refused.hidden = false;
    kept.drop(item.id);
    refused.scrollIntoView({ block: "center" });
  }

  if (form) {
    ordering(form);
    if (form.dataset.dots) {
      form.addEventListener("input", count);
      count();
    }
    const mine = kept.read().find((item) => item.kind === "ballot" && item.fields.some(([name, value]) => name === "vote" && value === form.elements.vote.value));
    if (mine) waits(true);
  }
  for (const item of kept.read()) if (item.kind === "ballot" && item.state === "refused") say(item); // the page was left before it was read
  return { written: () => (refused.hidden = true), changed };
}
