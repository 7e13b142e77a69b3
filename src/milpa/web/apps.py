from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WebConfig(AppConfig):
    name = "milpa.web"
    label = "web"

    def ready(self) -> None:
        autodiscover_modules("registers")  # every package's answers to the registries of the packages before it
