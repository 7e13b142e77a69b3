"""The guide's instruments in words: which are screens of Milpa, and what the others, templates to fill in, ask for."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from milpa.guide.editions import Edition
from milpa.guide.texts import Text


@dataclass(frozen=True, slots=True)
class Instrument:
    id: str
    title: str
    is_screen: bool  # done in Milpa itself; the others are templates to print or copy
    says: str  # of a screen: what it is
    asks: tuple[str, ...]  # of a template: its fields, in order
    scale: tuple[int, ...] = ()


SCREENS: dict[str, Promise] = {
    "guide_course": _("a course generated from this guide"),
    "candidate_profile": _("a candidate with value, unit, year and source for each criterion"),
    "criteria_set": _("criteria with direction, unit, scale and why they matter"),
    "weighting_sheet": _("one partner's weights"),
    "selection_record": _("the decision, its reasons, the ranking at that moment and the signatures"),
    "enterprise_register": _("the register of enterprises"),
    "invitation": _("a message that asks for language, device and connection"),
    "attendance_list": _("the attendance"),
    "agenda": _("the workshop's agenda"),
    "card": _("a card of the workshop"),
    "wall": _("the workshop's wall"),
    "ballot": _("a vote"),
    "minutes": _("the minutes of the workshop"),
    "readiness_diagnosis": _("one task at the door and five practical tasks, in two parallel forms"),
    "access_survey": _("a survey"),
    "negotiation_log": _("comments, suggestions and their answers"),
    "signature_page": _("the signatures"),
    "enrolment": _("an enrolment with rules for places and a waiting list"),
    "poster": _("a poster to print, with its QR"),
    "onboarding_lesson": _("a lesson"),
    "remedial_course": _("a course with one unit of ten minutes for each practical task"),
    "group_view": _("the instructor's view of the group"),
    "practice_sheet": _("a practice with photograph and comment"),
    "certificate": _("a certificate that can be verified"),
    "satisfaction_questionnaire": _("an anonymous survey"),
    "baseline_survey": _("a survey before it begins"),
    "followup_survey": _("a survey with the same questions as the baseline"),
    "results_report": _("the programme's report"),
    "long_term_plan": _("training actions over months and regions, with the capacity there is"),
    "guide_change_proposal": _("a proposal to the guide's owner"),
}

FIELDS: dict[str, Promise] = {
    "accessibility": pgettext_lazy("template", "Accessibility"),
    "actor": pgettext_lazy("template", "Actor"),
    "answers_needs": pgettext_lazy("template", "Needs it answers"),
    "assessment": pgettext_lazy("template", "Assessment"),
    "association": pgettext_lazy("template", "Association or committee"),
    "audience": pgettext_lazy("template", "Audience"),
    "author": pgettext_lazy("template", "Author"),
    "baseline": pgettext_lazy("template", "Baseline"),
    "board_term": pgettext_lazy("template", "Term of the board"),
    "budget_line": pgettext_lazy("template", "Budget line"),
    "can_contribute": pgettext_lazy("template", "What it can contribute"),
    "change": pgettext_lazy("template", "What changes"),
    "change_made": pgettext_lazy("template", "Change made"),
    "channel": pgettext_lazy("template", "Channel"),
    "commits_to": pgettext_lazy("template", "What it commits to"),
    "conditions_to_repeat": pgettext_lazy("template", "Conditions to repeat it"),
    "conglomerate": pgettext_lazy("template", "Conglomerate"),
    "contact": pgettext_lazy("template", "Contact"),
    "context": pgettext_lazy("template", "Context"),
    "contributions_by_side": pgettext_lazy("template", "What each side contributes"),
    "cost": pgettext_lazy("template", "Cost"),
    "country": pgettext_lazy("template", "Country"),
    "data_officer": pgettext_lazy("template", "Who answers for personal data"),
    "date": pgettext_lazy("template", "Date"),
    "decides_on": pgettext_lazy("template", "What it decides on"),
    "decisions_by_side": pgettext_lazy("template", "What each side decides"),
    "depends_on": pgettext_lazy("template", "Training actions it depends on"),
    "disaggregation": pgettext_lazy("template", "Disaggregation"),
    "distance_tutoring": pgettext_lazy("template", "Training in distance tutoring"),
    "enrolled": pgettext_lazy("template", "Enrolled"),
    "enterprise": pgettext_lazy("template", "Enterprise"),
    "equality_officer": pgettext_lazy("template", "Who answers for equality of women and peoples"),
    "event_code": pgettext_lazy("template", "Event code"),
    "evidence_strength": pgettext_lazy("template", "Strength of the evidence"),
    "feedback_to_the_course": pgettext_lazy("template", "What the course should change"),
    "for_whom": pgettext_lazy("template", "For whom"),
    "formula": pgettext_lazy("template", "Formula"),
    "frequency": pgettext_lazy("template", "Frequency"),
    "hindered_or_helped": pgettext_lazy("template", "Did it hinder or help?"),
    "hours": pgettext_lazy("template", "Hours"),
    "hours_per_week": pgettext_lazy("template", "Hours a week"),
    "how_we_answer": pgettext_lazy("template", "How we answer what enterprises say"),
    "how_we_decide": pgettext_lazy("template", "How we decide"),
    "ict_needed": pgettext_lazy("template", "ICT needed"),
    "ict_used": pgettext_lazy("template", "ICT used"),
    "indicator": pgettext_lazy("template", "Indicator"),
    "influence_1_5": pgettext_lazy("template", "Influence, from 1 to 5"),
    "institution": pgettext_lazy("template", "Institution"),
    "instructor": pgettext_lazy("template", "Instructor"),
    "instructor_profile": pgettext_lazy("template", "Profile of the instructor"),
    "interest_1_5": pgettext_lazy("template", "Interest, from 1 to 5"),
    "invited": pgettext_lazy("template", "Invited"),
    "involvement_measure": pgettext_lazy("template", "How the involvement will be measured"),
    "kilobytes": pgettext_lazy("template", "Weight in kB"),
    "kind": pgettext_lazy("template", "Kind"),
    "language": pgettext_lazy("template", "Language"),
    "languages": pgettext_lazy("template", "Languages"),
    "learning_outcome": pgettext_lazy("template", "Learning outcome"),
    "legal_instrument": pgettext_lazy("template", "Legal instrument"),
    "lesson": pgettext_lazy("template", "Lesson"),
    "lessons": pgettext_lazy("template", "Lessons"),
    "level": pgettext_lazy("template", "Level"),
    "licence": pgettext_lazy("template", "Licence"),
    "mandate_document": pgettext_lazy("template", "Document of the mandate"),
    "members": pgettext_lazy("template", "Members"),
    "message": pgettext_lazy("template", "Message"),
    "method": pgettext_lazy("template", "Method"),
    "minutes": pgettext_lazy("template", "Minutes"),
    "modality": pgettext_lazy("template", "Modality"),
    "name": pgettext_lazy("template", "Name"),
    "objective": pgettext_lazy("template", "Objective"),
    "offered_to_workers": pgettext_lazy("template", "Is it offered to workers?"),
    "opened": pgettext_lazy("template", "Opened it"),
    "outcome": pgettext_lazy("template", "Outcome"),
    "ownership_of_materials": pgettext_lazy("template", "Ownership of the materials"),
    "parties": pgettext_lazy("template", "Parties"),
    "partner": pgettext_lazy("template", "Partner"),
    "person": pgettext_lazy("template", "Person"),
    "personal_data": pgettext_lazy("template", "Personal data"),
    "phone": pgettext_lazy("template", "Phone"),
    "places": pgettext_lazy("template", "Places"),
    "plan_year": pgettext_lazy("template", "Year of the plan"),
    "practice_task": pgettext_lazy("template", "Practice"),
    "problem": pgettext_lazy("template", "Problem"),
    "process": pgettext_lazy("template", "Process"),
    "procurement_lead_weeks": pgettext_lazy("template", "Weeks that purchasing takes"),
    "purpose": pgettext_lazy("template", "Purpose"),
    "recognition": pgettext_lazy("template", "What is given at the end"),
    "responsible": pgettext_lazy("template", "Responsible"),
    "result": pgettext_lazy("template", "Result"),
    "results_with_evidence": pgettext_lazy("template", "Results, with their evidence"),
    "risk": pgettext_lazy("template", "Risk"),
    "role": pgettext_lazy("template", "Role"),
    "sector": pgettext_lazy("template", "Sector"),
    "serves_need": pgettext_lazy("template", "Need it serves"),
    "signatory": pgettext_lazy("template", "Who may sign"),
    "signatures": pgettext_lazy("template", "Signatures"),
    "source": pgettext_lazy("template", "Source"),
    "standard_or_profile": pgettext_lazy("template", "Standard or occupational profile"),
    "starts": pgettext_lazy("template", "Starts on"),
    "take_or_ask_anew": pgettext_lazy("template", "Take it, or ask anew?"),
    "target": pgettext_lazy("template", "Target"),
    "term": pgettext_lazy("template", "Term"),
    "territory": pgettext_lazy("template", "Territory"),
    "title": pgettext_lazy("template", "Title"),
    "took_the_course_on": pgettext_lazy("template", "Took the course on"),
    "trained_on": pgettext_lazy("template", "Trained on"),
    "unit": pgettext_lazy("template", "Unit of measure"),
    "units": pgettext_lazy("template", "Units"),
    "until": pgettext_lazy("template", "Until"),
    "usable_here": pgettext_lazy("template", "What can be used here"),
    "weeks": pgettext_lazy("template", "Weeks"),
    "what": pgettext_lazy("template", "What"),
    "what_did_not_work": pgettext_lazy("template", "What did not work"),
    "what_was_done": pgettext_lazy("template", "What was done"),
    "when": pgettext_lazy("template", "When"),
    "when_we_review": pgettext_lazy("template", "When we review it"),
    "where_stuck": pgettext_lazy("template", "Where they got stuck"),
    "who": pgettext_lazy("template", "Who"),
    "who_may_speak_for_whom": pgettext_lazy("template", "Who may speak for whom"),
    "who_took_part": pgettext_lazy("template", "Who took part"),
    "why": pgettext_lazy("template", "Why"),
    "year": pgettext_lazy("template", "Year"),
}


def instrument(edition: Edition, id: str) -> Instrument:
    """One instrument of an edition, in words. Raises KeyError for one that the edition does not have."""
    asked = edition.instruments[id]
    title = str(edition.instrument_titles.get(id, id))
    if isinstance(asked, dict) and "is" in asked:
        return Instrument(id, title, True, str(SCREENS.get(id, asked["is"])), ())
    if isinstance(asked, dict):
        return Instrument(id, title, False, "", _fields(asked["criteria"]), tuple(asked["scale"]))
    return Instrument(id, title, False, "", _fields(asked))


def _fields(asked: list[Any]) -> tuple[str, ...]:
    return tuple(_field(field) for field in asked)


def _field(field: Any) -> str:
    """A word of the table above, or a text in the guide's languages."""
    if isinstance(field, dict):
        return str(Text({name: text for name, text in field.items() if name != "id"}))
    return str(FIELDS.get(field, field))
