"""The part of XPath that XLSForms use for skips, constraints and calculations: read once, worked out anywhere.

`${name}` and `../name` are answers, `.` is the answer at hand; and, or, comparisons, + - * div mod, parentheses, and the functions of
FUNCTIONS. Everything else is refused when a form is read, never when somebody answers. A parsed expression is nested lists, so that the
page can work out the same tree as `reckoning` does.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

Tree = list[Any]

TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:\.\d+)?|\.\d+)
    |(?P<text>"[^"]*"|'[^']*')
    |\$\{\s*(?P<ref>[\w.-]+)\s*\}
    |\.\./(?P<path>[\w-]+(?:\.[\w-]+)*)
    |(?P<sign>!=|<=|>=|[=<>+*(),|-])
    |(?P<name>[A-Za-z_][\w.:-]*)
    |(?P<self>\.)
    )""",
    re.X,
)
LONGEST = 2_000
DEEPEST = 60

# name -> how many arguments at least and at most
FUNCTIONS: dict[str, tuple[int, int]] = {
    "selected": (2, 2),
    "count-selected": (1, 1),
    "not": (1, 1),
    "string-length": (1, 1),
    "regex": (2, 2),
    "true": (0, 0),
    "false": (0, 0),
    "today": (0, 0),
    "if": (3, 3),
    "coalesce": (2, 2),
    "concat": (1, 20),
    "contains": (2, 2),
    "starts-with": (2, 2),
    "number": (1, 1),
    "string": (1, 1),
    "int": (1, 1),
    "round": (1, 2),
}


class UnsupportedExpression(ValueError):
    """What was written cannot be worked out here. `text`: the expression; `part`: where it stops; `row`: of the sheet, 0 if not known."""

    def __init__(self, text: str, part: str, row: int = 0) -> None:
        super().__init__(f"{text!r}: {part!r} (row {row})")
        self.text, self.part, self.row = text, part, row


@lru_cache(maxsize=2_000)
def parse(text: str) -> Tree:
    """The expression as nested lists: ["=", ["ref", "device"], ["words", "shared"]]. Raises UnsupportedExpression."""
    if len(text) > LONGEST:
        raise UnsupportedExpression(text[:40], "…")
    return _Reader(text).whole()


def names_in(text: str) -> set[str]:
    """The questions that an expression asks about."""
    return _names(parse(text))


def _names(tree: Tree) -> set[str]:
    if tree[0] == "ref":
        return {tree[1]}
    return {name for part in tree[1:] if isinstance(part, list) for name in _names(part)}


class _Reader:
    """Recursive descent, one method a level of binding: or, and, = !=, < <= > >=, + -, * div mod, minus, a value."""

    LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))

    def __init__(self, text: str) -> None:
        self.text, self.at, self.depth = text, 0, 0
        self.kind, self.token = "", ""
        self.step()

    def step(self) -> None:
        """Reads the next token."""
        rest = self.text[self.at :]
        if not rest.strip():
            self.kind = self.token = ""
            return
        found = TOKEN.match(rest)
        if found is None:
            raise UnsupportedExpression(self.text, rest.strip()[:20])
        self.kind = found.lastgroup or ""
        self.token = found[self.kind]
        self.at += found.end()

    def refuse(self) -> UnsupportedExpression:
        return UnsupportedExpression(self.text, self.token or "…")

    def whole(self) -> Tree:
        tree = self.level(0)
        if self.kind:
            raise self.refuse()
        return tree

    def level(self, place: int) -> Tree:
        if place == len(self.LEVELS):
            return self.minus()
        tree = self.level(place + 1)
        while self.kind in ("sign", "name") and self.token in self.LEVELS[place]:
            sign = self.token
            self.step()
            tree = [sign, tree, self.level(place + 1)]
        return tree

    def minus(self) -> Tree:
        if (self.kind, self.token) == ("sign", "-"):
            self.step()
            return ["minus", self.deeper(self.minus)]
        return self.value()

    def deeper(self, read: Callable[[], Tree]) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.refuse()
        tree = read()
        self.depth -= 1
        return tree

    def value(self) -> Tree:
        kind, token = self.kind, self.token
        if kind == "name":
            return self.call()
        if (kind, token) == ("sign", "("):
            self.step()
            tree = self.deeper(lambda: self.level(0))
            self.expect(")")
            return tree
        leaves: dict[str, Callable[[], Tree]] = {
            "number": lambda: ["figure", float(token)],
            "text": lambda: ["words", token[1:-1]],
            "ref": lambda: ["ref", token],
            "path": lambda: ["ref", token],
            "self": lambda: ["self"],
        }
        if kind not in leaves:
            raise self.refuse()
        self.step()
        return leaves[kind]()

    def call(self) -> Tree:
        name, kept = self.token, self.refuse()
        self.step()
        if name not in FUNCTIONS or (self.kind, self.token) != ("sign", "("):
            raise kept
        self.step()
        arguments: Tree = []
        while (self.kind, self.token) != ("sign", ")"):
            if arguments:
                self.expect(",")
            arguments.append(self.deeper(lambda: self.level(0)))
        self.step()
        fewest, most = FUNCTIONS[name]
        if not fewest <= len(arguments) <= most:
            raise kept
        if name == "regex":
            _refuse_pattern(self.text, arguments[1])
        return [name, *arguments]

    def expect(self, sign: str) -> None:
        if (self.kind, self.token) != ("sign", sign):
            raise self.refuse()
        self.step()


NESTED_REPEAT = re.compile(r"[+*}]\)?[+*{]|\([^)]*[+*}][^)]*\)[+*{]")


def _refuse_pattern(text: str, pattern: Tree) -> None:
    """A pattern must be written out, must be one, and must not repeat what repeats: such patterns can take for ever."""
    if pattern[0] != "words" or len(pattern[1]) > 200 or NESTED_REPEAT.search(pattern[1]):
        raise UnsupportedExpression(text, "regex")
    try:
        re.compile(pattern[1])
    except re.error as fault:
        raise UnsupportedExpression(text, "regex") from fault
