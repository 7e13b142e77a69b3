"""The workshop of `workshop.yaml`: invited, held, its result published, its remarks answered, its order frozen."""

import uuid
from functools import partial
from typing import Any
from uuid import UUID

from demo.story import Story, own_words, read

from milpa import ledger
from milpa.workshops.actions.closing import close_workshop, commit, issue_minutes, keep_commitment
from milpa.workshops.actions.deciding import decide_naming
from milpa.workshops.actions.grouping import make_group, place_card, say_solved
from milpa.workshops.actions.helping import ask_helper, begin_helping, helper_number
from milpa.workshops.actions.joining import join
from milpa.workshops.actions.judging import Said, judge_group
from milpa.workshops.actions.moving_on import open_activity
from milpa.workshops.actions.ordering import add_need, answer_need, decide_added, move_need
from milpa.workshops.actions.planning import answer_invitation, invite, plan_workshop
from milpa.workshops.actions.publishing import answer_remark, freeze_priorities, publish_result, remark
from milpa.workshops.actions.signing_minutes import sign_as_participant, sign_minutes
from milpa.workshops.actions.slips import give_slip, type_slip
from milpa.workshops.actions.voting import cast_ballot, close_vote, open_vote
from milpa.workshops.actions.writing import write_card
from milpa.workshops.marks import Marks
from milpa.workshops.methods import Part
from milpa.workshops.models import Activity, Need, Needs, Participant, WorkshopMinutes

OPENED = (
    (0, "welcome"), (15, "writing"), (40, "grouping"), (95, "training_or_not"), (110, "voting"), (125, "suitability"),
    (155, "commitments"), (170, "closing"),
)  # fmt: skip  # minutes after nine
CRITERIA = ("screen", "practice", "access", "content", "reach")


class Room:
    """What the parts of the workshop hand on: who is in it, the cards and the groups."""

    workshop: Any

    def __init__(self, story: Story) -> None:
        self.page, self.day = read("workshop.yaml"), read("workshop.yaml")["workshop"]["day"]
        self.names = {row["key"]: row["name"] for row in story.pages["addressees"]}
        self.participant: dict[str, Participant] = {}
        self.card: dict[str, UUID] = {}
        self.group: dict[str, UUID] = {}


def plan(story: Story) -> None:
    room = story.room = Room(story)
    page, day = room.page, room.day
    story.on(-310, lambda: planned(story))
    for row in page["invitations"]:
        story.on(row["day"], partial(invite_one, story, row), hour=1)
    for minute, kind in OPENED:
        story.on(day, partial(open_part, story, kind), minute=minute)
    for row in page["participants"]:
        story.on(day, partial(join_one, story, row), minute=row["arrived"])
    for row in page["cards"]:
        story.on(day, partial(write, story, row), minute=16 + row["minute"])
    for minute, what in ((13, helped), (45, group), (96, solved), (111, vote), (126, judged), (156, committed), (180, closed)):
        story.on(day, partial(what, story), minute=minute)
    story.on(page["minutes"]["issued_day"], lambda: published(story))
    for row in page["remarks"]:
        story.on(row["day"], partial(remarked, story, row))
    for row in page["added"]:
        story.on(row["day"], partial(added, story, row))
    story.on(page["result"]["frozen_day"], lambda: freeze_priorities(story.person["ana"], story.programme.id, ledger.uuid7()), hour=1)
    story.on(page["minutes"]["signed_day"], lambda: signed(story), hour=2)
    for row in page["groups"]:
        if answer := row["answer"]:
            story.on(answer["day"], partial(answer_cards, story, row["key"], answer), hour=2)


def planned(story: Story) -> None:
    room = story.room
    page = room.page["workshop"]
    parts = [Part(row["kind"], row["title"], row["minutes"], row.get("say", "")) for row in room.page["activities"]]
    said = {key: page[key] for key in ("title", "question", "place", "minutes", "care")}
    beto = story.person["beto"]
    room.workshop = plan_workshop(beto, story.programme.id, ledger.uuid7(), starts_at=story.moment(room.day), parts=parts, **said)


def invite_one(story: Story, row: dict[str, Any]) -> None:
    carmen, workshop = story.person["carmen"], story.room.workshop
    where, on = story.enterprise[row["enterprise"]], story.day(row["day"])
    fact = invite(carmen, workshop.id, ledger.uuid7(), way=row["way"], on=on, enterprise_id=where, language=row["asked"])
    story.on(story.room.day + 1, lambda: answer_invitation(carmen, workshop.id, ledger.uuid7(), fact.id, row["result"]))


def open_part(story: Story, kind: str) -> None:
    activity = Activity.objects.get(workshop=story.room.workshop, kind=kind)
    open_activity(story.person["beto"], story.room.workshop.id, ledger.uuid7(), activity.id)


def join_one(story: Story, row: dict[str, Any]) -> None:
    story.room.participant[row["person"]] = _join(story, row)


def _join(story: Story, row: dict[str, Any]) -> Participant:
    room, person = story.room, story.person[row["person"]]
    helper = None if row["way"] == "phone" else story.person["silvia"]
    return join(
        room.workshop.id,
        ledger.uuid7(),
        person.name,
        enterprise_id=story.enterprise[row["enterprise"]],
        position=row["position"],
        way=row["way"],
        by=helper,
        person_id=person.id,
        language=person.language,
    )


def write(story: Story, row: dict[str, Any]) -> None:
    """Who writes on paper or says it aloud has it typed by whoever helps."""
    room, who = story.room, story.room.participant[row["by"]]
    own = who.way == "phone"
    by, more = (story.person[row["by"]], {}) if own else (story.person["silvia"], {"participant_id": who.id, "way": who.way})
    room.card[row["text"]] = write_card(by, room.workshop.id, ledger.uuid7(), row["text"], **more).id


def group(story: Story) -> None:
    """Cards lie first where the machine or a helper put them, then where the room moved them."""
    room, beto = story.room, story.person["beto"]
    for row in room.page["groups"]:
        named_by = room.participant[row["named_by"]].id
        room.group[row["key"]] = make_group(beto, room.workshop.id, ledger.uuid7(), row["name"], named_by=named_by).id
    elsewhere = {row["card"]: row["from"] for row in room.page["moves"]}
    for first in (True, False):
        for row in room.page["cards"]:
            if first or row["text"] in elsewhere:
                key = elsewhere.get(row["text"], row["group"]) if first else row["group"]
                place_card(beto, room.workshop.id, ledger.uuid7(), room.card[row["text"]], room.group[key])


def solved(story: Story) -> None:
    room = story.room
    for row in room.page["groups"]:
        handed = room.names.get(row.get("handed_to") or "", "")
        say_solved(story.person["beto"], room.workshop.id, ledger.uuid7(), room.group[row["key"]], row["solved_by_training"], handed)


def vote(story: Story) -> None:
    room, beto, page = story.room, story.person["beto"], story.room.page["vote"]
    opened = open_vote(
        beto, room.workshop.id, ledger.uuid7(), question=page["question"], dots_each=page["rule"]["dots_each"], most_on_one=1
    )
    slips_handed_out(story, opened, page["dots"])
    for key, groups in page["dots"].items():
        who = room.participant[key]
        if who.way == "paper":
            continue
        marks = {room.group[group]: 1 for group in groups}
        own = who.way == "phone"
        by, more = (story.person[key], {}) if own else (story.person["silvia"], {"participant_id": who.id})
        cast_ballot(by, opened.id, uuid.uuid4(), marks, way=who.way, **more)
    close_vote(beto, opened.id, ledger.uuid7())


def slips_handed_out(story: Story, opened: Any, dots: dict[str, list[str]]) -> None:
    """Who votes on paper takes a numbered slip; each slip is typed by two people, and goes into the box where both read the same."""
    room, beto, silvia = story.room, story.person["beto"], story.person["silvia"]
    on_paper = [key for key in dots if room.participant[key].way == "paper"]
    for number, key in enumerate(on_paper, start=1):
        give_slip(beto, opened.id, ledger.uuid7(), room.participant[key].id)
        marks = Marks.of({room.group[group]: 1 for group in dots[key]})
        for reader in (beto, silvia):
            type_slip(reader, opened.id, number, marks)


def helped(story: Story) -> None:
    """Silvia helps by the number that Beto read to her; the group decides that cards carry no names."""
    room, beto = story.room, story.person["beto"]
    asked = ask_helper(beto, room.workshop.id, ledger.uuid7(), story.person["silvia"].name)
    begin_helping(room.workshop.id, ledger.uuid7(), helper_number(asked), "", person=story.person["silvia"])
    decide_naming(beto, room.workshop.id, ledger.uuid7(), False, room.page["workshop"]["naming"])


def judged(story: Story) -> None:
    room = story.room
    for row in room.page["suitability"]:
        said = [Said(ledger.uuid7(), key, row[key]["score"], row[key]["said"], said_by=_present(story, row[key]["by"])) for key in CRITERIA]
        judge_group(story.person["beto"], room.workshop.id, room.group[row["group"]], said)


def _present(story: Story, key: str) -> UUID | None:
    who = story.room.participant.get(key)
    return who.id if who else None


def committed(story: Story) -> None:
    room, beto = story.room, story.person["beto"]
    for row in room.page["commitments"]:
        who = story.person[row["by"]].name
        made = commit(beto, room.workshop.id, ledger.uuid7(), who=who, side=row["side"], text=row["text"], until=story.day(row["until"]))
        if row["done"] is not None:
            story.on(
                row["done"], partial(keep_commitment, beto, room.workshop.id, ledger.uuid7(), made.id, row.get("shown_by", "")), hour=4
            )


def need_of(story: Story, key: str) -> Need:
    """The need that a group of the workshop became."""
    return Need.objects.get(needs__programme=story.programme, group=story.room.group[key])


def closed(story: Story) -> None:
    close_workshop(story.person["beto"], story.room.workshop.id, ledger.uuid7())
    for row in story.room.page["moves_of_needs"]:
        _move(story, row)


def _move(story: Story, row: dict[str, Any]) -> None:
    """The group moves a need: by a show of hands, with a reason."""
    hands, need = row["hands"], need_of(story, row["need"])
    counted = (hands["for"], hands["against"], hands["blank"])
    proposed_by = _present(story, row["proposed_by"])
    move_need(story.person["beto"], need.id, ledger.uuid7(), row["to"], row["reason"], proposed_by=proposed_by, hands=counted)


def published(story: Story) -> None:
    issue_minutes(story.person["beto"], story.room.workshop.id, ledger.uuid7(), story.room.page["minutes"]["text"])
    publish_result(story.person["ana"], story.programme.id, _needs(story).revision)


def signed(story: Story) -> None:
    """The order is frozen: the institution, the association and one who was there sign the minutes that say it."""
    workshop = story.room.workshop.id
    number = WorkshopMinutes.objects.get(workshop=workshop).revision
    for row in story.room.page["minutes"]["signed"]:
        by = story.person[row["by"]]
        if row["by"] in story.room.participant:
            sign_as_participant(by, workshop, number, row["capacity"])
        else:
            sign_minutes(by, workshop, number, ledger.uuid7(), row["capacity"])


def remarked(story: Story, row: dict[str, Any]) -> None:
    made, answer = _remark(story, row), row["answer"]
    by = story.person[answer["by"]]
    story.on(answer["day"], lambda: answer_remark(by, made.id, ledger.uuid7(), answer["kind"], own_words(answer["text"])), hour=3)


def added(story: Story, row: dict[str, Any]) -> None:
    """A need that did not come from the workshop is put before the association, which decides against it."""
    need = add_need(story.person["ana"], story.programme.id, _needs(story).revision, ledger.uuid7(), row["name"], found_in=row["found_in"])
    decide_added(story.person["carmen"], need.id, ledger.uuid7(), False, row["reason"])


def answer_cards(story: Story, key: str, answer: dict[str, Any]) -> None:
    answer_need(story.person["ana"], need_of(story, key).id, ledger.uuid7(), answer["kind"], own_words(answer["text"]))


def _needs(story: Story) -> Needs:
    return Needs.objects.get(programme=story.programme)


def _remark(story: Story, row: dict[str, Any]) -> Any:
    """From one's own page, or told to the association by call or visit."""
    who = story.person[row["by"]]
    taker, named = (who, {}) if row["way"] == "phone" else (story.person["carmen"], {"name": who.name})
    if row["way"] == "link":
        taker = None
    place = story.room.participant.get(row["by"]) if row["way"] == "phone" else None
    return remark(
        taker,
        story.programme.id,
        ledger.uuid7(),
        row["text"],
        participant_id=place.id if place else None,
        enterprise_id=story.enterprise[row["enterprise"]],
        way=row["way"],
        **named,
    )
