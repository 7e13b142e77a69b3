/** The wall on a phone, read only: cards come, are laid into groups, are taken away, as it happens. */

const wall = document.querySelector("[data-wall]");
const pile = (id) => document.getElementById(`g-${id ?? "none"}`);
const card = (id) => document.getElementById(`c-${id}`);
const said = document.querySelector("[data-wall-said]");
const loose = wall.querySelector("[data-loose]");

const heard = {
  card({ id, text, author }) {
    if (card(id)) return;
    const node = document.createElement("article");
    node.className = "card";
    node.id = `c-${id}`;
    node.append(Object.assign(document.createElement("p"), { textContent: text }));
    if (author) node.append(Object.assign(document.createElement("small"), { textContent: author }));
    pile(null).append(node);
    said.textContent = said.dataset.card.replace("{text}", text);
  },
  placed({ card: id, group }) {
    if (!card(id) || !pile(group)) return;
    pile(group).append(card(id));
    const name = pile(group).querySelector("h2")?.textContent ?? "";
    said.textContent = said.dataset.placed.replace("{text}", card(id).querySelector("p").textContent).replace("{group}", name);
  },
  moderated({ card: id }) {
    card(id)?.remove();
  },
  group({ id, name }) {
    if (pile(id)) return;
    const node = pile(null).cloneNode(false);
    node.id = `g-${id}`;
    const head = document.createElement("header");
    head.append(Object.assign(document.createElement("h2"), { textContent: name }));
    node.append(head);
    wall.insertBefore(node, loose);
  },
  named({ group, name }) {
    const heading = pile(group)?.querySelector("h2");
    if (heading) heading.textContent = name;
  },
  solved: again,
  returned: again,
};

/** Not all phones of a room at once. */
function again() {
  setTimeout(() => location.reload(), Math.random() * 1_000);
}

function listen() {
  const source = new EventSource(`/live/workshop/${wall.dataset.workshop}?after=${wall.dataset.after}`);
  for (const [name, act] of Object.entries(heard)) {
    source.addEventListener(name, (event) => {
      wall.dataset.after = event.lastEventId || wall.dataset.after;
      act(JSON.parse(event.data));
      loose.hidden = !loose.querySelector(".card");
    });
  }
  source.onerror = () => source.readyState === EventSource.CLOSED && setTimeout(listen, 3_000);
}

listen();
