"""Writing the guide in the browser: what is typed is never lost."""

from django.urls import reverse

from milpa.guide.actions.writing import rewrite_step
from milpa.guide.models import Guide, GuideEdition, Step
from milpa.ledger.drafting import drafts_of, keep_draft

STEP = {
    "title_es": "Realizar el taller",
    "purpose_es": "Recoger necesidades.",
    "activities_es": "Saludar.\nEscribir.",
    "first": "facilitator",
    "others": ["owners", "facilitator"],
    "evidence": ["workshops.closed_with_minutes"],
    "instruments": ["card"],
}


def edit(own):
    return reverse("guide:edit_step", args=[own.id, "workshop"])


def test_a_step_is_saved_as_it_was_typed_and_its_draft_dropped(world, own, signed_in, sent):
    form = sent(revision=1, **STEP)
    keep_draft(world.ana, form["form_id"], "guide.step", 1, {"title_es": "Re"})
    answer = signed_in(world.ana).post(edit(own), form)
    assert answer.status_code == 302 and answer["Location"].endswith("#workshop")
    step = Step.objects.get(phase__guide=own, slug="workshop")
    assert step.who == ["facilitator", "owners"]
    assert step.activities == [{"es": "Saludar."}, {"es": "Escribir."}] and step.title == {"es": "Realizar el taller"}
    assert drafts_of(world.ana, "guide.step") == []


def test_bad_input_keeps_what_was_typed(world, own, signed_in, sent):
    answer = signed_in(world.ana).post(edit(own), sent(revision=1, **(STEP | {"title_es": "", "activities_en": "Greet."})))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Recoger necesidades." in shown and "Hay 2 actividades en español y 1 en inglés" in shown
    assert Step.objects.get(phase__guide=own, slug="workshop").title["es"] == "Realizar el taller participativo"


def test_a_stale_tab_sees_what_changed_keeps_its_words_and_may_save_again(world, own, signed_in, sent):
    rewrite_step(world.beto, own.id, 1, "workshop", purpose={"es": "Lo que puso Beto."})
    ana, form = signed_in(world.ana), sent(revision=1, **STEP)
    answer = ana.post(edit(own), form)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Recoger necesidades." in shown and "Lo que puso Beto." in shown
    assert 'name="revision" value="2"' in shown
    assert ana.post(edit(own), form | {"revision": 2}).status_code == 302
    assert Step.objects.get(phase__guide=own, slug="workshop").purpose["es"] == "Recoger necesidades."


def test_every_form_of_the_guide_does_its_verb(world, own, signed_in, sent):
    ana = signed_in(world.ana)

    def post(name, *args, **typed):
        return ana.post(reverse(f"guide:{name}", args=[own.id, *args]), sent(**typed)).status_code

    assert post("edit_guide", revision=1, title_es="Guía", subtitle_es="Edición", principle_es="Con ellas.") == 302
    gate = {
        "title_es": "Escuchar",
        "question_es": "¿Qué necesitan?",
        "sentence_es": "Se escuchó.",
        "needs": ["workshop"],
        "informs": ["access"],
    }
    assert post("edit_phase", "listen", revision=2, **gate) == 302
    assert post("edit_phase", "listen", revision=3, **(gate | {"informs": ["workshop"]})) == 422
    assert post("add_step", "listen", revision=3, **STEP) == 302
    assert post("move_step", "access", revision=4, to="listen:1") == 302
    assert post("move_step", "access", revision=5, to="moon:1") == 422
    assert post("remove_step", "access", revision=5, why="") == 422
    assert post("remove_step", "access", revision=5, why="Se hace en otra fase.") == 302
    assert post("remove_step", "access", revision=5, why="Se hace en otra fase.") == 302
    assert post("remove_step", "nothing", revision=6, why="x") == 404
    assert post("publish", revision=6, notes="La primera.") == 302
    assert post("publish", revision=6, notes="Otra vez.") == 422
    assert Guide.objects.get(id=own.id).revision == 6
    assert GuideEdition.objects.get(guide=own).notes == "La primera."


def test_a_form_without_its_id_is_refused(world, own, signed_in):
    assert signed_in(world.ana).post(edit(own), {"revision": 1, **STEP}).status_code == 422


def test_an_edition_is_adapted_from_its_page(world, signed_in, sent):
    address = reverse("guide:adapt", args=[world.programme.edition_id])
    answer = signed_in(world.ana).post(address, sent(title_es="Nuestra guía", title_en=""))
    assert answer.status_code == 302
    assert str(Guide.objects.get(institution=world.institute)) == "Nuestra guía"
    assert signed_in(world.beto).get(address).status_code == 403
