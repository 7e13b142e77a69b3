from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "milpa.results"
    label = "results"
