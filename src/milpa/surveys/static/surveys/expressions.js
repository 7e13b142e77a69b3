// What an expression comes to, as milpa.surveys.rules.reckoning has it. Trees come from the page; one table of examples tests both.
const DAY = 24 * 3600 * 1000;

export function number(value) {
  if (typeof value !== "string") return Number(value);
  const text = value.trim();
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at / DAY : NaN; // 31 February is no day
  }
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
}

export function truth(value) {
  if (typeof value === "number") return !Number.isNaN(value) && value !== 0;
  return typeof value === "string" ? value !== "" : value;
}

export function string(value) {
  return typeof value === "number" && Number.isNaN(value) ? "NaN" : String(value);
}

function equal(one, other) {
  if (typeof one === "boolean" || typeof other === "boolean") return truth(one) === truth(other);
  if (typeof one === "number" || typeof other === "number") return number(one) === number(other);
  return one === other;
}

const words = (value) => string(value).split(/\s+/).filter(Boolean);
const letters = (value) => [...string(value)].length;

function rounded(value, places = 0) {
  const scale = 10 ** Math.trunc(places);
  return Math.floor(value * scale + 0.5) / scale;
}

const COMPARED = { "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b };
const RECKONED = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, div: (a, b) => (b ? a / b : NaN), mod: (a, b) => (b ? a % b : NaN) };
const CALLED = {
  selected: (answer, name) => words(answer).includes(string(name)),
  "count-selected": (answer) => words(answer).length,
  not: (value) => !truth(value),
  "string-length": letters,
  regex: (value, pattern) => new RegExp(`^(?:${string(pattern)})$`, "u").test(string(value)),
  true: () => true,
  false: () => false,
  coalesce: (one, other) => (string(one) ? one : other),
  concat: (...parts) => parts.map(string).join(""),
  contains: (value, part) => string(value).includes(string(part)),
  "starts-with": (value, part) => string(value).startsWith(string(part)),
  number,
  string,
  int: (value) => Math.trunc(number(value)) + 0,
  round: (value, places = 0) => rounded(number(value), number(places)),
};

// answers: {question: text}; here: the answer that `.` stands for; today: "2026-02-28".
export function workOut(tree, answers, here = "", today = "") {
  const of = (part) => workOut(part, answers, here, today);
  const [head, first, second, third] = tree;
  if (head === "figure" || head === "words") return first;
  if (head === "ref") return answers[first] ?? "";
  if (head === "self") return here;
  if (head === "today") return today;
  if (head === "and") return truth(of(first)) && truth(of(second));
  if (head === "or") return truth(of(first)) || truth(of(second));
  if (head === "if") return truth(of(first)) ? of(second) : of(third);
  if (head === "minus") return -number(of(first));
  if (head === "=" || head === "!=") return equal(of(first), of(second)) === (head === "=");
  if (head in COMPARED) return COMPARED[head](number(of(first)), number(of(second)));
  if (head in RECKONED) return RECKONED[head](number(of(first)), number(of(second)));
  return CALLED[head](...tree.slice(1).map(of));
}

export function holds(trees, answers, today) {
  return trees.every((tree) => truth(workOut(tree, answers, "", today)));
}
