"""What the checks say of a path that a person takes on the practice phone."""

from demo.right_paths import Act, new_pin, raw, right, values

from milpa.readiness.tasks import checks
from milpa.readiness.tasks.checks import Result

__all__ = ["Act", "new_pin", "raw", "reasons", "result", "right", "values"]


def result(task_id: str, form: str, acts: list[Act], last: str = "finish") -> Result:
    return checks.done(task_id, form, checks.read(task_id, raw(acts, last)))


def reasons(task_id: str, form: str, acts: list[Act]) -> tuple[str, ...]:
    return result(task_id, form, acts).reasons
