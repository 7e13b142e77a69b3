// A form with data-confirm asks once more in a dialog of the page; its own button's words are the yes.
export function attach(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sure) return;
    event.preventDefault();
    ask(form, event.submitter);
  });
}

function ask(form, submitter) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog danger";
  dialog.setAttribute("aria-label", form.dataset.confirm);
  const question = document.createElement("p");
  question.textContent = form.dataset.confirm;
  const yes = button(submitter?.textContent ?? "✓", "button danger", () => {
    form.dataset.sure = "yes";
    form.requestSubmit(submitter);
  });
  const no = button(form.dataset.no, "button quiet", () => dialog.close());
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  buttons.append(no, yes);
  const stack = document.createElement("div");
  stack.className = "stack";
  stack.append(question, buttons);
  dialog.append(stack);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
}

function button(words, className, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
