"""Every component on one page, drawn by the very lines that are shown beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.views.decorators.http import require_safe

from milpa.people.doors import public
from milpa.web.design_samples import samples


@public
@require_safe
def design(request: HttpRequest) -> HttpResponse:
    shown = [(name, source(name)) for name in samples()["specimens"]]
    return render(request, "web/design.html", {"specimens": shown, "sample": samples()})


def source(name: str) -> str:
    """The lines of a specimen, without the import that all share."""
    env = engines["jinja2"].env
    return env.loader.get_source(env, f"web/design/{name}.jinja")[0].split("\n", 1)[1].strip()
