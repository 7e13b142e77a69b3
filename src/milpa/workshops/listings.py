"""The lists of workshops and needs: page, CSV, spreadsheet and print are renderings of these declarations."""

from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.programmes.views.fetching import fetch
from milpa.web.listing import Choice, Column, Listing, Words
from milpa.workshops.agenda import agenda_of
from milpa.workshops.ballots import names_in
from milpa.workshops.counting import result_of
from milpa.workshops.models import Card, InvitationAnswered, Need, Participant, WorkshopInvited
from milpa.workshops.models.methods import DOTS, KEMENY, SCHULZE
from milpa.workshops.models.room import POSITIONS
from milpa.workshops.models.said import WAYS
from milpa.workshops.models.workshop import ANSWERED, INVITED_BY
from milpa.workshops.outcomes import closed_or_not
from milpa.workshops.results_shown import counted, need_counted
from milpa.workshops.views.opening import opened
from milpa.workshops.wall import cards_of, names_of

WHOLE = (DOTS, SCHULZE, KEMENY)  # methods that count in whole numbers


def workshops(request: Any, programme: UUID) -> Listing:
    found = fetch(request, programme, "workshops.see")
    cards = Card.objects.on_the_wall().filter(workshop=OuterRef("pk")).order_by().values("workshop").annotate(n=Count("id")).values("n")
    people = Participant.objects.standing().filter(workshop=OuterRef("pk")).order_by().values("workshop")
    rows = closed_or_not(found).annotate(cards_n=Subquery(cards), people_n=Subquery(people.annotate(n=Count("id")).values("n")))
    return Listing(
        name="workshops",
        title=_("Workshops"),
        request=request,
        rows=rows,
        columns=[
            Column("title", _("Workshop"), order="title", href=lambda row: reverse("workshops:console", args=[programme, row["pk"]])),
            Column("starts_at", _("Day and hour"), kind="moment", order="starts_at"),
            Column("place", _("Place of meeting")),
            Column("people", _("People"), value=lambda row: row["people_n"] or 0, kind="number", reads=("people_n",)),
            Column("cards", _("Cards"), value=lambda row: row["cards_n"] or 0, kind="number", reads=("cards_n",)),
            Column("state", _("State"), value=lambda row: _("closed") if row["is_over"] else _("not closed yet"), reads=("is_over",)),
        ],
        order="starts_at",
        empty=_("Here stand the workshops in which owners and workers say what they need to learn. Plan the first one."),
    )


def invitations(request: Any, programme: UUID, id: UUID) -> Listing:
    workshop = opened(request, programme, id, "workshops.see_people")
    answers = InvitationAnswered.objects.standing().filter(invitation=OuterRef("pk")).order_by("-recorded_at", "-id")
    ways, said = dict(INVITED_BY), dict(ANSWERED)
    rows = WorkshopInvited.objects.standing().filter(workshop=workshop).annotate(answer_now=Subquery(answers.values("answer")[:1]))
    return Listing(
        name="workshop-invitations",
        title=_("Invitations"),
        request=request,
        rows=rows,
        columns=[
            Column("whom", _("Enterprise"), value=lambda row: row["enterprise__name"] or row["whom"], reads=("whom", "enterprise__name")),
            Column("way", _("How it was invited"), value=lambda row: ways.get(row["way"], row["way"]), reads=("way",)),
            Column("on", _("Day"), kind="date", order="on"),
            Column("answer", _("Answered"), value=lambda row: said.get(row["answer_now"], ""), reads=("answer_now",)),
            Column("note", _("Note"), kind="words"),
        ],
        filters=[Choice("way", _("How it was invited"), INVITED_BY), Words("whom", _("Enterprise"), fields=("enterprise__name", "whom"))],
        order="on",
        empty=_("Here stands who was invited, by which way and on which day, so that one sees which voices are missing."),
    )


def people(request: Any, programme: UUID, id: UUID) -> Listing:
    """Who takes part; cards and votes are not beside the names."""
    workshop = opened(request, programme, id, "workshops.see_people")
    ways, positions = dict(WAYS), dict(POSITIONS)
    return Listing(
        name="workshop-people",
        title=_("Who is here"),
        request=request,
        rows=Participant.objects.in_workshop(workshop),
        columns=[
            Column("name", _("Name"), order="name"),
            Column(
                "enterprise",
                _("Enterprise"),
                value=lambda row: row["enterprise__name"] or row["enterprise_text"],
                reads=("enterprise__name", "enterprise_text"),
            ),
            Column("position", _("Owner or worker"), value=lambda row: positions[row["position"]], reads=("position",)),
            Column("way", _("How they take part"), value=lambda row: ways.get(row["way"], row["way"]), reads=("way",)),
            Column("recorded_at", _("Joined"), kind="moment", order="recorded_at"),
        ],
        filters=[Choice("way", _("How they take part"), WAYS)],
        order="recorded_at",
        empty=_("Here stands who has joined by phone, and whom you write down because they have none."),
    )


def cards(request: Any, programme: UUID, id: UUID) -> Listing:
    """Every card in its author's words, without the author."""
    workshop = opened(request, programme, id)
    names, ways = names_of(workshop), dict(WAYS)
    return Listing(
        name="workshop-cards",
        title=_("Cards of the workshop"),
        request=request,
        rows=cards_of(workshop),
        columns=[
            Column("text", _("Card"), kind="words", href=lambda row: reverse("workshops:card", args=[programme, row["pk"]])),
            Column("group", _("Group"), value=lambda row: names.get(row["lies_in"], ""), reads=("lies_in",)),
            Column("way", _("How it was said"), value=lambda row: ways.get(row["way"], row["way"]), reads=("way",)),
            Column("recorded_at", _("Written"), kind="moment", order="recorded_at"),
        ],
        filters=[Words("text", _("Words"), fields=("text",)), Choice("way", _("How it was said"), WAYS)],
        order="recorded_at",
        empty=_("Here stands each card that is written, in the words of its author and without their name."),
    )


def votes(request: Any, programme: UUID, id: UUID) -> Listing:
    """What each group got; nothing while the vote is open."""
    workshop = opened(request, programme, id)
    vote, names = agenda_of(workshop).vote, {str(id): name for id, name in names_of(workshop).items()}
    found = result_of(vote) if vote is not None and not vote.is_open else None
    called = names_in(vote, names) if vote is not None else {}
    rows = [
        {"id": one.group, "rank": one.rank, "name": called[one.group], "value": float(one.value), "counted": counted(found, one)}
        for one in (found.standings if found else ())
    ]
    return Listing(
        name="workshop-votes",
        title=_("The result of the vote"),
        request=request,
        rows=rows,
        columns=[
            Column("name", _("What was voted on"), order="name"),
            Column("rank", _("Place"), kind="number", order="rank"),
            Column("value", _("Counted"), kind="number", order="value", decimals=0 if found is None or found.method in WHOLE else 2),
            Column("counted", _("In words")),
        ],
        order="rank",
        empty=_("The vote is not closed yet. Until then no screen shows what any group got."),
    )


def needs(request: Any, programme: UUID) -> Listing:
    found = fetch(request, programme, "workshops.see")
    suited = {True: _("suits ICT"), False: _("is met otherwise"), None: _("not judged yet")}
    rows = Need.objects.of(found.id).annotate(cards_n=Count("cards"))
    return Listing(
        name="needs",
        title=_("The needs"),
        request=request,
        rows=rows,
        columns=[
            Column("title", _("Need"), order="title", href=lambda row: reverse("workshops:need", args=[programme, row["pk"]])),
            Column("place", _("Place in the whole order"), kind="number", order="place"),
            Column("rank", _("Place in its list"), kind="number"),
            Column("votes", _("Votes"), kind="number", order="votes"),
            Column(
                "counted", _("In words"), value=lambda row: need_counted(row["counted_by"], row["votes"]), reads=("counted_by", "votes")
            ),
            Column("mean", _("Mean"), kind="number", decimals=1),
            Column("suits", _("Does it suit ICT?"), value=lambda row: _suits(row, suited), reads=("suits_ict", "solved_by_training")),
            Column("cards", _("Cards"), value="cards_n", kind="number"),
            Column("handed_to", _("Handed to")),
            Column("moved_because", _("Moved because"), kind="words"),
            Column("found_in", _("Not from the workshop: where it was found")),
        ],
        filters=[Words("title", _("Words"), fields=("title",))],
        order="place",
        empty=_("They come from the workshop: when it closes, its groups of cards are proposed here, with their votes."),
    )


def _suits(row: Any, words: dict[bool | None, str]) -> str:
    return words[row["suits_ict"]] if row["solved_by_training"] else _("not by training")


FACTORIES = {
    "workshops": workshops,
    "workshop-invitations": invitations,
    "workshop-people": people,
    "workshop-cards": cards,
    "workshop-votes": votes,
    "needs": needs,
}
