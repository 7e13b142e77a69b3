"""The desk of courses: writing, editions, groups, sessions, certificates; and what anyone may read of them."""

from django.urls import URLPattern, path

from milpa.courses.views import (
    authoring,
    certifying,
    course_list,
    editions,
    enrolling_desk,
    group,
    lesson_authoring,
    previewing,
    public_page,
    sessions,
)

_courses = "programmes/<uuid:programme>/courses/"
_course = f"{_courses}<uuid:course>/"
_unit = f"{_course}units/<uuid:unit>/"
_lesson = f"{_course}lessons/<uuid:lesson>/"
_part = f"{_lesson}parts/<uuid:part>/"
_edition = f"{_courses}editions/<uuid:edition>/"
_session = f"{_edition}sessions/<uuid:session>/"
_learner = f"{_edition}group/<uuid:enrolment>/"

urlpatterns: list[URLPattern] = [
    path(_courses, course_list.courses, name="courses"),
    path(f"{_courses}create/", course_list.create, name="create"),
    path(_course, authoring.author, name="author"),
    path(f"{_course}save/", authoring.save_course, name="save_course"),
    path(f"{_course}publish/", authoring.publish, name="publish"),
    path(f"{_course}preview/", previewing.preview, name="preview"),
    path(f"{_course}preview/<uuid:lesson>/", previewing.preview_lesson, name="preview_lesson"),
    path(f"{_course}units/add/", authoring.add_unit, name="add_unit"),
    path(_unit, authoring.author_unit, name="author_unit"),
    path(f"{_unit}save/", authoring.save_unit, name="save_unit"),
    path(f"{_unit}practice/", authoring.save_practice, name="save_practice"),
    path(f"{_unit}practice/remove/", authoring.remove_practice, name="remove_practice"),
    path(f"{_unit}move/<slug:to>/", authoring.move_unit, name="move_unit"),
    path(f"{_unit}remove/", authoring.remove_unit, name="remove_unit"),
    path(f"{_unit}lessons/add/", authoring.add_lesson, name="add_lesson"),
    path(_lesson, lesson_authoring.author_lesson, name="author_lesson"),
    path(f"{_lesson}save/", lesson_authoring.save_lesson, name="save_lesson"),
    path(f"{_lesson}weigh/", lesson_authoring.weigh, name="weigh"),
    path(f"{_lesson}move/<slug:to>/", lesson_authoring.move_lesson, name="move_lesson"),
    path(f"{_lesson}remove/", lesson_authoring.remove_lesson, name="remove_lesson"),
    path(f"{_lesson}add/<slug:kind>/", lesson_authoring.add_part, name="add_part"),
    path(f"{_lesson}add/<slug:kind>/upload/", lesson_authoring.add_part, name="upload_new_part"),
    path(_part, lesson_authoring.edit_part, name="edit_part"),
    path(f"{_part}upload/", lesson_authoring.edit_part, name="upload_part"),
    path(f"{_part}move/<slug:to>/", lesson_authoring.move, name="move_part"),
    path(f"{_part}remove/", lesson_authoring.remove, name="remove_part"),
    path(f"{_course}announce/", editions.announce, name="announce"),
    path(_edition, editions.edition, name="edition"),
    path(f"{_edition}change/", editions.edit_edition, name="edit_edition"),
    path(f"{_edition}renew/", editions.take_revision, name="take_revision"),
    path(f"{_edition}end/", editions.end_edition, name="end_edition"),
    path(f"{_edition}reopen/", editions.reopen, name="reopen_edition"),
    path(f"{_edition}poster/", editions.poster, name="poster"),
    path(f"{_edition}enrolled/", enrolling_desk.enrolments, name="enrolments"),
    path(f"{_edition}register/", enrolling_desk.enrol_from_register, name="enrol_from_register"),
    path(f"{_edition}register/enrol/", enrolling_desk.enrol_person, name="enrol_person"),
    path(f"{_edition}offer/", enrolling_desk.offer, name="offer_places"),
    path(f"{_edition}line/<uuid:asked>/confirm/", enrolling_desk.confirm_place, name="confirm_place"),
    path(f"{_edition}sessions/add/", sessions.add_session, name="add_session"),
    path(_session, sessions.session, name="session"),
    path(f"{_session}change/", sessions.edit_session, name="edit_session"),
    path(f"{_session}cancel/", sessions.cancel, name="cancel_session"),
    path(f"{_session}mark/", sessions.mark, name="mark_attendance"),
    path(f"{_session}sheet/", sessions.session_sheet, name="session_sheet"),
    path(f"{_edition}group/", group.group, name="group"),
    path(_learner, group.learner, name="learner_detail"),
    path(f"{_learner}accompany/", group.accompany, name="accompany"),
    path(f"{_learner}close/", enrolling_desk.close_enrolment, name="close_enrolment"),
    path(f"{_edition}practices/", group.practices, name="practices"),
    path(f"{_edition}practices/<uuid:practice>/answer/", group.answer_practice, name="answer_practice"),
    path(f"{_edition}certificates/", certifying.certificates_page, name="certificates"),
    path(f"{_edition}certificates/issue/", certifying.issue, name="issue"),
    path(f"{_edition}certificates/pdf/", certifying.certificates_pdf, name="certificates_pdf"),
    path(f"{_edition}certificates/<uuid:certificate>/withdraw/", certifying.withdraw, name="withdraw_certificate"),
    path("certificates/<uuid:certificate>/pdf/", certifying.certificate_pdf, name="certificate_pdf"),
    path("e/<str:code>/", public_page.public_edition, name="public"),
    path("e/<str:code>/ask/", public_page.ask, name="ask"),
    path("verify/", certifying.verify_typed, name="verify_typed"),
    path("verify/<str:code>/", certifying.verify, name="verify"),
]
