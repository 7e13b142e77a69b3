"""The pages of forwarding."""

from html import unescape

import pytest
from django.urls import reverse

from milpa.ledger import clock, uuid7
from milpa.records.forwarding import looking
from milpa.records.models import ForwardTarget, SetAside
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
