from django.urls import path

from milpa.conglomerates.views import comparing, deciding, selection, weighing

app_name = "conglomerates"
_selection = "programmes/<uuid:programme>/selection/"
urlpatterns = [
    path(_selection, selection.selection, name="selection"),
    path(f"{_selection}start/", selection.start, name="start"),
    path(f"{_selection}candidates/add/", selection.add_candidate, name="add_candidate"),
    path(f"{_selection}criteria/add/", selection.add_criterion, name="add_criterion"),
    path(f"{_selection}remove/<slug:kind>/<uuid:id>/", selection.remove, name="remove"),
    path(f"{_selection}gaps/", selection.gaps, name="gaps"),
    path(f"{_selection}candidates/<uuid:id>/", selection.candidate, name="candidate"),
    path(f"{_selection}weigh/", weighing.weigh, name="weigh"),
    path(f"{_selection}weigh/show/", weighing.close, name="close_round"),
    path(f"{_selection}weigh/again/", weighing.again, name="ask_for_round"),
    path(f"{_selection}comparison/", comparing.comparison, name="comparison"),
    path(f"{_selection}decide/", deciding.decide, name="decide"),
    path(f"{_selection}sign/", deciding.sign, name="sign_selection"),
    path(f"{_selection}decline/", deciding.decline, name="decline_selection"),
    path(f"{_selection}sheet/", deciding.sheet, name="sheet"),
]
