from milpa.workshops.urls import desk, phone

app_name = "workshops"
urlpatterns = [*phone.urlpatterns, *desk.urlpatterns]
