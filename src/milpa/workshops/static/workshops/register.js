/** One's enterprise chosen from the register by typing: after three letters the names that hold them are suggested. */

const box = document.querySelector("[data-register]");
const field = box?.querySelector("input");
const list = Object.assign(document.createElement("datalist"), { id: "register-names" });
let timer = null;

async function suggest() {
  const typed = field.value.trim();
  if (typed.length < 3) return;
  try {
    const answer = await fetch(`${box.dataset.register}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok) return;
    list.replaceChildren(...(await answer.json()).names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem; // no network: it is written as one likes
  }
}

if (field) {
  box.append(list);
  field.setAttribute("list", list.id);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, 250);
  });
}
