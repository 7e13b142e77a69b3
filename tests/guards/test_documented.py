from scripts.guards import documented

from milpa.cli import docs

ADAPTING = '''
def adapt(guide):
    """Begins an edition of one's own.

    More.
    """

def _copy():
    pass
'''


def small(project):
    return project(
        {
            "src/milpa/guide/guide.yaml": "evidence:\n  courses.ready: published | checked\n",
            "src/milpa/guide/actions/adapting.py": ADAPTING,
        }
    )


def test_pages_that_nobody_has_made_yet_are_named(project):
    root = small(project)
    assert [*documented.problems(root)] == [f"docs/{name}: not current; run `.venv/bin/milpa docs`" for name in docs.pages(root)]


def test_pages_as_the_code_would_make_them_pass_and_a_changed_one_does_not(project):
    root = small(project)
    project({f"docs/{name}": text for name, text in docs.pages(root).items()})
    assert [*documented.problems(root)] == []
    project({"docs/settings.md": "# Settings\n"})
    assert [*documented.problems(root)] == ["docs/settings.md: not current; run `.venv/bin/milpa docs`"]
