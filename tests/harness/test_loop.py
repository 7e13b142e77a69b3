import asyncio
import os

from tests.harness.browser import running_chromium


async def answer() -> int:
    return 7


def test_after_the_browser_has_gone_this_thread_can_run_a_loop_again():
    with running_chromium() as chromium:
        chromium.new_page().set_content("<p>wall</p>")
    assert asyncio.run(answer()) == 7
    assert "DJANGO_ALLOW_ASYNC_UNSAFE" not in os.environ
