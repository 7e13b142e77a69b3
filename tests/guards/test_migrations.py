import pytest
from scripts.guards import migrations


@pytest.mark.parametrize(
    "name", ["0001_facts_revisions_and_the_node", "0012_votes_keep_their_dots", "0002_initials_of_persons", "0003_records"]
)
def test_a_telling_name_says_what_the_migration_brings(name):
    assert migrations.is_telling(name)


@pytest.mark.parametrize(
    "name",
    [
        "0001_initial",
        "0012_auto_20260302_0900",
        "0003_alter_vote_dots",
        "0004_vote_dots_and_more",
        "0005_merge_0003_0004",
        "0006_fix",
        "initial",
    ],
)
def test_what_django_would_call_it_says_nothing(name):
    assert not migrations.is_telling(name)
