// A formula of a worksheet: keys, numbers, + - * / ( ) and sum(key). `look(key)` gives a number, a list, or null while it is not typed.
// null where anything that it needs is missing, or where it would divide by nothing.
export function compute(formula, look) {
  const parts = formula.match(/\d+(?:\.\d+)?|[a-z_]\w*|[-+*/()]/gi) ?? [];
  let at = 0;
  const next = () => parts[at];
  const take = () => parts[at++];

  function sum() {
    let value = product();
    while (next() === "+" || next() === "-") value = both(take(), value, product());
    return value;
  }

  function product() {
    let value = single();
    while (next() === "*" || next() === "/") value = both(take(), value, single());
    return value;
  }

  function single() {
    const part = take();
    if (part === "-") return both("-", 0, single());
    if (part === "(") {
      const value = sum();
      take();
      return value;
    }
    if (part === "sum") {
      take();
      const list = [look(take())].flat().filter((value) => value !== null);
      take();
      return list.length ? list.reduce((all, value) => all + value, 0) : null;
    }
    if (/^\d/.test(part)) return Number(part);
    const value = look(part);
    return typeof value === "number" ? value : null;
  }

  return sum();
}

function both(sign, left, right) {
  if (left === null || right === null) return null;
  if (sign === "+") return left + right;
  if (sign === "-") return left - right;
  if (sign === "*") return left * right;
  return right === 0 ? null : left / right;
}

// As people type numbers in Guatemala: "14,400", "Q 45.50", "12,5"; null where there is none.
export function numberIn(text) {
  let plain = text.replace(/\s|%|quetzales/gi, "").replace(/^(q\.?|us\$|\$)/i, "");
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^[-+]?\d+,\d+$/.test(plain)) plain = plain.replace(",", ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
