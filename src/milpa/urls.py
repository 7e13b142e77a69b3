"""Every package's own addresses, in the order of the stages."""

from django.urls import include, path

from milpa.web.addresses import Addresses

PACKAGES = [
    "web",
    "people",
    "guide",
    "programmes",
    "conglomerates",
    "workshops",
    "surveys",
    "readiness",
    "strategies",
    "records",
    "courses",
    "results",
]

everything = [path("", include(f"milpa.{package}.urls")) for package in PACKAGES]
everything += [path("account/", include("allauth.urls"))]  # its views have their doors in milpa.people.middleware
urlpatterns = [Addresses(everything)]

handler400 = "milpa.web.errors.bad_request"
handler403 = "milpa.web.errors.forbidden"
handler404 = "milpa.web.errors.not_found"
handler500 = "milpa.web.errors.failed"
