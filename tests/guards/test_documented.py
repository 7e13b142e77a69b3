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


def test_an_action_that_says_nothing_of_itself_is_named(project):
    root = small(project)
    project({"src/milpa/guide/actions/moving.py": "def move_step(step):\n    pass\n"})
    assert "guide: the action move_step has no sentence that docs/actions.md could show" in [*documented.problems(root)]


def test_a_setting_that_is_read_and_not_listed_is_named(project):
    root = project({"src/milpa/web/mail.py": 'value("MILPA_SMTP"), value("MILPA_PIGEON")'})
    assert [*documented.unlisted_settings(root)] == ["src/milpa/web/mail.py: MILPA_PIGEON is not in settings/environment.py"]
