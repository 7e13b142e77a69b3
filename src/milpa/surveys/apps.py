from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "milpa.surveys"
    label = "surveys"
