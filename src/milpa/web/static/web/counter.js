// Says how many letters of the allowed ones are written; a letter is what a person counts as one.
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export function attach(input) {
  const counter = document.getElementById(input.dataset.counter);
  const all = input.maxLength;
  const say = () => {
    const n = [...letters.segment(input.value)].length;
    counter.textContent = counter.dataset.says.replace("{n}", n).replace("{all}", all);
    counter.classList.toggle("over", all > 0 && n > all);
  };
  input.addEventListener("input", say);
  say();
}
