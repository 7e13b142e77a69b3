from collections import Counter

from milpa.workshops.rules import dots, priorities, suitability
from tests.demo.pages import enterprises, page, people

SAID_IN_THE_CASE = [
    "No sé cómo salir en Google Maps",
    "Booking me cobra mucho, quiero que me reserven directo",
    "Se me juntan dos reservaciones el mismo día",
    "Fotos que no parezcan de celular viejo",
    "No sé cuánto cobrar en temporada baja",
    "Mi recepcionista no habla inglés",
    "Cómo contestar los malos comentarios sin pelear",
    "La factura electrónica (FEL), me da miedo equivocarme",
    "Me da pena pedir anticipo",
    "Quiero vender tours junto con la habitación",
    "Cómo ahorrar agua y luz",
    "Mi sobrino maneja el Facebook y ya se fue",
    "Que la SAT no me multe",
    "Higiene en la cocina, nos pidieron certificado",
    "Cómo motivar al personal que se va",
    "Tengo 20 años con el hotel y quiero enseñar a otras",
    "Nuestros huéspedes regresan, quiero que lo cuenten",
]


def groups() -> dict:
    return {group["key"]: group for group in page("workshop")["groups"]}


def solved() -> list[str]:
    return [key for key, group in groups().items() if group["solved_by_training"]]


def standings() -> dict[str, int]:
    pairs = [(person, group) for person, placed in page("workshop")["vote"]["dots"].items() for group in placed]
    return {standing.group: standing.dots for standing in dots.standings(pairs, solved())}


def ordered() -> priorities.Priorities:
    suits = {
        row["group"]: suitability.suitability({key: row[key]["score"] for key in suitability.CRITERIA}).suits
        for row in page("workshop")["suitability"]
    }
    moves = [priorities.Move(move["need"], move["to"], move["reason"]) for move in page("workshop")["moves_of_needs"]]
    return priorities.priorities([priorities.Judged(key, votes, suits[key]) for key, votes in standings().items()], moves)


def test_thirty_eight_people_of_thirty_one_enterprises_wrote_a_hundred_and_eighteen_cards():
    workshop = page("workshop")
    participants = workshop["participants"]
    assert len({row["person"] for row in participants}) == len(participants) == 38
    assert len({row["enterprise"] for row in participants}) == 31
    assert [card["n"] for card in workshop["cards"]] == list(range(1, 119))
    assert {card["by"] for card in workshop["cards"]} == {row["person"] for row in participants}


def test_participants_stand_as_people_says():
    for row in page("workshop")["participants"]:
        assert (row["enterprise"], row["position"]) == (people()[row["person"]]["enterprise"], people()[row["person"]]["position"])
        assert row["way"] in ("phone", "paper", "voice")


def test_cards_are_short_and_few_a_person_and_all_examples_of_the_case_are_there():
    cards = page("workshop")["cards"]
    assert max(len(card["text"]) for card in cards) <= 140
    assert max(Counter(card["by"] for card in cards).values()) <= 20
    assert set(SAID_IN_THE_CASE) <= {card["text"] for card in cards}


def test_eleven_groups_hold_all_cards_and_three_that_training_does_not_solve_are_handed_on():
    assert len(groups()) == 11
    assert {card["group"] for card in page("workshop")["cards"]} == groups().keys()
    addressees = {one["key"] for one in page("people")["addressees"]}
    handed = {key: group["handed_to"] for key, group in groups().items() if not group["solved_by_training"]}
    assert len(handed) == 3 and set(handed.values()) <= addressees


def test_a_hundred_and_fifteen_of_the_cards_have_an_answer():
    answered = [card for card in page("workshop")["cards"] if groups()[card["group"]]["answer"]]
    assert len(answered) == 115
    assert {groups()[card["group"]]["answer"]["kind"] for card in answered} <= {"done", "will_be_done", "not_because", "passed_on"}


def test_everybody_spends_at_most_three_dots_one_on_a_group():
    vote = page("workshop")["vote"]
    assert dots.dots_each(len(solved())) == vote["rule"]["dots_each"] == 3
    assert vote["dots"].keys() == {row["person"] for row in page("workshop")["participants"]}
    for placed in vote["dots"].values():
        assert 1 <= len(placed) <= 3 and len(set(placed)) == len(placed) and set(placed) <= set(solved())


def test_the_close_call_at_the_top_is_as_the_strategy_says():
    assert standings() == {
        "encontrar": 29,
        "directo": 27,
        "precio": 24,
        "reservas": 12,
        "cuentas": 9,
        "personal": 6,
        "juntos": 4,
        "casa": 2,
    }


def test_three_needs_do_not_suit_ict_and_one_was_moved_by_the_group_with_its_reason():
    found = ordered()
    assert [one.need for one in found.suited] == ["encontrar", "directo", "precio", "cuentas", "juntos"]
    assert [one.need for one in found.others] == ["reservas", "casa", "personal"]
    assert [one.need for one in found.others if one.moved_because] == ["casa"]
    for row in page("workshop")["suitability"]:
        assert (row["list"] == "ict") == (row["group"] in [one.need for one in found.suited])


def test_every_judgement_has_the_words_and_the_person():
    rows = page("workshop")["suitability"]
    assert [row["group"] for row in rows] and {row["group"] for row in rows} == set(solved())
    for row in rows:
        for criterion in suitability.CRITERIA:
            assert row[criterion]["said"] and row[criterion]["by"] in people()


def test_the_strategys_table_of_needs_is_the_frozen_order():
    (section,) = [section for section in page("strategy")["sections"] if section["id"] == "needs"]
    rows = [line.split("|")[1:4] for line in section["text"].splitlines() if line.startswith("|")][2:]
    order = [*ordered().suited, *ordered().others]
    assert [tuple(cell.strip() for cell in row) for row in rows] == [
        (str(one.place), groups()[one.need]["name"], str(one.votes)) for one in order
    ]


def test_remarks_come_within_seven_days_and_each_is_answered_before_the_freezing():
    result = page("workshop")["result"]
    assert result["remarks_until"] == result["published_day"] + 7 < result["frozen_day"]
    for remark in page("workshop")["remarks"]:
        assert result["published_day"] <= remark["day"] <= remark["answer"]["day"] <= result["remarks_until"]
        assert people()[remark["by"]]["enterprise"] == remark["enterprise"]


def test_forty_seven_were_invited_and_the_voices_usually_missing_came():
    invitations = page("workshop")["invitations"]
    assert {row["enterprise"] for row in invitations} == {key for key, one in enterprises().items() if one["invited"]}
    came = {row["enterprise"] for row in invitations if row["result"] == "came"}
    assert (len(invitations), came) == (47, {row["enterprise"] for row in page("workshop")["participants"]})
    present = [enterprises()[key] for key in came]
    assert any(one["women"] + one["men"] <= 10 for one in present) and any(one["area"] == "rural" for one in present)
    assert any(people()[one["leader"]]["sex"] == "woman" for one in present)


def test_cards_that_were_moved_or_compared_exist_and_lie_where_they_were_moved_to():
    where = {card["text"]: card["group"] for card in page("workshop")["cards"]}
    for move in page("workshop")["moves"]:
        assert where[move["card"]] == move["to"] and move["from"] in groups()
    assert {text for proposal in page("workshop")["proposals"] for text in proposal["cards"]} <= where.keys()


def test_three_hours_are_three_hours():
    minutes = [activity["minutes"] for activity in page("workshop")["activities"] if "alongside" not in activity]
    assert sum(minutes) == page("workshop")["workshop"]["minutes"] == 180
