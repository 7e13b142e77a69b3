"""`python -m scripts.pictures`: takes the pictures of the tour anew, from a demonstration of its own, into `docs/images/`.

Each picture is reached as a person would: from that role's home by links, whose addresses are told here as patterns.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.site import demonstration, served
from playwright.sync_api import Page, sync_playwright

WHERE = Path(__file__).resolve().parents[1] / "docs" / "images"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 640}
PROGRAMME = r"/programmes/[0-9a-f-]{36}/$"


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    role: str
    way: tuple[str, ...]  # patterns of the links to follow from the home page
    phone: bool = False
    language: str = "es"


TAKEN = (
    Picture("journey", "coordinator", (PROGRAMME,)),
    Picture("journey-phone", "coordinator", (PROGRAMME,), phone=True),
    Picture("comparison", "ministry", (PROGRAMME, r"/comparison/$")),
)


def go(page: Page, origin: str, picture: Picture) -> None:
    page.goto(f"{origin}/demo/{picture.role}/")
    page.goto(f"{origin}/")
    for pattern in picture.way:
        hrefs = [link.get_attribute("href") or "" for link in page.locator("a[href]").all()]
        found = next((href for href in hrefs if re.search(pattern, href)), None)
        if found is None:
            raise LookupError(f"{picture.name}: no link {pattern} on {page.url}")
        page.goto(found if found.startswith("http") else f"{origin}{found}")


def main() -> int:
    WHERE.mkdir(parents=True, exist_ok=True)
    with demonstration() as data, served(data) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch()
        for picture in TAKEN:
            context = browser.new_context(viewport=PHONE if picture.phone else DESK, locale=picture.language, device_scale_factor=1)
            page = context.new_page()
            go(page, site.origin, picture)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=str(WHERE / f"{picture.name}.png"))
            context.close()
            print(picture.name, flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
