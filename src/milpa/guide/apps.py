from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "milpa.guide"
    label = "guide"
