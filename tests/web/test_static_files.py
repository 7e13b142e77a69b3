"""Assets under hashed names, without collecting them beforehand."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from milpa.web.static_files import NoSuchAsset, content_type, find, is_immutable, open_static, url


def served(name):
    return find(url(name)).read_text()


def test_a_name_carries_the_hash_of_what_it_holds():
    assert re.fullmatch(r"/static/web/milpa\.[0-9a-f]{8}\.css", url("web/milpa.css"))
    assert url("web/milpa.css") == url("web/milpa.css")
    assert is_immutable(url("web/milpa.css"))
    assert not is_immutable("/static/web/milpa.css")


def test_the_stylesheet_is_one_file_with_all_components():
    css = served("web/milpa.css")
    assert "@import" not in css
    assert css.startswith("@layer tokens,base,layout,components,pages;")
    assert ".cloth" in css
    assert ".thread" in css
    assert "/*" not in css


def test_every_component_s_stylesheet_is_in_it():
    imported = re.findall(r'"components/([\w-]+\.css)"', Path(finders.find("web/milpa.css")).read_text(encoding="utf-8"))
    assert sorted(imported) == sorted(path.name for path in Path(finders.find("web/components")).glob("*.css"))


def test_what_a_stylesheet_shows_is_found_under_its_hashed_name():
    named = set(re.findall(r'url\("(/static/[^"]+)"\)', served("web/milpa.css")))
    assert named == {url("web/hem.svg"), url("web/weave.svg")}
    assert all(find(address) for address in named)


def test_a_module_imports_the_others_under_their_hashed_names():
    script = served("web/milpa.js")
    assert url("web/draft.js") in script
    assert '"./' not in script
    assert url("web/draft_store.js") in served("web/draft.js")


def test_minified_css_keeps_what_stands_between_quotes():
    assert 'quotes:"«" "»" "“" "”"' in served("web/milpa.css")


def test_an_address_without_a_hash_is_found_too():
    assert find("/static/web/milpa.css") == find(url("web/milpa.css"))


@pytest.mark.parametrize(
    "address",
    [
        "/static/../settings/base.py",
        "/static/web/../../settings/base.py",
        "/static//etc/passwd",
        "/static/web/nothing.css",
        "/static/web/milpa.00000000.css",
        "/static/",
        "/static/web/",
        "/static/web/.hidden",
        "/static/web/milpa.css\x00",
    ],
)
def test_what_is_no_asset_is_not_found(address):
    assert find(address) is None
    assert open_static(address) is None


def test_what_an_older_page_still_asks_for_is_found_as_long_as_it_is_kept():
    older = settings.DATA / "static-cache" / "web" / "milpa.0123abcd.css"
    older.parent.mkdir(parents=True, exist_ok=True)
    older.write_text("/* of yesterday */")
    try:
        assert find("/static/web/milpa.0123abcd.css") == older
    finally:
        older.unlink()


def test_a_template_that_names_a_missing_asset_fails_loudly():
    with pytest.raises(NoSuchAsset, match=r"web/mistyped\.css"):
        url("web/mistyped.css")


def test_types_are_what_browsers_insist_on():
    assert open_static(url("web/milpa.js"))[1] == "text/javascript; charset=utf-8"
    assert open_static(url("web/milpa.css"))[1] == "text/css; charset=utf-8"
    assert open_static(url("web/hem.svg"))[1] == "image/svg+xml; charset=utf-8"
    assert content_type(Path("x.unheard")) == "application/octet-stream"


def test_what_every_page_loads_stays_light():
    """12 kB of style and 4 kB of script over the wire, and the phone's data are kept for the content."""
    assert len(gzip.compress(served("web/milpa.css").encode())) < 12_000
    assert len(gzip.compress((served("web/milpa.js") + served("web/menu.js")).encode())) < 4_000
