"""Mounted at the root."""

from django.urls import path

from milpa.web.jobs import views

urlpatterns = [
    path("jobs/<uuid:id>/", views.job, name="job"),
    path("jobs/<uuid:id>/state.json", views.state, name="job_state"),
    path("jobs/<uuid:id>/stop/", views.stop, name="job_stop"),
]
