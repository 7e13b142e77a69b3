"""The templates' environment: where templates are found, and the words, addresses and formats they may use.

`docs/design-system.md` lists every global and filter.
"""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.messages import get_messages
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

import milpa
from milpa.ledger import clock
from milpa.ledger.ids import uuid7
from milpa.web import charts, fields, formats, maps, marks, prose, static_files, texts
from milpa.web.addresses import url


def template_directories() -> list[str]:
    """`templates/` of each app of ours, in the order of the stages."""
    ours = [config for config in apps.get_app_configs() if config.name.startswith("milpa.")]
    return [str(Path(config.path) / "templates") for config in ours]


def bytecode_cache() -> FileSystemBytecodeCache:
    directory = Path(settings.DATA) / "template-cache"
    directory.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(directory))


GLOBALS: dict[str, Any] = {
    "static": static_files.url,
    "url": url,
    "get_language": get_language,
    "languages": lambda: settings.LANGUAGES,
    "messages_of": get_messages,
    "now": clock.now,
    "uuid7": uuid7,
    "version": milpa.__version__,
    "charts": charts,
    "maps": maps,
    "marks": marks,
    "plain_field": fields.plain_field,
    "plain_errors": fields.plain_errors,
}

FILTERS: dict[str, Any] = {
    "day": formats.day,
    "hour": formats.hour,
    "moment": formats.moment,
    "ago": formats.ago,
    "number": formats.number,
    "percent": formats.percent,
    "money": formats.money,
    "filesize": formats.filesize,
    "initials": formats.initials,
    "dye": formats.dye,
    "markdown": prose.markdown,
}


def environment(**options: Any) -> Environment:
    """Called once by Django's Jinja2 backend. A name that a template misspells is an error, never an empty page."""
    env = Environment(
        **options
        | {
            "loader": FileSystemLoader(template_directories()),
            "bytecode_cache": bytecode_cache(),
            "undefined": StrictUndefined,
            "auto_reload": False,
            "cache_size": -1,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n"],
        }
    )
    env.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)
    env.globals.update(GLOBALS | {"gettext": texts.text, "_": texts.text})
    env.filters.update(FILTERS)
    return env
