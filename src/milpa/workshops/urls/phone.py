"""Pages of whoever is in the workshop with a phone: short addresses, no account."""

from django.urls import path

from milpa.workshops.views import (
    phone_door,
    phone_grouping,
    phone_helper,
    phone_mine,
    phone_minutes,
    phone_photographed,
    phone_result,
    phone_room,
)

_here = "w/<slug:code>/"
urlpatterns = [
    path("w/", phone_door.enter, name="enter"),
    path(_here, phone_door.join, name="join"),
    path(f"{_here}phone/", phone_door.other_phone, name="other_phone"),
    path(f"{_here}leave/", phone_door.leave, name="leave"),
    path(f"{_here}room/", phone_room.room, name="room"),
    path(f"{_here}cards/", phone_room.write_card, name="write_card"),
    path(f"{_here}vote/", phone_room.ballot, name="ballot"),
    path(f"{_here}groups/", phone_room.groups, name="groups"),
    path(f"{_here}group/", phone_grouping.group, name="group_cards"),
    path(f"{_here}group/move/", phone_grouping.move, name="move_cards"),
    path(f"{_here}minutes/", phone_minutes.minutes, name="phone_minutes"),
    path(f"{_here}minutes/sign/", phone_minutes.sign, name="phone_sign"),
    path(f"{_here}result/", phone_result.result, name="result"),
    path(f"{_here}remark/", phone_result.remark, name="remark"),
    path(f"{_here}mine/", phone_mine.mine, name="mine"),
    path(f"{_here}mine/<uuid:id>/", phone_mine.my_card, name="my_card"),
    path(f"{_here}mine/<uuid:id>/not-answered/", phone_mine.not_answered, name="not_answered"),
    path(f"{_here}forget/", phone_mine.forget_me, name="forget"),
    path(f"{_here}register/", phone_door.register, name="register"),
    path(f"{_here}help/", phone_helper.help, name="help"),
    path(f"{_here}help/card/upload/", phone_helper.card, name="help_card"),
    path(f"{_here}help/person/", phone_helper.person, name="help_person"),
    path(f"{_here}help/cards/<uuid:id>/moderate/", phone_helper.moderate, name="help_moderate"),
    path(f"{_here}help/group/", phone_grouping.help_group, name="help_group"),
    path(f"{_here}help/group/move/", phone_grouping.help_move, name="help_move"),
    path(f"{_here}help/to-read/", phone_photographed.waiting, name="help_to_read"),
    path(f"{_here}help/to-read/<uuid:id>/picture/", phone_photographed.picture, name="help_picture"),
    path(f"{_here}help/to-read/<uuid:id>/type/", phone_photographed.read, name="help_read"),
    path(f"{_here}help/to-read/<uuid:id>/set-aside/", phone_photographed.set_aside, name="help_set_aside"),
    path(f"{_here}help/slips/", phone_helper.slips, name="help_slips"),
    path(f"{_here}help/slips/<str:verb>/", phone_helper.slip, name="help_slip"),
    path("my-cards/", phone_mine.my_cards, name="my_cards"),
]
