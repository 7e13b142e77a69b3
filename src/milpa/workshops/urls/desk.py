"""Pages of whoever plans, facilitates, reads and decides."""

from django.urls import path

from milpa.workshops.views import cards, console, grouping, minutes, need, needs, people, planning, remarks, voting

_all = "programmes/<uuid:programme>/workshops/"
_one = f"{_all}<uuid:id>/"
_needs = "programmes/<uuid:programme>/needs/"
_need = f"{_needs}<uuid:id>/"
urlpatterns = [
    path(_all, planning.workshops, name="list"),
    path(f"{_all}plan/", planning.plan, name="plan"),
    path(_one, console.console, name="console"),
    path(f"{_one}edit/", planning.edit, name="edit"),
    path(f"{_one}invitations/", planning.invitations, name="invitations"),
    path(f"{_one}invite/", planning.write_invitation, name="invite"),
    path(f"{_one}explain/<slug:moment>/", planning.explain, name="explain"),
    path(f"{_one}wall/", console.wall, name="wall"),
    path(f"{_one}poster/", console.poster, name="poster"),
    path(f"{_one}step/", console.step, name="step"),
    path(f"{_one}people/", people.people, name="people"),
    path(f"{_one}people/add/", people.add, name="add_person"),
    path(f"{_one}cards/", cards.cards, name="cards"),
    path(f"{_one}cards/type/", grouping.type_card, name="type_card"),
    path(f"{_one}place/", grouping.place, name="place"),
    path(f"{_one}groups/<uuid:group>/name/", grouping.name, name="name_group"),
    path(f"{_one}groups/<uuid:group>/dissolve/", grouping.dissolve, name="dissolve"),
    path(f"{_one}groups/<uuid:group>/solved/", grouping.solved, name="solved"),
    path(f"{_one}groups/<uuid:group>/judge/", voting.judge, name="judge"),
    path(f"{_one}votes/", cards.votes, name="votes"),
    path(f"{_one}vote/open/", voting.open_it, name="open_vote"),
    path(f"{_one}vote/close/", voting.close_it, name="close_vote"),
    path(f"{_one}vote/withdraw/", voting.withdraw, name="withdraw_vote"),
    path(f"{_one}vote/type/", voting.type_ballot, name="type_ballot"),
    path(f"{_one}commit/", voting.write_commitment, name="commit"),
    path(f"{_one}close/", console.close, name="close"),
    path(f"{_one}reopen/", console.reopen, name="reopen"),
    path(f"{_one}minutes/", minutes.minutes, name="minutes"),
    path(f"{_one}minutes/issue/", minutes.issue, name="issue_minutes"),
    path(f"{_one}minutes/make/", minutes.make, name="make_minutes"),
    path("programmes/<uuid:programme>/cards/<uuid:id>/", cards.card, name="card"),
    path("programmes/<uuid:programme>/cards/<uuid:id>/moderate/", cards.moderate, name="moderate"),
    path(_needs, needs.needs, name="needs"),
    path(f"{_needs}list/", needs.needs_list, name="needs_list"),
    path(f"{_needs}publish/", needs.publish, name="publish"),
    path(f"{_needs}freeze/", needs.freeze, name="freeze"),
    path(f"{_needs}thaw/", needs.thaw, name="thaw"),
    path(f"{_needs}add/", needs.add, name="add_need"),
    path(f"{_needs}merge/", needs.merge, name="merge"),
    path(f"{_needs}remarks/write/", remarks.write, name="write_remark"),
    path(f"{_needs}remarks/<uuid:id>/", remarks.answer, name="answer_remark"),
    path(_need, need.need, name="need"),
    path(f"{_need}move/", need.move, name="move"),
    path(f"{_need}edit/", need.edit, name="edit_need"),
    path(f"{_need}decide/", need.decide, name="decide_added"),
    path(f"{_need}answer/", need.answer, name="answer_need"),
]
