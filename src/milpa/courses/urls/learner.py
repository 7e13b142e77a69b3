from django.urls import path

from milpa.courses.views import (
    learner_certificates,
    learner_enrol,
    learner_help,
    learner_home,
    learner_lesson,
    learner_practice,
    learner_thread,
)

urlpatterns = [
    path("learn/", learner_home.home, name="home"),
    path("learn/enrol/", learner_enrol.find, name="find"),
    path("learn/certificates/", learner_certificates.mine, name="mine"),
    path("learn/places/<uuid:asked_id>/", learner_enrol.place, name="place"),
    path("learn/places/<uuid:asked_id>/take/", learner_enrol.take, name="take"),
    path("learn/places/<uuid:asked_id>/give-up/", learner_enrol.give_up, name="give_up"),
    path("learn/<uuid:enrolment_id>/", learner_home.course, name="course"),
    path("learn/<uuid:enrolment_id>/leave/", learner_enrol.leave, name="leave"),
    path("learn/<uuid:enrolment_id>/lessons/<uuid:lesson_id>/", learner_lesson.lesson, name="learn"),
    path("learn/<uuid:enrolment_id>/lessons/<uuid:lesson_id>/quiz/", learner_lesson.quiz, name="quiz"),
    path("learn/<uuid:enrolment_id>/lessons/<uuid:lesson_id>/answered/<uuid:id>/", learner_lesson.answered, name="answered"),
    path("learn/<uuid:enrolment_id>/lessons/<uuid:lesson_id>/finish/", learner_lesson.finish, name="finish"),
    path("learn/<uuid:enrolment_id>/lessons/<uuid:lesson_id>/help/", learner_help.ask_help, name="ask_help"),
    path("learn/<uuid:enrolment_id>/practices/<uuid:unit_id>/", learner_practice.practice, name="practice"),
    path("learn/<uuid:enrolment_id>/practices/<uuid:unit_id>/upload/", learner_practice.send, name="send_practice"),
    path("e/<str:code>/enrol/", learner_enrol.enrol, name="enrol"),
    path("lessons/<uuid:lesson_id>/", learner_thread.lesson, name="lesson"),
]
