"""The editions, the diagnosis and the answers to the questionnaires agree with one another and with the rules."""

from collections import Counter

from milpa.readiness.rules import gaps as readiness
from milpa.results.rules import satisfaction
from tests.demo.pages import DEMO, FORMS, course, editions, enterprises, lessons, page, people


def enrolments(edition: str) -> dict:
    return {row["person"]: row for row in editions()[edition]["enrolments"]}


def test_the_closed_edition_has_twenty_six_enrolled_twenty_four_started_and_seventeen_finished():
    rows = enrolments("mercadeo_1").values()
    assert Counter(row["outcome"] for row in rows) == {"finished": 17, "left": 7, "never_started": 2}
    assert all(row["reason"] for row in rows if row["outcome"] != "finished")


def test_finishers_reach_the_announced_rules_of_the_certificate():
    rules, asked = (
        course("mercadeo_estrategico")["certificate"],
        [len(lesson["quiz"]["questions"]) for lesson in lessons("mercadeo_estrategico")],
    )
    for row in enrolments("mercadeo_1").values():
        points = sum(asked[: row["lessons"]]) * row.get("right", 0) / sum(asked)
        meets = row["lessons"] >= rules["lessons"] * len(asked) and points >= rules["quiz"]
        assert meets == (row["outcome"] == "finished"), row


def test_of_the_running_edition_twenty_seven_have_done_the_lesson_on_the_intermediary_and_seven_of_six_enterprises_stay_away():
    slugs = [lesson["slug"] for lesson in lessons("mercadeo_estrategico")]
    started = [row for row in enrolments("mercadeo_2").values() if row["outcome"] == "under_way"]
    assert (len(enrolments("mercadeo_2")), len(started)) == (36, 34)
    assert sum(row["lessons"] > slugs.index("cuanto_se_queda_el_intermediario") for row in started) == 27
    away = [row["person"] for row in started if row["last_day"] <= -14]
    assert (len(away), len({people()[person]["enterprise"] for person in away})) == (7, 6)


def test_nobody_is_ahead_of_the_units_that_are_open():
    for edition in ("mercadeo_1", "mercadeo_2"):
        opens = editions()[edition]["unit_opens_day"]
        upto = 0
        for unit in course("mercadeo_estrategico")["units"]:
            upto += len(unit["lessons"]) if opens[unit["number"]] <= 0 else 0
        assert all(row["lessons"] <= upto for row in enrolments(edition).values())


def test_the_promotion_counts_the_enrolled_by_the_way_they_were_reached():
    for promotion in page("editions")["promotion"]:
        by_way = Counter(row["reached_by"] for row in enrolments(promotion["edition"]).values())
        assert by_way == {way["way"]: way["enrolled"] for way in promotion["ways"]}


def test_places_are_kept_and_the_waiting_list_holds_nobody_enrolled():
    running = editions()["mercadeo_2"]
    assert len(running["enrolments"]) == running["enrolment"]["capacity"]
    assert not {row["person"] for row in running["waiting_list"]} & enrolments("mercadeo_2").keys()
    women = [person for person in enrolments("mercadeo_2") if people()[person]["sex"] == "woman"]
    assert len(women) >= running["enrolment"]["reserved"]["women"]


def test_kinds_of_place_are_what_people_and_enterprises_are():
    for edition in ("mercadeo_1", "mercadeo_2"):
        for person, row in enrolments(edition).items():
            enterprise = enterprises()[people()[person]["enterprise"]]
            is_kind = {
                "women": people()[person]["sex"] == "woman",
                "micro": enterprise["women"] + enterprise["men"] <= 10,
                "rural": enterprise["area"] == "rural",
            }
            assert set(row["kinds"]) == {kind for kind, holds in is_kind.items() if holds}


def test_sessions_hold_only_people_enrolled_in_that_edition():
    for key in ("mercadeo_1", "mercadeo_2"):
        for session in editions()[key]["sessions"]:
            assert set(session["attended"]) <= enrolments(key).keys()


def attempts(person: str) -> list[readiness.Attempt]:
    every = [(row["day"], row["form"], row["tasks"]) for row in page("readiness")["results"] if row["person"] == person]
    every += [
        (row["again"]["day"], row["again"]["form"], row["again"]["tasks"])
        for row in page("readiness")["results"]
        if row["person"] == person and "again" in row
    ]
    return [
        readiness.Attempt(task, readiness.Form(form), readiness.Outcome(outcome))
        for _, form, tasks in sorted(every, key=lambda one: one[0])
        for task, outcome in tasks.items()
    ]


def test_everyone_enrolled_was_diagnosed():
    for edition in ("mercadeo_1", "mercadeo_2"):
        for person in enrolments(edition):
            assert readiness.readiness(attempts(person)).is_diagnosed, person


def test_whoever_had_a_gap_chose_and_repeated_only_the_gaps_by_the_other_form():
    for row in page("readiness")["results"]:
        gaps = readiness.readiness(
            [readiness.Attempt(task, readiness.Form(row["form"]), readiness.Outcome(outcome)) for task, outcome in row["tasks"].items()]
        ).gaps
        assert bool(gaps) == ("choice" in row)
        if "again" in row:
            assert set(row["again"]["tasks"]) == set(gaps) and row["again"]["form"] != row["form"]
            assert row["day"] <= row["chosen_day"] <= row["again"]["day"]


def test_all_four_choices_and_both_forms_occur_and_half_begin_with_each():
    rows = page("readiness")["results"]
    assert {row["choice"] for row in rows if "choice" in row} == {"before", "alongside", "accompanied", "none"}
    forms = Counter(row["form"] for row in rows)
    assert abs(forms["A"] - forms["B"]) <= 4


def test_whoever_does_not_get_in_at_the_door_is_accompanied():
    for row in page("readiness")["results"]:
        if row["tasks"].get("B1") == "not_done":
            assert row["tasks"].keys() == {"B1"} and row["choice"] == "accompanied"


def test_satisfaction_of_the_closed_edition_is_what_its_answers_compute():
    given = page("practice_answers")["satisfaction"]
    counts = Counter(row[0] for row in given["answers"])
    started = {person for person, row in enrolments("mercadeo_1").items() if row["outcome"] != "never_started"}
    computed = satisfaction.satisfaction(counts, len(started))
    assert (computed.started, computed.answered, computed.satisfied) == (given["started"], 19, 16)
    assert (computed.percent, computed.low, computed.high) == (84, 67, 88)
    assert len(given["answered"]) == len(given["answers"]) and set(given["answered"]) <= started
    assert all(len(row) == len(given["columns"]) for row in given["answers"])


def sheets(form: str) -> dict[str, list[dict]]:
    """A form's tables by name."""
    tables: dict[str, list[dict]] = {}
    name, heads = "", []
    for line in (FORMS / f"{form}.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and cells[0]:
            name, heads = cells[0], []
        elif cells and not heads:
            heads = cells[1:]
        elif cells:
            tables.setdefault(name, []).append(dict(zip(heads, cells[1:], strict=True)))
    return tables


def test_answers_to_the_questionnaires_use_the_forms_own_questions_and_choices():
    for key, part in page("survey_answers").items():
        if not isinstance(part, dict):
            continue
        form = sheets(part["form"])
        questions = {row["name"]: row["type"] for row in form["survey"] if row["name"]}
        choices = Counter((row["list_name"], row["name"]) for row in form["choices"])
        for answer in part["answers"]:
            for name, value in answer.items():
                if name in ("enterprise", "person", "way", "day", "again_day", "result"):
                    continue
                kind, _, listed = questions[name].partition(" ")
                for one in str(value).split() if kind == "select_multiple" else [value]:
                    assert not listed or (listed, one) in choices, (key, name, one)
                assert kind not in ("integer", "decimal", "range") or isinstance(value, int | float), (key, name)


def test_no_answer_breaks_a_limit_of_its_form():
    for key, part in page("survey_answers").items():
        for answer in part["answers"] if key.startswith(("baseline", "follow")) else []:
            if answer["result"] == "answered":
                assert answer.get("nights_sold", 0) <= answer["rooms"] * 31 and answer["direct_bookings"] <= answer["bookings"]
                jobs = sum(answer[name] for name in ("women_permanent", "women_temporary", "men_permanent", "men_temporary"))
                assert answer["with_social_security"] <= jobs == sum(enterprises()[answer["enterprise"]][sex] for sex in ("women", "men"))


def test_thirty_enterprises_told_their_access_and_every_enterprise_enrolled_was_asked_for_its_baseline():
    assert len({row["enterprise"] for row in page("survey_answers")["access"]["answers"]}) >= 30
    for edition in ("mercadeo_1", "mercadeo_2"):
        asked = {row["enterprise"] for row in page("survey_answers")[f"baseline_{edition}"]["answers"]}
        assert asked == {people()[person]["enterprise"] for person in enrolments(edition)}


def test_the_recordings_of_the_questionnaire_are_beside_its_form():
    for rows in sheets("satisfaction").values():
        for row in rows:
            for column, file in row.items():
                assert not column.startswith("media::") or not file or (FORMS / "media" / file).exists(), file
    assert (DEMO / "audio/questionnaire.py").exists()
