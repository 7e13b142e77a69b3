from django.urls import path

from milpa.strategies.views import covering, negotiating, planning, printing, reading, sheets, signing, writing

app_name = "strategies"
_strategy = "programmes/<uuid:programme>/strategy/"
_beside = f"{_strategy}negotiation/"
urlpatterns = [
    path(_strategy, reading.strategy, name="strategy"),
    path(f"{_strategy}start/", writing.start, name="start"),
    path(f"{_strategy}describe/", writing.describe, name="describe"),
    path(f"{_strategy}sections/<slug:slug>/", writing.section, name="section"),
    path(f"{_strategy}coverage/", covering.coverage, name="coverage"),
    path(f"{_strategy}coverage/quote/", covering.quote_needs, name="quote_needs"),
    path(f"{_strategy}coverage/<uuid:need>/serve/", covering.serve, name="serve_need"),
    path(f"{_strategy}coverage/<uuid:need>/explain/", covering.explain, name="explain_need"),
    path(f"{_strategy}coverage/<uuid:need>/stop/<uuid:action>/", covering.stop, name="stop_serving"),
    path(f"{_strategy}register/quote/", covering.quote_register, name="quote_register"),
    path(f"{_strategy}actions/add/", sheets.add, name="add_action"),
    path(f"{_strategy}actions/<uuid:id>/", sheets.action, name="action"),
    path(f"{_strategy}actions/<uuid:id>/edit/", sheets.edit, name="edit_action"),
    path(f"{_strategy}actions/<uuid:id>/move/", sheets.move, name="move_action"),
    path(f"{_strategy}actions/<uuid:id>/remove/", sheets.remove, name="remove_action"),
    path(f"{_strategy}actions/<uuid:id>/suggest/", negotiating.suggest, name="suggest_on_action"),
    path(f"{_strategy}plan/<slug:kind>/add/", planning.add, name="add_row"),
    path(f"{_strategy}plan/<slug:kind>/<uuid:id>/", planning.row, name="row"),
    path(f"{_strategy}plan/<slug:kind>/<uuid:id>/remove/", planning.remove, name="remove_row"),
    path(_beside, negotiating.negotiation, name="negotiation"),
    path(f"{_beside}log/", negotiating.log, name="log"),
    path(f"{_beside}suggest/<slug:slug>/", negotiating.suggest, name="suggest"),
    path(f"{_beside}<uuid:id>/accept/", negotiating.accept, name="accept"),
    path(f"{_beside}<uuid:id>/answer/", negotiating.answer, name="answer"),
    path(f"{_beside}<uuid:id>/withdraw/", negotiating.withdraw, name="withdraw_suggestion"),
    path(f"{_beside}answers/<uuid:id>/dispute/", negotiating.dispute, name="dispute"),
    path(f"{_strategy}sign/", signing.sign, name="sign"),
    path(f"{_strategy}decline/", signing.decline, name="decline"),
    path(f"{_strategy}signatures/<uuid:id>/withdraw/", signing.withdraw, name="withdraw_signature"),
    path(f"{_strategy}revisions/", reading.revisions, name="revisions"),
    path(f"{_strategy}revisions/<int:number>/", reading.revision, name="revision"),
    path(f"{_strategy}compare/", reading.compare, name="compare"),
    path(f"{_strategy}pdf/", printing.pdf, name="pdf"),
    path(f"{_strategy}docx/", printing.docx, name="docx"),
    path("verify/strategy/<uuid:id>/<int:number>/<slug:seal>/", reading.verify, name="verify"),
]
