from milpa.courses.urls import desk, learner

app_name = "courses"
urlpatterns = [*learner.urlpatterns, *desk.urlpatterns]
