"""Each way to vote from the console to the phone and back: opened, cast without script, shown the same on every screen."""

import re
from uuid import uuid4

import pytest
from django.core import signing
from django.test import Client

from milpa import ledger
from milpa.workshops import tokens
from milpa.workshops.actions import voting
from milpa.workshops.counting import result_from
from milpa.workshops.marks import Marks
from milpa.workshops.models import Ballot, BallotMark, Vote
from milpa.workshops.results_shown import sentences
from tests.workshops.desk import at, send

METHODS = ["dots", "borda", "schulze", "kemeny", "score", "feasible"]
NAMES = ("Vender directo", "Precio y temporada", "Reservaciones")


@pytest.fixture
def beto(client, world):
    client.force_login(world.beto.account)
    return client


def phone(story, who):
    """The participant's phone."""
    place, found = getattr(story, who), Client()
    found.cookies[tokens._cookie(place.workshop)] = signing.dumps(str(place.id), salt=tokens.SALT)
    return found


def room(story):
    return f"/w/{story.workshop.slug}/room/"


def marks(method, *groups):
    """As a phone without script sends them: the first most."""
    if method == "dots":
        return {"groups": groups[0]}
    if method in ("borda", "schulze", "kemeny"):
        return {f"place-{group}": place for place, group in enumerate(groups, start=1)}
    said = {f"score-{group}": 5 - place for place, group in enumerate(groups)}
    return said | ({f"feasible-{group}": 4 for group in groups} if method == "feasible" else {})


def post(story, who, vote, marks, id=None, **more):
    typed = {"form_id": str(id or uuid4()), "vote": str(vote.id), **marks}
    return phone(story, who).post(f"/w/{story.workshop.slug}/vote/", typed, **more)


def opened(story, beto, **typed):
    story.go_to("voting")
    send(beto, at(story, "open_vote"), **typed)
    story.vote = Vote.objects.newest(story.workshop)
    return story.vote


def ids(story):
    return [str(story.groups[name].id) for name in NAMES]


@pytest.mark.parametrize("method", METHODS)
def test_a_ballot_of_each_method_is_cast_without_script_once(beto, grouped, method):
    vote = opened(grouped, beto, method=method)
    assert vote.method == method
    page = phone(grouped, "rosa").get(room(grouped)).content.decode()
    assert all(name in page for name in NAMES)
    id = uuid4()
    for _time in range(2):
        assert post(grouped, "rosa", vote, marks(method, *ids(grouped)), id).status_code == 302
    assert (Ballot.objects.count(), BallotMark.objects.count()) == (1, 1)
    assert "Su voto está guardado" in phone(grouped, "rosa").get(room(grouped)).content.decode()


@pytest.mark.parametrize("method", METHODS)
def test_until_it_is_closed_no_screen_and_no_answer_to_a_phone_tells_a_count(beto, grouped, method):
    vote = opened(grouped, beto, method=method)
    before = phone(grouped, "tomas").get(room(grouped)).content.decode()
    answer = post(grouped, "rosa", vote, marks(method, *ids(grouped)), HTTP_ACCEPT="application/json")
    assert answer.json().keys() == {"stored", "id"}

    def without_ids(text):
        return re.sub(r'value="[^"]*"|data-after="\d+"|nonce-\S+|data-now="\d+"', "", text)

    assert without_ids(phone(grouped, "tomas").get(room(grouped)).content.decode()) == without_ids(before)
    for name in ("console", "wall"):
        page = beto.get(at(grouped, name)).content.decode()
        assert not re.search(r"queda en primer lugar|promedio \d|producto \d|antes que otra|\d puntos</", page)


@pytest.mark.parametrize("method", METHODS)
def test_the_result_is_the_same_on_the_phone_the_wall_and_the_console(beto, grouped, method):
    vote = opened(grouped, beto, method=method)
    for who in ("rosa", "tomas", "lidia"):
        post(grouped, who, vote, marks(method, *ids(grouped)))
    voting.close_vote(grouped.beto, vote.id, ledger.uuid7())
    pages = [beto.get(at(grouped, name)).content.decode() for name in ("console", "wall")]
    pages.append(phone(grouped, "rosa").get(room(grouped)).content.decode())

    def result(page):
        text = page[page.index('<p class="state"><strong>') :]
        return re.sub(r"\s+|p\d+-|id=\"[^\"]*\"|url\(#[^)]*\)", " ", text[: text.index("</p>", text.index("personas votaron"))])

    assert result(pages[0]) == result(pages[1]) == result(pages[2])
    assert "“Vender directo” queda en primer lugar" in pages[2]
    assert "son muy pocas para concluir algo" in pages[2]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({0: 1, 1: 1, 2: 2}, "Dos están en el mismo lugar"),
        ({0: 1}, "Ordene 3, primero la que más quiere; usted ordenó 1"),
        ({0: 1, 1: 2, 2: 9}, "Eso no está en la escala"),
    ],
)
def test_an_order_that_is_not_one_comes_back_as_it_was_marked(beto, grouped, said, sentence):
    vote = opened(grouped, beto, method="borda")
    typed = {f"place-{ids(grouped)[at]}": place for at, place in said.items()}
    answer = post(grouped, "rosa", vote, typed)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert sentence in text
    assert text.count('<option value="1" selected>') >= 1
    assert not Ballot.objects.exists()


def test_marks_that_are_missing_or_off_the_scale_come_back(beto, grouped):
    vote = opened(grouped, beto, method="score")
    one, two, _three = ids(grouped)
    missing = post(grouped, "rosa", vote, {f"score-{one}": 4})
    assert (missing.status_code, "Faltan 2 por calificar" in missing.content.decode()) == (422, True)
    off = post(grouped, "rosa", vote, {f"score-{one}": 4, f"score-{two}": 6})
    assert (off.status_code, "Eso no está en la escala" in off.content.decode()) == (422, True)
    assert not Ballot.objects.exists()


def test_a_vote_resent_after_closing_is_answered_as_stored_and_a_new_one_is_refused_with_its_marks_kept(beto, grouped):
    vote, id = opened(grouped, beto, method="schulze"), uuid4()
    post(grouped, "rosa", vote, marks("schulze", *ids(grouped)), id)
    voting.close_vote(grouped.beto, vote.id, ledger.uuid7())
    again = post(grouped, "rosa", vote, marks("schulze", *ids(grouped)), id, HTTP_ACCEPT="application/json")
    late = post(grouped, "tomas", vote, marks("schulze", *ids(grouped)), HTTP_ACCEPT="application/json")
    assert again.json() == {"stored": True, "id": str(id)}
    assert (late.status_code, late.json()["code"]) == (409, "vote_is_closed")


def test_whoever_prefers_not_to_choose_votes_blank(beto, grouped):
    vote = opened(grouped, beto, method="score")
    assert post(grouped, "rosa", vote, {"blank": "on"}).status_code == 302
    assert Ballot.objects.get().blank


def test_the_one_button_opens_the_vote_that_was_planned(beto, grouped):
    activity = grouped.workshop.activities.get(kind="voting")
    activity.method = "score"
    activity.save()
    assert opened(grouped, beto).method == "score"


def test_a_list_is_pasted_voted_on_and_shown_and_its_words_are_not_groups(beto, grouped):
    vote = opened(grouped, beto, method="borda", options="1. lunes\n2. martes\n- jueves\nlunes", question="¿Qué día?", quorum=2)
    assert (list(vote.options.values()), vote.quorum, vote.question) == (["lunes", "martes", "jueves"], 2, "¿Qué día?")
    page = phone(grouped, "rosa").get(room(grouped)).content.decode()
    ballot = page.partition('<div class="stack" data-ballot>')[2].partition("data-ballot-kept")[0]
    assert "jueves" in ballot
    assert "Vender directo" not in ballot
    post(grouped, "rosa", vote, {"place-1": 2, "place-2": 1, "place-3": 3})
    voting.close_vote(grouped.beto, vote.id, ledger.uuid7())
    wall = beto.get(at(grouped, "wall")).content.decode()
    assert "Votaron muy pocas personas para que este resultado valga" in wall
    assert "martes" in wall
    assert "martes" in beto.get(at(grouped, "votes") + "?formato=csv").content.decode()


def test_what_cannot_be_opened_comes_back_with_what_was_typed(beto, grouped):
    grouped.go_to("voting")
    lines = "\n".join(f"opción {n}" for n in range(11))
    answer = send(beto, at(grouped, "open_vote"), method="kemeny", options=lines)
    assert answer.status_code == 422
    assert "opción 10" in answer.content.decode()
    assert not Vote.objects.exists()
    assert send(beto, at(grouped, "open_vote"), method="magic").status_code == 422


def test_an_order_is_typed_for_somebody_without_a_phone(beto, grouped):
    vote = opened(grouped, beto, method="kemeny")
    typed = {"form_id": str(uuid4()), "participant": str(grouped.petrona.id), "way": "voice", **marks("kemeny", *ids(grouped))}
    assert beto.post(at(grouped, "type_ballot"), typed).status_code == 302
    assert (Ballot.objects.get().order, BallotMark.objects.get(about=vote.id).way) == (ids(grouped), "voice")


def test_the_console_says_the_rule_and_explains_each_way(beto, grouped):
    grouped.go_to("voting")
    page = beto.get(at(grouped, "console")).content.decode()
    assert "Será: Puntos." in page
    assert all(
        name in page for name in ("Orden, de dos en dos (Schulze)", "Importancia y factibilidad", "Una nota para cada una, de 0 a 5")
    )
    opened(grouped, beto, method="schulze")
    assert "Se comparan de dos en dos" in beto.get(at(grouped, "console")).content.decode()


def test_closeness_and_agreement_are_said_when_enough_people_voted(grouped):
    vote = grouped.open_vote(method="borda")
    first, second, third = vote.groups
    names = dict(zip(vote.groups, "ABC", strict=True))
    close = [Marks(order=(first, second, third))] * 4 + [Marks(order=(second, first, third))] * 3
    said = " ".join(sentences(vote, result_from(vote, close, {"phone": 7}), names))
    assert "Estuvo reñido. Con que 1 de las 7 personas" in said
    assert "muy de acuerdo" in said
    tied = [*close, Marks(order=(second, first, third))]
    assert "El lugar 1 es compartido" in " ".join(sentences(vote, result_from(vote, tied, {"phone": 8}), names))


def test_the_winner_of_every_pair_is_said_when_points_choose_another(grouped):
    vote = grouped.open_vote(method="borda")
    first, second, third = vote.groups
    said = [Marks(order=(first, second, third))] * 3 + [Marks(order=(second, third, first))] * 2
    words = " ".join(sentences(vote, result_from(vote, said, {}), dict(zip(vote.groups, "ABC", strict=True))))
    assert "Comparando de dos en dos, “A” le gana a cada una de las demás; por puntos, no." in words
