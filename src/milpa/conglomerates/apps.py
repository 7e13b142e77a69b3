from django.apps import AppConfig


class ConglomeratesConfig(AppConfig):
    name = "milpa.conglomerates"
    label = "conglomerates"
