"""The pages of forwarding."""

from html import unescape

import pytest
from django.urls import reverse

from milpa.ledger import clock, uuid7
from milpa.records.forwarding import looking
from milpa.records.models import ForwardTarget, SetAside
from milpa.records.views import forwarding
from tests.records.lists import target
from tests.records.told import told

pytestmark = pytest.mark.django_db(databases=["default", "records"])
NEW = {"name": "Ministerio", "address": "https://93.184.216.34/xapi", "version": "2.0.0", "key": "llave", "secret": "muy secreto"}


@pytest.fixture
def ana(client, world):
    client.force_login(world.ana.account)
    return client


@pytest.fixture
def handed(monkeypatch):
    seen = []
    monkeypatch.setattr(looking, "forward", type("Task", (), {"enqueue": staticmethod(seen.append)}))
    return seen


def text(answer):
    return unescape(answer.content.decode())


def new(client, **changed):
    return client.post(reverse("records:new_target"), NEW | {"form_id": str(uuid7())} | changed)


def test_a_target_is_made_and_its_secret_is_never_shown_again(ana, world):
    told(world.institute)
    answer = new(ana, verbs="http://adlnet.gov/expapi/verbs/passed\n\n", only_own="on")
    made = ForwardTarget.objects.get()
    assert answer.status_code == 302 and made.institution == world.institute.id
    assert (made.address, made.verbs, made.only_own, made.position) == (
        "https://93.184.216.34/xapi/", ["http://adlnet.gov/expapi/verbs/passed"], True, 1,
    )  # fmt: skip
    for where in (answer.url, reverse("records:targets")):
        assert "muy secreto" not in text(ana.get(where)) and ">llave<" not in text(ana.get(where))


@pytest.mark.parametrize(("changed", "says"), [
    ({"address": "esto no es"}, "no es la dirección"), ({"address": "http://lrs.example.org/"}, "https://"),
    ({"address": "https://10.0.0.1/x"}, "red privada"),
    ({"address": "https://nowhere.invalid/"}, "ningún servidor"), ({"name": ""}, "obligatorio"), 
    ({"verbs": "aprobó"}, "“aprobó”"), ({"version": "0.9"}, "0.9"),
])  # fmt: skip
def test_bad_input_is_said_in_words_and_stays_in_the_form_but_for_the_secret(ana, world, changed, says):
    answer = new(ana, **changed)
    assert answer.status_code == 422 and says in text(answer), text(answer)
    assert "muy secreto" not in text(answer) and 'value="llave"' in text(answer)
    assert not ForwardTarget.objects.exists()


def test_its_page_says_what_waits_what_went_wrong_and_what_was_set_aside(ana, world):
    to = target(world, error="busy", detail="503 Vuelva luego", error_at=clock.now(), failures=1, next_at=clock.now())
    told(world.institute)
    told(world.institute)
    told(world.strangers)
    SetAside.objects.create(target=to, arrived=9, statement=uuid7(), status=400, error="object.id is no IRI", at=clock.now())
    answer = text(ana.get(reverse("records:target", args=[to.id])))
    for says in ("2 registros esperan.", "El otro servidor pidió que volviéramos más tarde.", "503 Vuelva luego", "object.id is no IRI"):
        assert says in answer


def test_it_is_tried_paused_taken_up_again_and_stopped(ana, world, handed):
    to = target(world, next_at=clock.now() + looking.FORGOTTEN)

    def does(verb):
        assert ana.post(reverse(f"records:{verb}", args=[to.id])).status_code == 302
        return ForwardTarget.objects.get()

    assert does("retry").next_at is None and handed == [str(to.id)]
    assert does("pause").paused_at
    assert "en pausa" in text(ana.get(reverse("records:targets")))
    assert does("go_on").paused_at is None
    assert does("stop").ended_at and ForwardTarget.objects.get().sealed == b""
    assert ana.get(reverse("records:target", args=[to.id])).status_code == 404


def changed(client, to, revision="1", **said):
    plain = {"name": "Ministerio", "address": "https://lrs.example.org/xapi/", "version": "2.0.0", "key": "", "secret": ""}
    form = plain | {"form_id": str(uuid7()), "revision": revision} | said
    return client.post(reverse("records:change_target", args=[to.id]), form)


def test_a_target_is_changed_and_its_page_tells_by_whom_and_what_it_was(ana, world, handed):
    to = target(world, verbs=["http://adlnet.gov/expapi/verbs/passed"])
    form = text(ana.get(reverse("records:change_target", args=[to.id])))
    assert 'value="https://lrs.example.org/xapi/"' in form and "verbs/passed" in form
    assert "llave" not in form and 'secreto"' not in form
    assert changed(ana, to, name="Fondo", only_own="on").status_code == 302
    kept = ForwardTarget.objects.get()
    assert (kept.name, kept.only_own, kept.verbs, kept.revision) == ("Fondo", True, [], 2) and handed == [str(to.id)]
    page = text(ana.get(reverse("records:target", args=[to.id])))
    changes = ("<del>Ministerio</del>", "<ins>Fondo</ins>", "<del>no</del>", "<ins>sí</ins>", "<ins>todos</ins>")
    for says in ("Ana</strong> lo cambió</span>", *changes):
        assert says in page


def test_a_stale_tab_keeps_what_was_typed_and_shows_what_changed_meanwhile(ana, world, handed):
    to = target(world)
    changed(ana, to, name="Fondo")
    answer = changed(ana, to, name="Cámara", activities="urn:milpa:")
    assert answer.status_code == 409
    for says in ('value="Cámara"', "urn:milpa:", "Lo que cambió mientras tanto", "<ins>Fondo</ins>", 'name="revision" value="2"'):
        assert says in text(answer)
    assert ForwardTarget.objects.get().name == "Fondo"
    assert changed(ana, to, "2", name="Cámara").status_code == 302


@pytest.mark.parametrize(("said", "status", "says"), [
    ({"address": "esto no es"}, 422, "no es la dirección"), ({"address": "https://93.184.216.34/otra/"}, 422, "otra vez la clave"),
    ({"key": "nueva"}, 422, "los dos"), ({"name": ""}, 422, "obligatorio"), ({"verbs": "aprobó"}, 422, "“aprobó”"),
    ({"name": "Cámara"}, 409, "Cámara"), ({"revision": "ayer"}, 422, "entero"), ({"form_id": "x"}, 422, "UUID"),
])  # fmt: skip
def test_a_change_with_something_wrong_stays_in_the_form_but_for_the_secret(ana, world, handed, said, status, says):
    to = target(world)
    target(world, "Cámara")
    answer = changed(ana, to, **{"activities": "https://example.org/curso"} | said)
    assert answer.status_code == status and says in text(answer), text(answer)
    assert "https://example.org/curso" in text(answer)
    assert ForwardTarget.objects.get(id=to.id).revision == 1 and handed == []


def test_a_secret_that_was_typed_is_never_sent_back(ana, world):
    answer = changed(ana, target(world), key="nueva", secret="muy secreto", name="")
    assert 'value="nueva"' in text(answer) and "muy secreto" not in text(answer) and "escríbalo otra vez" in text(answer)


def test_while_it_is_paused_no_next_try_is_promised_and_numbers_are_written_as_here(ana, world, monkeypatch):
    to = target(world, error="busy", next_at=clock.now() + looking.FORGOTTEN, verbs=["http://adlnet.gov/expapi/verbs/passed"])
    monkeypatch.setattr(forwarding, "waiting", lambda targets: {one: 5_212 for one in targets})
    page = text(ana.get(reverse("records:target", args=[to.id])))
    assert "El próximo intento" in page and "5,212 registros esperan." in page and "Solo estos verbos: aprobó." in page
    ForwardTarget.objects.update(paused_at=clock.now())
    assert "El próximo intento" not in text(ana.get(reverse("records:target", args=[to.id])))


def test_who_paused_it_stands_on_its_page(ana, world):
    to = target(world)
    ana.post(reverse("records:pause", args=[to.id]))
    assert "Ana</strong> lo puso en pausa" in text(ana.get(reverse("records:target", args=[to.id])))


@pytest.mark.parametrize("who", ["irma", "beto", "carmen", "diego", "rosa"])
def test_those_without_the_verb_change_nothing(client, world, handed, who):
    to = target(world)
    client.force_login(getattr(world, who).account)
    assert client.get(reverse("records:change_target", args=[to.id])).status_code == 403
    assert changed(client, to, name="Fondo").status_code == 403
    client.force_login(world.elena.account)
    assert client.get(reverse("records:change_target", args=[to.id])).status_code == 404
    assert changed(client, to, name="Fondo").status_code == 404
    assert ForwardTarget.objects.get().name == "Ministerio" and handed == []


def test_every_page_of_forwarding_reads_within_twelve_queries(ana, world, handed, django_assert_max_num_queries):
    to = target(world)
    for number in range(1, 6):
        changed(ana, to, str(number), name=f"Fondo {number}")
    for where in (reverse("records:target", args=[to.id]), reverse("records:change_target", args=[to.id]), reverse("records:targets")):
        with django_assert_max_num_queries(12), django_assert_max_num_queries(12, using="records"):
            assert ana.get(where).status_code == 200


def test_elena_and_those_without_the_verb_get_nothing(client, world, handed):
    to = target(world)
    client.force_login(world.elena.account)
    assert "Ministerio" not in text(client.get(reverse("records:targets")))
    assert client.get(reverse("records:target", args=[to.id])).status_code == 404
    for verb in ("retry", "pause", "go_on", "stop"):
        assert client.post(reverse(f"records:{verb}", args=[to.id])).status_code == 404
    client.force_login(world.irma.account)
    assert client.get(reverse("records:targets")).status_code == 403
    assert handed == [] and ForwardTarget.objects.get().ended_at is None
