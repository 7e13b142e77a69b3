from django.apps import AppConfig


class StrategiesConfig(AppConfig):
    name = "milpa.strategies"
    label = "strategies"
