"""The second institution, in another country, adapts the guide to its own conglomerates and publishes its edition."""

from typing import Any

from demo.story import Story, read

from milpa import ledger
from milpa.guide.actions.adapting import adapt
from milpa.guide.actions.publishing import publish
from milpa.guide.actions.writing import rewrite_step
from milpa.guide.loading import load
from milpa.guide.models import Guide, Step


def plan(story: Story) -> None:
    page = read("network.yaml")["adapted_guide"]
    story.on(page["published_day"], lambda: adapted(story, page))


def adapted(story: Story, page: dict[str, Any]) -> None:
    elena = story.person[page["by"]]
    guide = adapt(elena, ledger.uuid7(), load().id, page["title"])
    for change in page["changes"]:
        step = Step.objects.get(phase__guide=guide, slug=change["step"])
        words = {language: change[language] for language in ("es", "en")}
        before = getattr(step, change["part"])
        now = [*before, words] if change["kind"] == "added" else [words] if isinstance(before, list) else words
        rewrite_step(elena, guide.id, Guide.objects.get(id=guide.id).revision, change["step"], **{change["part"]: now})
    publish(elena, ledger.uuid7(), guide.id, Guide.objects.get(id=guide.id).revision, page["why"])
