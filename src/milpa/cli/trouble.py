"""Whatever stops the command becomes one readable line; the trace goes to a file, for whoever mends it."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from milpa.cli.words import _
from milpa.settings.environment import value

TRACES = "trouble.log"


class Trouble(Exception):
    """What happened and what to do, in a sentence for the person at the terminal."""


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The command's `sys.excepthook`: after it Python ends with 1."""
    if isinstance(error, KeyboardInterrupt):
        print(file=sys.stderr)
        return
    print(f"milpa: {sentence(error)}", file=sys.stderr)


def sentence(error: BaseException) -> str:
    """What to say about it. What nobody foresaw is kept with its trace in the data directory."""
    if isinstance(error, Trouble) or hasattr(error, "sentence"):  # a package's refusal says its own
        return str(error)
    if isinstance(error, OSError) and error.filename:
        return _("{path}: {reason}. Mend that and run the command again.").format(path=error.filename, reason=error.strerror)
    kept = _keep(error)
    said = " ".join(str(error).split()) or type(error).__name__
    return _("{what}. If you cannot tell why, send the end of {path} to whoever helps you.").format(what=said.rstrip("."), path=kept)


def _keep(error: BaseException) -> Path:
    path = Path(value("MILPA_DATA")).resolve() / TRACES
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as log:
        traceback.print_exception(error, file=log)
    return path
