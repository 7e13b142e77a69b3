"""`python -m scripts.pictures`: takes the pictures of the tour anew, from a demonstration of its own, into `docs/images/`.

Each picture is reached as a person would: from that role's home by links, told here by their names or as patterns of their addresses.
"""

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.site import demonstration, served
from playwright.sync_api import Page, sync_playwright

WHERE = Path(__file__).resolve().parents[1] / "docs" / "images"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 640}
PROGRAMME = "Hoteles pequeños"  # by its name; whatever begins with a slash, or with ^, is a pattern of addresses


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    role: str
    way: tuple[str, ...]  # the links to follow from the home page
    phone: bool = False
    language: str = "es"


TAKEN = (
    Picture("journey", "coordinator", (PROGRAMME,)),
    Picture("journey-phone", "coordinator", (PROGRAMME,), phone=True),
    Picture("comparison", "ministry", (PROGRAMME, r"/selection/$", r"/comparison/$")),
    Picture("register", "coordinator", (PROGRAMME, r"/register/$")),
    Picture("console", "facilitator", (PROGRAMME, r"/workshops/$", r"/workshops/[0-9a-f-]{36}/$")),
    Picture("needs", "coordinator", (PROGRAMME, r"/needs/$")),
    Picture("negotiation", "association", (PROGRAMME, r"/strategy/$", r"/strategy/negotiation/$")),
    Picture("learner-home", "owner", (), phone=True),
    Picture("lesson", "owner", (r"/learn/[0-9a-f-]{36}/lessons/",), phone=True),
    Picture("group", "instructor", (PROGRAMME, r"/courses/$", r"/editions/[0-9a-f-]{36}/$", r"/group/$")),
    Picture("records", "coordinator", (r"^/records/$",)),
    Picture("satisfaction", "funder", (PROGRAMME, r"/programmes/.*/results/$", r"/results/satisfaction/$")),
)


def go(page: Page, origin: str, picture: Picture) -> None:
    page.goto(f"{origin}/demo/{picture.role}/")
    page.goto(f"{origin}/")
    for wanted in picture.way:
        links = [(link.inner_text(), link.get_attribute("href") or "") for link in page.locator("main a[href], nav a[href]").all()]
        found = next((href for text, href in links if (re.search(wanted, href) if wanted[0] in "/^" else wanted in text)), None)
        if found is None:
            raise LookupError(f"{picture.name}: no link {wanted} on {page.url}")
        page.goto(found if found.startswith("http") else f"{origin}{found}")


def main() -> int:
    WHERE.mkdir(parents=True, exist_ok=True)
    with demonstration() as data, served(data) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium-headless-shell"), args=["--no-sandbox"])
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
