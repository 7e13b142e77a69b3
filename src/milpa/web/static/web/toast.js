// Messages at the foot of the page. They stay until closed: nobody reads at the machine's pace.
const box = document.querySelector("[data-toasts]");

export function attach(message) {
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "✕";
  close.setAttribute("aria-label", box?.dataset.close ?? "✕");
  close.addEventListener("click", () => message.remove());
  message.append(close);
}

// toast("…") for other modules: read out by the live region.
export function toast(words, kind = "success") {
  const message = document.createElement("p");
  message.className = `toast ${kind}`;
  message.textContent = words;
  message.dataset.attached = "yes";
  attach(message);
  box?.append(message);
}
