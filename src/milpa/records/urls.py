from django.urls import path

from milpa.records.views import credentials, forwarding, mine, statements

app_name = "records"
_credential = "records/credentials/<uuid:credential>/"
_target = "records/forwarding/<uuid:target>/"
urlpatterns = [
    path("records/", statements.statements, name="statements"),
    path("records/newer/", statements.newer, name="newer"),
    path("records/hour/", statements.hour, name="hour"),
    path("records/statements/<uuid:statement>/", statements.statement, name="statement"),
    path("records/credentials/", credentials.credentials, name="credentials"),
    path("records/credentials/new/", credentials.new, name="new_credential"),
    path(_credential, credentials.credential, name="credential"),
    path(f"{_credential}rotate/", credentials.rotate, name="rotate"),
    path(f"{_credential}revoke/", credentials.revoke, name="revoke"),
    path("records/forwarding/", forwarding.targets, name="targets"),
    path("records/forwarding/new/", forwarding.new, name="new_target"),
    path(_target, forwarding.target, name="target"),
    path(f"{_target}change/", forwarding.change, name="change_target"),
    path(f"{_target}retry/", forwarding.retry, name="retry"),
    path(f"{_target}pause/", forwarding.pause, name="pause"),
    path(f"{_target}go-on/", forwarding.go_on, name="go_on"),
    path(f"{_target}stop/", forwarding.stop, name="stop"),
    path("records/mine/", mine.mine, name="mine"),
    path("records/mine/statements.json", mine.download, name="download_mine"),
]
