// Copies a link or a code. On a hotspot's plain http there is no clipboard API: then the text is selected the old way.
export function attach(button) {
  const words = button.textContent;
  button.addEventListener("click", async () => {
    await put(button.dataset.copy);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 3000);
  });
}

async function put(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
