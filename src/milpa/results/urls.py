from django.urls import path

from milpa.results.views import giving_back, overview, own_word, reading, reporting, satisfaction

app_name = "results"
RESULTS = "programmes/<uuid:programme>/results/"
urlpatterns = [
    path("results/", overview.across, name="across"),
    path(RESULTS, overview.programme, name="programme"),
    path(f"{RESULTS}editions/", overview.editions, name="editions"),
    path(f"{RESULTS}readiness/", overview.readiness, name="readiness"),
    path(f"{RESULTS}satisfaction/", satisfaction.satisfaction, name="satisfaction"),
    path(f"{RESULTS}satisfaction/<uuid:edition>/", satisfaction.edition, name="edition_satisfaction"),
    path(f"{RESULTS}readings/", overview.readings, name="readings"),
    path(f"{RESULTS}indicators/add/", reading.define, name="define"),
    path(f"{RESULTS}indicators/<uuid:indicator>/", reading.indicator, name="indicator"),
    path(f"{RESULTS}indicators/<uuid:indicator>/change/", reading.change, name="change_indicator"),
    path(f"{RESULTS}indicators/<uuid:indicator>/report/upload/", reading.report, name="report_reading"),
    path(f"{RESULTS}readings/<uuid:reading>/withdraw/", reading.withdraw, name="withdraw_reading"),
    path(f"{RESULTS}reports/", reporting.reports, name="reports"),
    path(f"{RESULTS}reports/begin/", reporting.begin, name="begin_report"),
    path(f"{RESULTS}reports/<uuid:report>/", reporting.report, name="report"),
    path(f"{RESULTS}reports/<uuid:report>/write/", reporting.write, name="write_report"),
    path(f"{RESULTS}reports/<uuid:report>/take-figures/", reporting.take, name="take_figures"),
    path(f"{RESULTS}reports/<uuid:report>/send/", reporting.send, name="send_report"),
    path(f"{RESULTS}reports/<uuid:report>/<int:number>/pdf/", reporting.as_pdf, name="report_pdf"),
    path(f"{RESULTS}meetings/", giving_back.meetings, name="meetings"),
    path(f"{RESULTS}meetings/record/", giving_back.record, name="record_meeting"),
    path(f"{RESULTS}own-word/", own_word.own_word, name="own_word"),
    path(f"{RESULTS}own-word/ask/", own_word.ask, name="ask_own_word"),
    path("word/<uuid:asked>/", own_word.say, name="say_own_word"),
    path("word/<uuid:asked>/<uuid:enterprise>/", own_word.say, name="say_own_word_of"),
]
