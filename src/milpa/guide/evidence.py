"""What shows that a step was done: every key's name and when it is met, as a person reads it.

Which keys Milpa answers by itself is the programmes' registry to say; every other one is attached by hand.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Key:
    title: Promise | str
    when: Promise | str = ""  # the condition, in a sentence


KEYS = {
    "programmes.team_complete": Key(
        _("The team is complete"),
        _("Coordination, facilitation, instructional design, platform support and evaluation each have a person; one may hold several."),
    ),
    "courses.guide_course_completed": Key(_("The team completed the course on the guide")),
    "programmes.anchored": Key(_("The programme is anchored in the institution's plan")),
    "research.collection_with_sources": Key(_("There is a collection of sources")),
    "programmes.partners_accepted": Key(
        _("The partners answered"), _("All invited partners answered, and at least one that decides accepted.")
    ),
    "conglomerates.candidates_complete": Key(
        _("The candidates are complete"),
        _("Three to eight candidates; each criterion with value, unit, year, source and scope, or it is said that there is no datum."),
    ),
    "conglomerates.selection_signed": Key(
        _("The selection is signed"),
        _("A decision with reasons; every partner that decides signed its newest revision, or a reason is on record."),
    ),
    "conglomerates.counterpart_appointed": Key(
        _("The counterpart is appointed"),
        _("A mandate document or the assembly's minutes, a term that is not over, a liaison and a deputy."),
    ),
    "conglomerates.agreement_signed": Key(
        _("The letter of understanding is signed"), _("Owner and counterpart signed its newest revision.")
    ),
    "conglomerates.register_loaded": Key(
        _("The register is loaded"), _("At least one import was confirmed; undecided duplicates are told, not counted.")
    ),
    "workshops.invited": Key(
        _("The workshop was convened"),
        _("Invitations on record, with way and date, to micro, rural and woman-led enterprises; or the reason why not."),
    ),
    "workshops.closed_with_minutes": Key(
        _("A workshop closed with its minutes"),
        _("One workshop closed and its minutes issued; micro, rural and woman-led enterprises were there, or the reason why not."),
    ),
    "workshops.priorities_frozen": Key(
        _("The priorities are frozen"), _("The result was published, seven days passed, every remark was answered and the order is frozen.")
    ),
    "surveys.access_known": Key(
        _("The access to ICT is known"), _("The access survey closed with thirty enterprises, or all if the register has fewer.")
    ),
    "strategies.actions_cover_priorities": Key(
        _("The training actions cover the priorities"), _("Every need that training solves has an action, or a reason.")
    ),
    "strategies.complete_draft": Key(
        _("The strategy is complete"),
        _("No empty section; every action and every objective says all that is asked of it."),
    ),
    "strategies.signed_by_counterpart": Key(
        _("The counterpart signed the strategy"), _("Everyone whom the mandate names signed the newest revision.")
    ),
    "strategies.signed_by_partners": Key(
        _("The partners signed the strategy"), _("Every partner with a contribution in it signed the newest revision.")
    ),
    "courses.ready": Key(
        _("The courses are ready"), _("Every training action that is a course has one published, with weight and accessibility checked.")
    ),
    "courses.instructors_took_the_course": Key(_("The instructors took the course themselves")),
    "courses.promoted": Key(_("The action was promoted")),
    "courses.enrolled": Key(
        _("The enrolment is closed"), _("Every edition announced closed its enrolment or is full, with at least one person.")
    ),
    "courses.enrolled_diagnosed": Key(_("Everyone enrolled was diagnosed"), _("All who are enrolled took the diagnosis.")),
    "courses.levelling_offered": Key(_("Levelling was offered"), _("Everyone with a gap was offered their units, and chose.")),
    "courses.onboarded": Key(
        _("Everyone can get into the platform"), _("All who are enrolled finished the welcome lesson or were accompanied through it.")
    ),
    "courses.baseline_available": Key(
        _("There is a baseline"), _("Every enterprise with someone enrolled answered, declined, or was asked twice.")
    ),
    "courses.edition_finished": Key(
        _("The training actions ended"), _("Every edition ended, or was postponed or cancelled with a reason.")
    ),
    "courses.assisted": Key(_("Technical assistance was given")),
    "courses.certificates_issued": Key(
        _("The certificates are issued"), _("Everyone who met the rules of an edition that ended has theirs.")
    ),
    "results.satisfaction_available": Key(
        _("The satisfaction is measured"), _("The questionnaires of the editions that ended are closed; one has five answers or more.")
    ),
    "results.followup_available": Key(_("The follow-up is done")),
    "results.report_delivered": Key(
        _("The results were given back"),
        _("The report is frozen and was sent to all partners, the meeting is on record and the date of the follow-up is in the calendar."),
    ),
    "strategies.long_term_plan_signed": Key(_("The long-term plan is signed")),
    "programmes.process_changed": Key(_("A process of the institution was changed")),
    "programmes.replicated": Key(_("The programme was replicated"), _("A programme has grown from this one.")),
    "network.practice_published": Key(_("The good practice is published")),
}


def title_of(key: str) -> str:
    """The key's name; a key that came from another server and is not known here reads as it is written."""
    known = KEYS.get(key)
    return str(known.title) if known else key
