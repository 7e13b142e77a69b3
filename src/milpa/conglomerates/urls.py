from django.urls import path

from milpa.conglomerates.views import (
    agreeing,
    agreement,
    comparing,
    counterpart,
    deciding,
    enterprises,
    lists,
    posts,
    register,
    selection,
    weighing,
)

app_name = "conglomerates"
_programme = "programmes/<uuid:programme>/"
_selection = f"{_programme}selection/"
_counterpart = f"{_programme}counterpart/"
_agreement = f"{_programme}agreement/"
_register = f"{_programme}register/"
_list = f"{_register}lists/<uuid:list>/"
_enterprise = f"{_register}<uuid:id>/"
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
    path(_counterpart, counterpart.counterpart, name="counterpart"),
    path(f"{_counterpart}appoint/upload/", counterpart.appoint, name="appoint"),
    path(f"{_counterpart}<uuid:id>/end/", counterpart.end, name="end_counterpart"),
    path(_agreement, agreement.agreement, name="agreement"),
    path(f"{_agreement}begin/", agreement.begin, name="begin_agreement"),
    path(f"{_agreement}parts/<slug:slug>/", agreement.part, name="letter_part"),
    path(f"{_agreement}terms/", agreement.terms, name="letter_terms"),
    path(f"{_agreement}sides/", agreement.sides, name="letter_sides"),
    path(f"{_agreement}sign/", agreeing.sign, name="sign_agreement"),
    path(f"{_agreement}decline/", agreeing.decline, name="decline_agreement"),
    path(f"{_agreement}compare/<int:number>/", agreement.compare, name="letter_compared"),
    path(f"{_agreement}pdf/", agreement.make_pdf, name="letter_pdf"),
    path(_register, register.register, name="register"),
    path(f"{_register}places/", register.places, name="places"),
    path(f"{_register}import/", lists.bring_list, name="bring_list"),
    path(_list, lists.one_list, name="list"),
    path(f"{_list}columns/", lists.say_columns, name="list_columns"),
    path(f"{_list}columns/change/", lists.change_columns, name="change_columns"),
    path(f"{_list}take/", lists.take, name="take_list"),
    path(f"{_list}forget/", lists.put_away, name="forget_list"),
    path(f"{_register}duplicates/", register.duplicates, name="duplicates"),
    path(f"{_register}duplicates/same/", register.same, name="same"),
    path(f"{_register}duplicates/different/", register.different, name="different"),
    path(f"{_register}add/", enterprises.add, name="add_enterprise"),
    path(_enterprise, enterprises.enterprise, name="enterprise"),
    path(f"{_enterprise}edit/", enterprises.edit, name="edit_enterprise"),
    path(f"{_enterprise}erase/", enterprises.erase_contact, name="erase_contact"),
    path(f"{_enterprise}cut/", enterprises.cut, name="cut"),
    path(f"{_enterprise}board/", enterprises.board, name="board"),
    path(f"{_enterprise}board/not/", enterprises.not_board, name="not_board"),
    path(f"{_enterprise}people/", posts.add_person, name="add_person"),
    path(f"{_enterprise}people/<uuid:post>/end/", posts.end_post, name="end_post"),
]
