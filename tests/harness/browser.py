"""A real browser, at the two sizes that every page must suit. A script error on a page fails its test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "locale": "es-GT"}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "es-GT"}
OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
ANSWERED_NO = "Failed to load resource"  # the console's own word for a refusal such as 404, which tests provoke
PATIENCE = 10_000  # milliseconds that anything may take on a busy machine
NewPage = Callable[[], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One chromium for the tests of a file, gone with it: while it is there, `asyncio.run` is refused in this thread."""
    with running_chromium() as chromium:
        yield chromium


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Debian's chromium. Playwright's loop runs in this thread, which is why Django has to be told that its databases are safe here."""
    path = shutil.which("chromium-headless-shell")
    expect.set_options(timeout=PATIENCE)
    assert path, "chromium is missing: run `make test`, which installs it"
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture
def page_phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone of 360x640."""
    with _opened(browser, PHONE) as new:
        yield new()


@pytest.fixture
def page_desk(browser: Browser) -> Iterator[Page]:
    """A page on a computer of 1280x800."""
    with _opened(browser, DESK) as new:
        yield new()


@pytest.fixture
def new_phone(browser: Browser) -> Iterator[NewPage]:
    """Call it for each further phone: every one is another person's, with cookies of its own."""
    with _opened(browser, PHONE) as new:
        yield new


@pytest.fixture
def new_desk(browser: Browser) -> Iterator[NewPage]:
    """Call it for each further computer."""
    with _opened(browser, DESK) as new:
        yield new


@contextmanager
def _opened(browser: Browser, size: dict[str, Any]) -> Iterator[NewPage]:
    errors: list[str] = []
    contexts = []

    def new() -> Page:
        context = browser.new_context(**size)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" and ANSWERED_NO not in said.text else None)
        return page

    yield new
    for context in contexts:
        context.close()
    assert not errors, f"the page's scripts failed: {errors}"
