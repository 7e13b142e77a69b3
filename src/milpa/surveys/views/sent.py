"""What a form of a survey sent: texts, and lists where several may be marked."""

from typing import Any

from milpa.surveys.rules.form import MULTIPLE, Form


def typed_answers(request: Any, form: Form) -> dict[str, str | list[str]]:
    """Only of the questions that the form asks."""
    sent = request.POST
    return {
        question.name: sent.getlist(f"q-{question.name}") if question.kind == MULTIPLE else sent.get(f"q-{question.name}", "")
        for question in form.asked()
    }
