from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "milpa.courses"
    label = "courses"
