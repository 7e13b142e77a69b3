from django.urls import path

from milpa.people.views import demonstrating, entering, institutions, inviting, members, oneself

app_name = "people"
urlpatterns = [
    path("sign-in/", entering.sign_in, name="sign_in"),
    path("sign-in/code/", entering.by_code, name="by_code"),
    path("c/<str:code>/", entering.card, name="card"),
    path("demo/<slug:slug>/", demonstrating.demo, name="demo"),
    path("sign-out/", entering.sign_out, name="sign_out"),
    path("account/", oneself.account, name="account"),
    path("account/pin/", entering.pin, name="pin"),
    path("consent/", oneself.consent, name="consent"),
    path("consent/give/", oneself.give, name="give_consent"),
    path("consent/<uuid:consent_id>/withdraw/", oneself.withdraw, name="withdraw_consent"),
    path("held/", oneself.held, name="held"),
    path("held/export.json", oneself.export, name="export"),
    path("held/leave/", oneself.leave, name="leave"),
    path("people/", members.members, name="members"),
    path("people/invite/", inviting.make, name="invite"),
    path("people/register/", members.learner, name="register_learner"),
    path("people/<uuid:person_id>/", members.member, name="member"),
    path("people/<uuid:person_id>/give-role/", members.give, name="give_role"),
    path("people/<uuid:person_id>/end/<uuid:membership_id>/", members.end, name="end_role"),
    path("people/<uuid:person_id>/card/", members.card, name="issue_card"),
    path("invitation/<str:token>/", inviting.invitation, name="invitation"),
    path("invitation/<str:token>/take/", inviting.take, name="take_invitation"),
    path("people/invitation/<uuid:invitation_id>/withdraw/", inviting.take_back, name="withdraw_invitation"),
    path("institution/", institutions.institution, name="institution"),
    path("audit/", institutions.audit, name="audit"),
]
