from decimal import Decimal
from difflib import SequenceMatcher

from milpa.conglomerates.rules import weighted_sum
from tests.demo.pages import ROOT, page, read

PARTS = ("institute", "fund", "msme_office", "association")
SHEET = read(ROOT / "src/milpa/guide/guide.yaml")["instruments"]


def at_revision(number: int) -> dict[str, str]:
    """The sections' text as it was in that revision."""
    texts = {section["id"]: section["text"] for section in page("strategy")["sections"]}
    for revision in reversed(page("strategy")["revisions"]):
        for change in reversed(revision.get("changes", [])) if revision["number"] > number else []:
            assert texts[change["section"]].count(change["now"]) == 1
            texts[change["section"]] = texts[change["section"]].replace(change["now"], change["was"])
    return texts


def test_the_sections_follow_the_guides_outline_and_none_is_empty():
    assert [section["id"] for section in page("strategy")["sections"]] == [part["id"] for part in SHEET["strategy_outline"]]
    assert all(len(section["text"].split()) > 30 for section in page("strategy")["sections"])


def test_every_training_action_fills_the_whole_sheet():
    renamed = {"starts": "starts_day"}
    for action in page("strategy")["training_actions"]:
        assert {renamed.get(field, field) for field in SHEET["training_action_sheet"]} <= action.keys()


def test_every_need_that_training_solves_has_an_action_and_the_others_a_reason():
    groups = page("workshop")["groups"]
    answered = {need for action in page("strategy")["training_actions"] for need in action["answers_needs"]}
    assert answered == {group["key"] for group in groups if group["solved_by_training"]}
    assert {row["need"] for row in page("strategy")["not_answered"]} == {
        group["key"] for group in groups if not group["solved_by_training"]
    }


def test_actions_depend_on_actions_that_are_there_and_workers_are_offered_all():
    actions = {action["slug"]: action for action in page("strategy")["training_actions"]}
    for action in actions.values():
        assert set(action["depends_on"]) <= actions.keys() and action["offered_to_workers"]
        assert action["kind"] in ("course", "remedial", "assistance", "other")


def test_the_budget_adds_up_by_line_by_part_and_by_action():
    strategy = page("strategy")
    totals, lines = strategy["budget_totals"], strategy["budget"]
    assert all(sum(line["contributions"].values()) == line["amount"] for line in lines)
    assert sum(line["amount"] for line in lines) == totals["total"] == 173000
    for part in PARTS:
        assert sum(line["contributions"].get(part, 0) for line in lines) == totals[part]
    for action in strategy["training_actions"]:
        assert sum(line["amount"] for line in lines if line["action"] == action["slug"]) == action["cost"]
    places = sum(action["places"] for action in strategy["training_actions"] if action["kind"] != "remedial")
    assert places == totals["places"]
    assert round(Decimal(totals["total"]) / places, 2) == Decimal(str(totals["per_place"]))


def test_every_objective_has_an_indicator_a_target_and_a_baseline_or_when_it_is_taken():
    for objective in page("strategy")["objectives"]:
        assert objective["indicator"] and objective["formula"] and objective["target"] is not None
        assert objective["baseline"] is not None or objective["baseline_when"]


def test_revision_seven_takes_four_words_out_and_puts_nine_in():
    was, now = (at_revision(number)["actions"].split() for number in (6, 7))
    changes = [change for change in SequenceMatcher(None, was, now, autojunk=False).get_opcodes() if change[0] != "equal"]
    assert (sum(change[2] - change[1] for change in changes), sum(change[4] - change[3] for change in changes)) == (4, 9)


def test_going_back_to_the_first_revision_finds_every_change_once():
    assert at_revision(1)["budget"].count("pagan Q 50") == 1


def test_accepted_suggestions_stand_in_the_revision_that_took_them_and_declined_ones_do_not():
    for suggestion in page("strategy")["suggestions"]:
        assert suggestion["answer"]["text"] and suggestion["answer"]["day"] >= suggestion["day"]
        if suggestion["kind"] == "change":
            number = suggestion.get("in_revision", 7)
            stands = suggestion["now"] in at_revision(number)[suggestion["section"]]
            assert stands == (suggestion["outcome"] == "accepted")
            if stands:
                assert suggestion["was"] in at_revision(number - 1)[suggestion["section"]]


def test_the_association_signed_revision_six_and_again_seven_at_least_a_week_after_its_text():
    signatures = [(row["revision"], row["institution"], row["day"]) for row in page("strategy")["signatures"]]
    (made,) = [revision["day"] for revision in page("strategy")["revisions"] if revision["number"] == 7]
    assert (6, "association", -267) in signatures
    assert min(day for number, institution, day in signatures if (number, institution) == (7, "association")) - made >= 7
    assert {institution for number, institution, _ in signatures if number == 7} == set(PARTS)


def test_the_letter_holds_all_parts_of_the_guides_template():
    agreement = page("strategy")["agreement"]
    for field in SHEET["agreement_template"]:
        assert agreement["signed" if field == "signatures" else field]
    assert agreement["joint_guidelines"].keys() == set(SHEET["joint_guidelines"])


def compared(gaps: weighted_sum.Gaps) -> weighted_sum.Comparison:
    selection = page("selection")
    values: dict[str, dict] = {}
    for row in selection["values"]:
        values.setdefault(row["candidate"], {})[row["criterion"]] = row["value"]
    criteria = [weighted_sum.Criterion(row["slug"]) for row in selection["criteria"]]
    return weighted_sum.compare(values, criteria, {row["partner"]: row["values"] for row in selection["weights"]}, gaps)


def test_the_selections_table_is_whole_and_every_partners_weights_sum_to_a_hundred():
    selection = page("selection")
    cells = {(row["candidate"], row["criterion"]) for row in selection["values"]}
    assert len(cells) == len(selection["values"]) == len(selection["candidates"]) * len(selection["criteria"]) == 60
    for row in selection["values"]:
        assert row["unit"] and row["year"] in (2025, 2026) and row["source"] == "ilustrativo" and row["scope"] in ("sector", "conglomerate")
        assert (row["value"] is None) == row.get("no_datum", False)
    assert all(sum(row["values"].values()) == 100 for row in selection["weights"])


def test_the_chosen_candidate_has_the_rank_that_the_record_says_under_both_treatments_of_the_gap():
    decision = page("selection")["decision"]
    for gaps in weighted_sum.Gaps:
        result = compared(gaps)
        for ranking in [*result.by_partner.values(), result.by_mean]:
            assert ranking.ranks[decision["chosen"]] == decision["expected_rank"]


def test_what_the_record_says_of_the_second_places_is_so():
    second = {
        partner: next(place.candidate for place in ranking.places if place.rank == 2)
        for partner, ranking in compared(weighted_sum.Gaps.WORST).by_partner.items()
    }
    assert second == {"msme_office": "textiles", "institute": "textiles", "chamber": "coffee"}
    assert page("selection")["missing"]["treatment"] == weighted_sum.Gaps.WORST
