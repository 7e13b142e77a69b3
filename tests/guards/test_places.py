import pytest
from scripts.guards import places

# put together here, so that the repository itself stays without them
HOSTS = ["https://py" + "pi.org/simple", "registry." + "npmjs.org", "http://DEB." + "debian.org/debian"]
PATHS = ["/ro" + "ot/.cache/x", "cd /wo" + "rk/main", "'/ho" + "me/ana/milpa'"]


@pytest.mark.parametrize("text", [*HOSTS, *PATHS])
def test_a_registrys_host_or_a_machines_path_is_named_with_its_line(project, text):
    (found,) = places.problems(project({"docs/tour.md": f"# Tour\n{text}\n"}))
    assert found.startswith("docs/tour.md:2: a ")


@pytest.mark.parametrize(
    "text", ["{% url '/home/' %}", "path('trabajo/')", "src/wo" + "rk/x", "$HOME/milpa/x", "https://example.org/wo" + "rk/1"]
)
def test_an_address_of_milpas_own_pages_is_none(project, text):
    assert [*places.problems(project({"src/milpa/urls.py": text}))] == []


def test_pictures_are_passed_over(project):
    root = project({"README.md": "# Milpa"})
    (root / "picture.png").write_bytes(b"\x89PNG\xff\xfe" + PATHS[0].encode())
    assert [*places.problems(root)] == []
