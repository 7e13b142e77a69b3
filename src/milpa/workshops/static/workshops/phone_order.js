/** Putting in order by tapping: each tap takes the next place, another takes it out. The lists below hold the places and are what is sent. */

export function ordering(form) {
  const box = form?.querySelector("[data-order]");
  if (!box) return;
  const rows = [...box.querySelectorAll("[data-option]")].map(row);
  const places = Math.max(...[...rows[0].list.options].map((option) => Number(option.value)));
  const left = box.querySelector("[data-order-left]");
  box.querySelector("[data-order-hint]").hidden = false;

  function row(node) {
    const list = node.querySelector("select");
    const label = node.querySelector("label");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    const place = document.createElement("b");
    place.setAttribute("aria-hidden", "true");
    const name = document.createElement("span");
    name.textContent = label.textContent;
    button.append(place, name);
    list.hidden = label.hidden = true;
    node.append(button);
    button.addEventListener("click", () => tap(list));
    return { list, button, place, name: label.textContent };
  }

  function tap(list) {
    const at = Number(list.value);
    if (at) {
      for (const other of rows) if (Number(other.list.value) > at) other.list.value = Number(other.list.value) - 1;
      list.value = "";
    } else {
      const next = rows.filter((other) => other.list.value).length + 1;
      if (next <= places) list.value = next;
    }
    show();
  }

  function show() {
    for (const one of rows) {
      const at = one.list.value;
      one.place.textContent = at;
      one.button.setAttribute("aria-label", `${one.name}, ${at ? box.dataset.place.replace("{n}", at) : box.dataset.none}`);
      one.button.setAttribute("aria-pressed", String(Boolean(at)));
    }
    const more = places - rows.filter((one) => one.list.value).length;
    left.textContent = more ? box.dataset[more === 1 ? "one" : "many"].replace("{n}", more) : box.dataset.all;
  }

  show();
}
