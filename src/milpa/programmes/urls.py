from django.urls import path

from milpa.programmes.views import calendar, editing, home, involvement, journey, partners, phases, steps, threads

app_name = "programmes"
PROGRAMME = "programmes/<uuid:programme>/"
urlpatterns = [
    path("", home.home, name="home"),
    path("programmes/", home.programmes, name="programmes"),
    path("programmes/new/", editing.create, name="create"),
    path("programmes/invitations/<uuid:partner>/", partners.invitation, name="invitation"),
    path("programmes/invitations/<uuid:partner>/accept/", partners.accept, name="accept"),
    path("programmes/invitations/<uuid:partner>/decline/", partners.decline, name="decline"),
    path("programmes/invitations/<uuid:partner>/leave/", partners.leave, name="leave"),
    path(PROGRAMME, journey.journey, name="journey"),
    path(f"{PROGRAMME}edit/", editing.edit, name="edit"),
    path(f"{PROGRAMME}replicate/", editing.replicate_programme, name="replicate"),
    path(f"{PROGRAMME}handbook/", editing.handbook, name="handbook"),
    path(f"{PROGRAMME}involvement/", involvement.involvement, name="involvement"),
    path(f"{PROGRAMME}phases/<slug:phase>/", phases.phase, name="phase"),
    path(f"{PROGRAMME}phases/<slug:phase>/pass/", phases.pass_the_gate, name="pass_gate"),
    path(f"{PROGRAMME}phases/<slug:phase>/assign/", phases.assign_steps, name="assign"),
    path(f"{PROGRAMME}gates/<uuid:gate>/take-back/", phases.take_back_gate, name="take_back_gate"),
    path(f"{PROGRAMME}steps/<slug:step>/", steps.step, name="step"),
    path(f"{PROGRAMME}steps/<slug:step>/attach/", steps.attach_evidence, name="attach"),
    path(f"{PROGRAMME}evidence/<uuid:evidence>/suffice/", steps.say_it_suffices, name="suffice"),
    path(f"{PROGRAMME}evidence/<uuid:evidence>/withdraw/", steps.withdraw, name="withdraw"),
    path(f"{PROGRAMME}partners/", partners.partners, name="partners"),
    path(f"{PROGRAMME}partners/invite/", partners.invite_known, name="invite_partner"),
    path(f"{PROGRAMME}partners/invite-new/", partners.invite_new, name="invite_newcomer"),
    path(f"{PROGRAMME}partners/<uuid:partner>/end/", partners.end_as_owner, name="end_partner"),
    path(f"{PROGRAMME}calendar/", calendar.calendar, name="calendar"),
    path(f"{PROGRAMME}calendar.ics", calendar.feed, name="calendar_feed"),
    path(f"{PROGRAMME}calendar/add/", calendar.add, name="add_date"),
    path(f"{PROGRAMME}calendar/<int:entry>/change/", calendar.change, name="change_date"),
    path(f"{PROGRAMME}calendar/<int:entry>/remove/", calendar.remove, name="remove_date"),
    path("thread/<slug:kind>/<uuid:id>/", threads.thread, name="thread"),
]
