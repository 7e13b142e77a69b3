"""Sets Django up for a verb that needs it."""

import os

from milpa.settings.environment import value


def start() -> None:
    """Behind https the production settings hold, otherwise the embedded default; DJANGO_SETTINGS_MODULE goes before both."""
    import django

    kind = "production" if value("MILPA_ORIGIN").startswith("https:") else "base"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"milpa.settings.{kind}")
    django.setup()
