"""Answers of `web` itself to its own registries."""

from milpa.web import uploads
from milpa.web.jobs.working import own_jobs

uploads.readers["web.job"] = own_jobs
