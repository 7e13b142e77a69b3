import pytest
from scripts.guards import purity


@pytest.mark.parametrize(
    "line",
    [
        "import math",
        "from collections import Counter",
        "from milpa.measures import wilson",
        "from cryptography.x509 import load_der_x509_certificate",
        "from milpa.workshops.rules.dots import standings",
        "from . import dots",
    ],
)
def test_a_rule_may_import_the_standard_library_measures_cryptography_and_its_own_packages_rules(project, line):
    assert [*purity.problems(project({"src/milpa/workshops/rules/ranking.py": line}))] == []


@pytest.mark.parametrize(
    "line",
    [
        "from django.db import models",
        "import numpy as np",
        "from milpa import ledger",
        "from milpa.workshops.models import Vote",
        "from milpa.programmes.rules import involvement",
    ],
)
def test_a_rule_that_imports_anything_else_is_named_with_its_line(project, line):
    (found,) = purity.problems(project({"src/milpa/workshops/rules/ranking.py": f"import math\n{line}"}))
    assert found.startswith("src/milpa/workshops/rules/ranking.py:2: imports ")


def test_an_action_may_import_what_it_needs(project):
    assert [*purity.problems(project({"src/milpa/workshops/actions.py": "from django.db import transaction"}))] == []


def test_measures_import_nothing_of_the_stages(project):
    assert len([*purity.problems(project({"src/milpa/measures/wilson.py": "from milpa.people.roles import ROLES"}))]) == 1
