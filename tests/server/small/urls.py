import os
from typing import Any

from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from milpa.web import live
from tests.server.small import work


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"hello from {os.getpid()}")


def sign_in(request: HttpRequest) -> HttpResponse:
    session = SessionStore()
    session["who"] = "ana"
    session.save()
    response = HttpResponse("signed in")
    response.set_cookie("sessionid", session.session_key)
    return response


@csrf_exempt
def upload(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.FILES["file"].size))


def film(request: HttpRequest) -> FileResponse:
    return FileResponse(open(__file__, "rb"))


@csrf_exempt
def write(request: HttpRequest) -> HttpResponse:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO card (text) VALUES (%s)", [request.POST["text"]])
        live.announce("wall", "w1")
    return HttpResponse("written")


@csrf_exempt
def ring(request: HttpRequest) -> HttpResponse:
    live.tell("wall", "w1", "timer", {"ends": int(request.POST["ends"])})
    return HttpResponse("told")


@csrf_exempt
def enqueue(request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        work.note.enqueue(request.POST["folder"], "enqueued by a page")
    return HttpResponse("enqueued")


def read(channel_id: str, after: int, audience: str) -> list[live.Event]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT arrived, text FROM card WHERE arrived > %s ORDER BY arrived", [after])
        return [live.Event(arrived, "card", {"text": text}) for arrived, text in cursor.fetchall()]


def may_listen(asker: live.Asker, channel_id: str) -> Any:
    return asker.session.get("who") == "ana"


live.channels["wall"] = live.Channel(may_listen=may_listen, read=read)

urlpatterns = [
    path("", hello),
    path("sign-in/", sign_in),
    path("photos/upload/", upload),
    path("film/", film),
    path("write/", write),
    path("ring/", ring),
    path("enqueue/", enqueue),
]
