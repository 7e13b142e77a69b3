from django.urls import path

from milpa.guide.views import adapting, publishing, reading, writing

app_name = "guide"
urlpatterns = [
    path("guide/", reading.guides, name="guides"),
    path("guide/editions/<uuid:edition_id>/", reading.handbook, name="edition"),
    path("guide/editions/<uuid:edition_id>/instruments/<slug:id>/", reading.one_instrument, name="instrument"),
    path("guide/editions/<uuid:edition_id>/beside/<uuid:other_id>/", reading.compare_editions, name="compare_editions"),
    path("guide/editions/<uuid:edition_id>/pdf/", publishing.make_pdf, name="pdf"),
    path("guide/editions/<uuid:edition_id>/adapt/", adapting.adapt_edition, name="adapt"),
    path("guide/<uuid:guide_id>/", writing.guide, name="guide"),
    path("guide/<uuid:guide_id>/edit/", writing.edit_guide, name="edit_guide"),
    path("guide/<uuid:guide_id>/beside/<uuid:other_id>/", reading.compare_writing, name="compare_writing"),
    path("guide/<uuid:guide_id>/publish/", publishing.publish_edition, name="publish"),
    path("guide/<uuid:guide_id>/phases/<slug:slug>/edit/", writing.edit_phase, name="edit_phase"),
    path("guide/<uuid:guide_id>/phases/<slug:slug>/add-step/", writing.add_step, name="add_step"),
    path("guide/<uuid:guide_id>/steps/<slug:slug>/edit/", writing.edit_step, name="edit_step"),
    path("guide/<uuid:guide_id>/steps/<slug:slug>/move/", writing.move_step, name="move_step"),
    path("guide/<uuid:guide_id>/steps/<slug:slug>/remove/", writing.remove_step, name="remove_step"),
]
