from django.apps import AppConfig


class ReadinessConfig(AppConfig):
    name = "milpa.readiness"
    label = "readiness"
