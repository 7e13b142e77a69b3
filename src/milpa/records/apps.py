from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "milpa.records"
    label = "records"
