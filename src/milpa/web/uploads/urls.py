"""Mounted at the root."""

from django.urls import path

from milpa.web.uploads import views

urlpatterns = [path("files/<uuid:id>/<str:name>", views.file, name="file")]
