// A link to a <dialog> opens it in front of the page; without script it jumps to it.
export function attach(link) {
  const dialog = document.getElementById(link.hash.slice(1));
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
  if (dialog.dataset.ready) return;
  dialog.dataset.ready = "yes";
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog && !event.target.closest("[data-close]")) return;
    event.preventDefault();
    dialog.close();
  });
  if (location.hash === link.hash) dialog.showModal();
}
