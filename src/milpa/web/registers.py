"""Answers of `web` itself to its own registries and to those of `people`."""

from milpa.people.registries import Personal
from milpa.people.registries import personal as people_personal
from milpa.web import uploads
from milpa.web.jobs.working import own_jobs
from milpa.web.uploads import personal

uploads.readers["web.job"] = own_jobs
people_personal["web"] = Personal(personal.held, personal.export, personal.erase)
