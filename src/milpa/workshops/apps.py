from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "milpa.workshops"
    label = "workshops"
