from django.urls import include, path

from milpa.web.views import design, drafts, language

app_name = "web"
urlpatterns = [
    path("", include("milpa.web.uploads.urls")),
    path("", include("milpa.web.jobs.urls")),
    path("", include("milpa.web.search.urls")),
    path("language/", language.language, name="language"),
    path("drafts/", drafts.offered, name="drafts"),
    path("drafts/<uuid:form_id>/", drafts.keep, name="keep_draft"),
    path("drafts/<uuid:form_id>/drop/", drafts.drop, name="drop_draft"),
    path("design/", design.design, name="design"),
]
