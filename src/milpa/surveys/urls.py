from django.urls import path

from milpa.surveys.views import answering, asking, making, media, mine, results, sheets, ticket, typing

app_name = "surveys"
_all = "programmes/<uuid:programme>/surveys/"
_one = f"{_all}<uuid:survey>/"
urlpatterns = [
    path(_all, making.surveys, name="list"),
    path(f"{_all}new/", making.new, name="new"),
    path(f"{_all}open/", making.open, name="open"),
    path(f"{_all}import/", making.bring, name="bring"),
    path(_one, making.survey, name="survey"),
    path(f"{_one}change/", making.change, name="change"),
    path(f"{_one}close/", making.close, name="close"),
    path(f"{_one}preview/", sheets.preview, name="preview"),
    path(f"{_one}paper/", sheets.paper, name="paper"),
    path(f"{_one}xlsform/", sheets.xlsform, name="xlsform"),
    path(f"{_one}asked/", asking.asked, name="asked"),
    path(f"{_one}asked/<slug:kind>/<uuid:id>/", asking.who, name="who"),
    path(f"{_one}asked/<slug:kind>/<uuid:id>/ask/", asking.ask, name="ask"),
    path(f"{_one}asked/<slug:kind>/<uuid:id>/decline/", asking.decline, name="decline"),
    path(f"{_one}asked/<slug:kind>/<uuid:id>/link/", asking.link, name="link"),
    path(f"{_one}links/<uuid:ticket>/", asking.ticket, name="ticket"),
    path(f"{_one}type/<uuid:enterprise>/", typing.type_in, name="type_in"),
    path(f"{_one}answers/", results.answers, name="answers"),
    path(f"{_one}answers/<uuid:answer>/", typing.correct, name="correct"),
    path(f"{_one}results/", results.results, name="results"),
    path(f"{_one}results/table/", results.table, name="table"),
    path(f"{_one}results/words/", results.words, name="words"),
    path("surveys/", mine.mine, name="mine"),
    path("surveys/media/<str:name>", media.media, name="media"),
    path("surveys/<uuid:survey>/", answering.answer, name="answer"),
    path("surveys/<uuid:survey>/send/", answering.send, name="send"),
    path("surveys/<uuid:survey>/again/", answering.again, name="again"),
    path("surveys/<uuid:survey>/prefer-not/", answering.prefer_not, name="prefer_not"),
    path("surveys/<uuid:survey>/thanks/", answering.thanks, name="thanks"),
    path("s/<str:token>/", ticket.answer, name="by_ticket"),
    path("s/<str:token>/send/", ticket.send, name="send_by_ticket"),
    path("s/<str:token>/thanks/", ticket.thanks, name="thanks_by_ticket"),
]
