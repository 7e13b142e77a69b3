"""Long lists as files, made by the worker: the rows are read in one snapshot, then written while the person sees how far it is."""

import pickle
import tempfile
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from django.http import HttpRequest, QueryDict
from django.urls import resolve
from django.utils.translation import gettext as _
from django_tasks import task

from milpa.ledger.snapshots import snapshot
from milpa.web import registries
from milpa.web.documents import xlsx
from milpa.web.jobs.working import Progress, Result, carry_out, start
from milpa.web.listing.listing import Listing
from milpa.web.listing.renderings import csv_lines, file_name, sheet
from milpa.web.models import Job
from milpa.web.uploads.storing import keep


def begin(listing: Listing, kind: str) -> Job:
    """A job for the list's person; the list is found again by its name, at the address it has now."""
    request: Any = listing.request
    where = request.path, request.GET.urlencode()
    return start(request.person, str(listing.title), make_file, listing.name, kind, *where, back=listing.address())


@task()
def make_file(job_id: str, name: str, kind: str, path: str, query: str) -> None:
    carry_out(job_id, partial(_made, name, kind, path, query))


def _made(name: str, kind: str, path: str, query: str, progress: Progress) -> Result:
    listing = found_again(name, progress.job.person, path, query)
    with tempfile.TemporaryFile() as read, tempfile.TemporaryFile() as out:
        progress.at(0, words=_("Reading the rows"))
        total = _read_in_one_moment(listing, read)
        rows = _with_progress(read, total, progress)
        if kind == "csv":
            out.writelines(csv_lines(listing, rows))
        else:
            xlsx.write(out, [sheet(listing, rows)])
        job = progress.job
        stored = keep(out, kind, file_name(listing, kind), institution=job.person.institution, by=job.person, belongs=("web.job", job.id))
    return Result(file=stored)


def found_again(name: str, person: Any, path: str, query: str) -> Listing:
    """The list as this person sees it at that address: scope and permission are asked anew."""
    request: Any = HttpRequest()
    request.method, request.path, request.GET, request.person = "GET", path, QueryDict(query), person
    request.resolver_match = resolve(path)
    return registries.listings[name](request, **request.resolver_match.kwargs)


def _read_in_one_moment(listing: Listing, out: BinaryIO) -> int:
    """Nothing is written to the database meanwhile: a snapshot only reads."""
    total = 0
    with snapshot():
        for row in listing.cells():
            pickle.dump(row, out)
            total += 1
    return total


def _with_progress(read: BinaryIO, total: int, progress: Progress) -> Iterator[list[Any]]:
    read.seek(0)
    for number in range(total):
        if number % 500 == 0:
            progress.at(number, total, _("Writing the rows"))
        yield pickle.load(read)  # our own temporary file, written above
