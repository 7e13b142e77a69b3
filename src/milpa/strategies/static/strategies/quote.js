// Words that a person marks in the text come into the field of the passage.
for (const text of document.querySelectorAll("[data-quotable]")) {
  const field = document.getElementById(text.dataset.quotable);
  document.addEventListener("selectionchange", () => {
    const marked = document.getSelection();
    if (!marked || marked.isCollapsed || !text.contains(marked.anchorNode) || !text.contains(marked.focusNode)) return;
    const words = marked.toString().trim();
    if (!words) return;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
