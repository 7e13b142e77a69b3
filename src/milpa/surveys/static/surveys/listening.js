// Whoever does not read hears the question and then each answer, which lights up while it is said.
let playing = null;

for (const button of document.querySelectorAll("[data-listen]")) {
  button.hidden = false;
  const [sign, words] = button.children;
  const start = words.textContent;
  const draw = (on) => {
    sign.textContent = on ? "■" : "▶";
    words.textContent = on ? button.dataset.stop : start;
  };
  button.addEventListener("click", () => {
    const mine = playing?.button === button;
    playing?.stop();
    if (!mine) play(button, draw);
  });
}

function play(button, draw) {
  const labels = [...button.closest("[data-question]").querySelectorAll("[data-heard]")];
  const queue = [{ address: button.dataset.listen }, ...labels.map((label) => ({ address: label.dataset.heard, label }))];
  const sound = new Audio();
  const stop = () => {
    sound.pause();
    for (const label of labels) label.classList.remove("hears");
    draw(false);
    playing = null;
  };
  const next = () => {
    for (const label of labels) label.classList.remove("hears");
    const part = queue.shift();
    if (!part) return stop();
    part.label?.classList.add("hears");
    sound.src = part.address;
    return sound.play().catch(stop);
  };
  playing = { button, stop };
  draw(true);
  sound.addEventListener("ended", next);
  next();
}
