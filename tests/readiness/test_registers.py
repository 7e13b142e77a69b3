from milpa.people.registries import personal
from milpa.readiness.rules.offers import Choice
from milpa.web import registries
from tests.readiness.doing import choose


def test_what_we_hold_of_rosa_lists_her_tasks_and_her_choice(diagnosed):
    choose(diagnosed.rosa, Choice.BEFORE)
    (held,) = personal["readiness"].held(diagnosed.rosa)
    labels = [label for label, _ in held.rows]
    assert labels.count("Descargar y abrir sin señal") == 1 and labels[-1] == "Unidades de nivelación"
    assert held.kept


def test_the_export_holds_what_she_touched(diagnosed):
    export = personal["readiness"].export(diagnosed.rosa)
    assert len(export["practical_tasks"]) == 6 and '"did":"begin"' in export["practical_tasks"][0]["events"]


def test_the_list_is_known_by_its_name():
    assert "who-needs-company" in registries.listings


def test_owners_find_their_phone_and_staff_find_who_needs_company(client, world):
    for who, place in (("rosa", "/readiness/"), ("irma", "/readiness/people/")):
        client.force_login(getattr(world, who).account)
        assert f'href="{place}"' in client.get("/account/").content.decode()
