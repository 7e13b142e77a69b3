from django.urls import URLPattern

app_name = "conglomerates"
urlpatterns: list[URLPattern] = []
