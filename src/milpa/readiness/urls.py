from django.urls import path, register_converter

from milpa.readiness.tasks.catalogue import TASKS
from milpa.readiness.views import accompanying, choosing, doing, profiling


class TaskConverter:
    regex = "|".join(sorted(TASKS, key=len, reverse=True))

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(TaskConverter, "task")

app_name = "readiness"
urlpatterns = [
    path("readiness/", doing.start, name="start"),
    path("readiness/diagnosis/", doing.diagnosis, name="diagnosis"),
    path("readiness/repeat/", doing.repeat, name="repeat"),
    path("readiness/task/<task:task>/", doing.task, name="task"),
    path("readiness/done/", doing.done, name="done"),
    path("readiness/result/", choosing.result, name="result"),
    path("readiness/choose/", choosing.choose, name="choose"),
    path("readiness/people/", accompanying.people, name="people"),
    path("readiness/people/<uuid:person_id>/", accompanying.person, name="person"),
    path("readiness/people/<uuid:person_id>/task/<task:task>/", accompanying.beside, name="beside"),
    path("readiness/people/<uuid:person_id>/done/", accompanying.done, name="done_beside"),
    path("readiness/people/<uuid:person_id>/seen/", accompanying.seen, name="seen"),
    path("readiness/people/<uuid:person_id>/choose/", accompanying.choose_for, name="choose_for"),
    path("programmes/<uuid:programme_id>/readiness/", profiling.profile, name="profile"),
]
