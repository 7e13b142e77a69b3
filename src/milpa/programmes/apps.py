from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "milpa.programmes"
    label = "programmes"
