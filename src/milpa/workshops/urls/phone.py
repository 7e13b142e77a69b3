"""Pages of whoever is in the workshop with a phone: short addresses, no account."""

from django.urls import path

from milpa.workshops.views import phone_door, phone_helper, phone_mine, phone_result, phone_room

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
    path(f"{_here}help/slips/", phone_helper.slips, name="help_slips"),
    path(f"{_here}help/slips/<str:verb>/", phone_helper.slip, name="help_slip"),
    path("my-cards/", phone_mine.my_cards, name="my_cards"),
]
