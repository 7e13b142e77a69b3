// While a part of a lesson is written, says what the lesson would weigh and what would keep somebody from using it.
const PAUSE = 800;

for (const form of document.querySelectorAll("[data-weigh]")) {
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => weigh(form), PAUSE);
  });
}

async function weigh(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  const file = form.querySelector("input[type=file]")?.files[0];
  if (file) body.append("bytes", file.size); // weighed by its size; it travels once, when the part is saved
  const answer = await fetch(form.dataset.weigh, { method: "POST", body }).catch(() => null);
  if (answer?.ok) document.querySelector("[data-weight]").outerHTML = await answer.text();
}
