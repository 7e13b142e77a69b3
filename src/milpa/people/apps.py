from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "milpa.people"
    label = "people"
