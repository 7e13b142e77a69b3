"""The demonstration's content holds together: who is named exists, and nothing invented speaks for a real body."""

from collections import Counter

import pytest

from tests.demo.pages import COURSES, DEMO, ILLUSTRATIVE, REAL, ROOT, course, editions, enterprises, found, page, people, read, texts

PERSON_KEYS = (
    "by",
    "person",
    "named_by",
    "leader",
    "proposed_by",
    "read_by",
    "accompanied_by",
    "facilitated_by",
    "liaison",
    "deputy",
    "responsible",
    "host",
)


def named(value: object, key: str) -> set[str]:
    every = set()
    for each in found(value, key):
        every |= {each} if isinstance(each, str) else set(each) if isinstance(each, list) else set()
    return every


@pytest.mark.parametrize("file", sorted(DEMO.rglob("*.yaml")), ids=lambda file: file.stem)
def test_every_page_loads_and_says_that_it_is_illustrative_unless_it_is_historical(file):
    content = read(file)
    assert content.get("illustrative", False) is (file.stem not in ("people", "historical"))


@pytest.mark.parametrize("name", [name for name in ILLUSTRATIVE if name != "people"])
def test_every_person_named_exists(name):
    assert {who for key in PERSON_KEYS for who in named(page(name), key)} - people().keys() == set()


@pytest.mark.parametrize("name", [name for name in ILLUSTRATIVE if name != "people"])
def test_every_enterprise_named_exists(name):
    assert named(page(name), "enterprise") - enterprises().keys() == set()


@pytest.mark.parametrize("name", [name for name in ILLUSTRATIVE if name != "people"])
def test_every_institution_named_exists(name):
    institutions = {one["key"] for one in page("people")["institutions"]}
    assert {body for key in ("institution", "partner", "funder") for body in named(page(name), key)} <= institutions


def test_keys_are_given_once():
    who = page("people")
    for rows in (who["institutions"], who["enterprises"], [*who["staff"], *who["owners_and_workers"]]):
        assert max(Counter(row["key"] for row in rows).values()) == 1


def test_everyone_works_somewhere_that_exists_and_every_enterprise_is_led_by_its_own_owner():
    for person in page("people")["owners_and_workers"]:
        assert person["enterprise"] in enterprises()
    for key, enterprise in enterprises().items():
        leader = people()[enterprise["leader"]]
        assert (leader["enterprise"], leader["position"]) == (key, "owner")


def test_staff_belong_to_an_institution_and_the_links_of_the_demonstration_cover_all_roles():
    institutions = {one["key"] for one in page("people")["institutions"]}
    for person in page("people")["staff"]:
        assert person["institution"] in institutions
        assert person["email"].endswith("@example.org")
    links = page("people")["demo_links"]
    assert set(links) == {
        "coordinator",
        "facilitator",
        "association",
        "ministry",
        "funder",
        "instructor",
        "owner",
        "member",
        "administrator",
    }
    for role, key in links.items():
        assert role == people()[key].get("position") or role in people()[key].get("roles", [])


def test_invented_telephones_begin_with_a_nine():
    phones = [person["phone"] for person in page("people")["owners_and_workers"]]
    assert all(phone.startswith("9") and len(phone.replace(" ", "")) == 8 for phone in phones)
    assert len(set(phones)) == len(phones)


@pytest.mark.parametrize("name", [*ILLUSTRATIVE, *(f"courses/{slug}" for slug in COURSES)])
def test_no_real_body_stands_in_an_invented_text(name):
    content = page(name)
    if name == "people":
        content = {key: value for key, value in content.items() if key != "banner"}  # it says whom the demonstration does not represent
    if name == "workshop":
        content = {key: value for key, value in content.items() if key not in ("cards", "moves", "proposals")}  # people's own words
    assert [text for text in texts(content) if REAL.search(text)] == []


def test_brand_names_stand_only_on_cards():
    for name in [*ILLUSTRATIVE, *(f"courses/{slug}" for slug in COURSES)]:
        content = {key: value for key, value in page(name).items() if key not in ("cards", "moves", "proposals")}
        assert [
            text for text in texts(content) if any(brand in text for brand in ("Booking", "Google", "Facebook", "Airbnb", "WhatsApp"))
        ] == []


def test_historical_rows_have_both_languages_and_a_scope_and_only_sourced_figures():
    history = page("historical")
    assert [programme["number"] for programme in history["programmes"]] == [1, 3, 4]
    figures = {}
    for programme in history["programmes"]:
        for row in programme["rows"]:
            assert row["value"].keys() == row["label"].keys() == {"es", "en"}
            assert row["scope"] in ("sector", "conglomerate", "project", "institution", "action")
            if "number" in row:
                figures[programme["number"], row["what"]] = row["number"]
    assert figures == {
        (1, "criterion_jobs"): 27000,
        (1, "criterion_micro_small"): 70,
        (1, "criterion_hotels"): 2700,
        (1, "satisfaction"): 98.9,
        (4, "programme"): 105,
    }


def test_the_historical_satisfaction_is_reported_and_stands_in_no_chart():
    (row,) = [row for row in page("historical")["programmes"][0]["rows"] if row["what"] == "satisfaction"]
    assert (row["kind"], row["charts"]) == ("reported", False)
    assert "no se indica la fórmula ni cuántas personas respondieron" in row["value"]["es"]


def test_the_98_9_stands_in_no_invented_page():
    for name in [*ILLUSTRATIVE, *(f"courses/{slug}" for slug in COURSES)]:
        assert not any("98.9" in text or "98,9" in text for text in texts(page(name)))


def test_the_schedule_goes_forward_and_names_phases_and_steps_of_the_guide():
    schedule = page("schedule")
    guide = read(ROOT / "src/milpa/guide/guide.yaml")
    steps = {step["id"] for phase in guide["phases"] for step in phase["steps"]}
    phases = {phase["id"] for phase in guide["phases"]}
    days = [event["day"] for event in schedule["events"]]
    assert days == sorted(days) and days[-1] == 0
    assert set(found(schedule, "phase")) <= phases and schedule["stands_in"] in phases
    assert set(found([schedule["assignments"], schedule["evidence_by_hand"]], "step")) <= steps
    assert set(found(page("network")["adapted_guide"], "step")) <= steps
    keys = {key for phase in guide["phases"] for step in phase["steps"] for key in step.get("evidence", [])}
    assert set(found(schedule["evidence_by_hand"], "suffices_for")) <= keys


def test_the_story_is_played_through_files_that_are_there():
    for event in page("schedule")["events"]:
        for part in event.get("from", "").split(";"):
            file = part.strip().split(" ")[0]
            assert not file or list(DEMO.glob(file)), file


def test_programme_five_adds_up():
    page_five = page("community_tourism")
    for line in page_five["budget"]:
        assert sum(line["contributions"].values()) == line["amount"] >= line["spent"]
    for funding in page_five["funding"]:
        assert sum(tranche["amount"] for tranche in funding["tranches"]) == funding["committed"]
        budgeted = sum(
            line["contributions"].get(funding["funder"], 0) for line in page_five["budget"] if line["currency"] == funding["currency"]
        )
        assert budgeted == funding["committed"]
    assert "due" in [report["state"] for report in page_five["reports"]]


def test_the_second_institution_has_an_adapted_guide_two_practices_and_an_open_request():
    network = page("network")
    assert network["adapted_guide"]["institution"] == "second_institute"
    assert [practice["institution"] for practice in network["practices"]] == ["second_institute"] * 2
    assert network["assistance_request"]["state"] == "open"


def test_practices_are_by_people_of_the_edition_who_had_reached_the_unit():
    for practice in page("practice_answers")["practices"]:
        edition = editions()[practice["edition"]]
        (enrolment,) = [row for row in edition["enrolments"] if row["person"] == practice["by"]]
        opened = edition["unit_opens_day"][practice["unit"]]
        assert enrolment["lessons"] > 0 and opened <= practice["day"] <= min(0, edition["ends_day"])
        assert (DEMO / f"pictures/{practice['photo']}.webp").exists()
        if feedback := practice["feedback"]:
            assert feedback["day"] >= practice["day"] and feedback["by"] in edition["instructors"]


def test_fourteen_practices_of_unit_three_wait_the_oldest_for_four_days():
    waiting = [practice for practice in page("practice_answers")["practices"] if practice["feedback"] is None]
    assert {(practice["edition"], practice["unit"]) for practice in waiting} == {("mercadeo_2", 3)}
    assert (len(waiting), min(practice["day"] for practice in waiting)) == (14, -4)


def test_each_finisher_of_the_closed_edition_sent_their_plan_and_it_was_approved():
    approved = {
        row["by"]
        for row in page("practice_answers")["practices"]
        if row["edition"] == "mercadeo_1" and row["unit"] == 6 and row["feedback"]["approved"]
    }
    assert approved == {row["person"] for row in editions()["mercadeo_1"]["enrolments"] if row["outcome"] == "finished"}


def test_lessons_serve_actions_of_the_strategy():
    actions = {action["slug"] for action in page("strategy")["training_actions"]}
    for slug in COURSES:
        for serves in found(course(slug), "serves"):
            assert serves and set(serves) <= actions
