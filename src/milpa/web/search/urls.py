"""Mounted at the root."""

from django.urls import path

from milpa.web.search import views

urlpatterns = [path("search/", views.search, name="search")]
