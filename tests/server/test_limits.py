import pytest

from milpa.server.limits import ANYONE, KB, MB, ROUTES, most_for
from milpa.web.limits import UPLOAD_BYTES


@pytest.mark.parametrize(
    "path, most",
    [
        ("/programmes/7/evidence/upload/", 26 * MB),
        ("/enterprises/import/", 26 * MB),
        ("/workshop/upload/other/", 512 * KB),
        ("/upload", 512 * KB),
        ("/", 512 * KB),
        ("", 512 * KB),
    ],
)
def test_the_address_decides_how_much_may_be_sent(path, most):
    assert most_for(path) == most


def test_the_largest_upload_fits_with_the_form_around_it():
    assert most_for("/upload/") >= UPLOAD_BYTES + ANYONE


def test_every_address_has_a_row():
    assert ROUTES[-1].ends == ""
