"""Mounted at the root."""

from django.urls import path

from milpa.web.jobs import views

urlpatterns = [
    path("trabajos/<uuid:id>/", views.job, name="job"),
    path("trabajos/<uuid:id>/estado.json", views.state, name="job_state"),
    path("trabajos/<uuid:id>/parar/", views.stop, name="job_stop"),
]
