"""Every form of a programme does its verb; bad input keeps what was typed; Elena gets nothing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from milpa import ledger
from milpa.ledger.models import Voided
from milpa.people.models import Membership
from milpa.programmes.actions.attaching import Attachment, attach
from milpa.programmes.actions.creating import Written, edit_programme
from milpa.programmes.models import CalendarEntry, EvidenceAttached, GatePassed, Partner, PartnerAnswer, PartnerLeft, Programme
from tests.world import institution, person


@pytest.fixture
def post(world, signed_in, sent):
    """Ana sends a form of the programme's."""

    def send(name, /, *args, who=None, files=None, **typed):
        client = signed_in(who or world.ana)
        return client.post(reverse(f"programmes:{name}", args=args), sent(**typed) | (files or {}))

    return send


def test_a_programme_begins(world, post):
    answer = post("create", title="Panaderías", edition=str(world.programme.edition_id), language="es", starts_on="2026-03-01")
    made = Programme.objects.get(title="Panaderías")
    assert answer["Location"] == reverse("programmes:journey", args=[made.id]) and made.starts_on == date(2026, 3, 1)


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(world, post):
    edition = str(world.programme.edition_id)
    answer = post("create", title="Panaderías", edition=edition, language="es", starts_on="2026-03-01", ends_on="2026-01-01")
    shown = answer.content.decode()
    assert answer.status_code == 422 and "El último día es antes del primero" in shown and 'value="Panaderías"' in shown
    assert post("create", title="Panaderías", edition=edition, language="es", is_historical="on").status_code == 422
    assert post("create", title="", edition="moon", language="es").status_code == 422


def test_a_stale_tab_keeps_its_words_and_shows_the_others(world, post):
    edition = world.programme.edition_id
    edit_programme(world.ana, world.id, 1, Written("Hoteles de Xela", edition))
    typed = {"title": "Hoteles de Petén", "edition": str(edition), "language": "es"}
    answer = post("edit", world.id, revision=1, **typed)
    shown = answer.content.decode()
    assert answer.status_code == 409 and "Hoteles de Petén" in shown and "Hoteles de Xela" in shown and 'name="revision" value="2"' in shown
    assert post("edit", world.id, revision=2, **typed).status_code == 302


def test_steps_are_assigned_on_one_page_a_phase(world, post):
    beto = str(Membership.objects.open().get(person=world.beto).id)
    assert post("assign", world.id, "listen", revision=1, who_workshop=beto, due_workshop="2026-05-01").status_code == 302
    row = world.programme.assignments.get(step="workshop")
    assert (row.membership.person, row.due_on) == (world.beto, date(2026, 5, 1))
    assert post("assign", world.id, "listen", revision=2, who_workshop="moon").status_code == 422


@pytest.mark.parametrize(
    ("kind", "lacks"),
    [("note", "Escriba la nota."), ("link", "Escriba la dirección."), ("file", "Elija el archivo."), ("photo", "Elija el archivo.")],
)
def test_each_kind_of_evidence_asks_for_its_own(world, post, kind, lacks):
    answer = post("attach", world.id, "anchor", kind=kind, title="Acta")
    assert answer.status_code == 422 and lacks in answer.content.decode() and 'value="Acta"' in answer.content.decode()


def test_evidence_is_attached_as_file_link_and_note(world, post):
    pdf = SimpleUploadedFile("acta.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")
    assert post("attach", world.id, "anchor", kind="file", title="Acta", files={"file": pdf}, who=world.beto).status_code == 302
    assert post("attach", world.id, "anchor", kind="link", title="Plan", link="https://example.org/plan").status_code == 302
    why = {"note": "Firmado.", "suffices": "on", "key": "programmes.anchored"}
    assert post("attach", world.id, "anchor", kind="note", title="Basta", **why).status_code == 302
    assert list(EvidenceAttached.objects.in_order().values_list("kind", "suffices")) == [("file", False), ("link", False), ("note", True)]


def test_a_forged_file_is_a_message_and_nothing_is_lost(world, post):
    page = SimpleUploadedFile("acta.pdf", b"<html><script>1</script></html>", "application/pdf")
    answer = post("attach", world.id, "anchor", kind="file", title="Acta", note="Del martes", files={"file": page})
    shown = answer.content.decode()
    assert answer.status_code == 422 and "Del martes" in shown and "acta.pdf" in shown
    assert not EvidenceAttached.objects.exists()


def test_a_facilitator_is_not_offered_to_say_that_it_suffices(world, post, signed_in):
    assert 'name="suffices"' not in signed_in(world.beto).get(reverse("programmes:step", args=[world.id, "anchor"])).content.decode()
    post("attach", world.id, "anchor", who=world.beto, kind="note", title="x", note="y", suffices="on")
    assert not EvidenceAttached.objects.get().suffices


def test_evidence_is_judged_and_withdrawn_with_a_reason(world, post):
    row = attach(world.beto, ledger.uuid7(), world.id, Attachment("anchor", "note", "Acta", note="x"))
    assert post("suffice", world.id, row.id, why="").status_code == 422
    assert post("suffice", world.id, row.id, why="Firmada.").status_code == 302
    assert EvidenceAttached.objects.filter(suffices=True).count() == 1
    assert post("withdraw", world.id, row.id, why="Era otra.").status_code == 302
    assert Voided.objects.get().target == row.id
    assert post("withdraw", world.id, ledger.uuid7(), why="x").status_code == 404


def test_a_gate_is_passed_and_taken_back(world, post):
    assert post("pass_gate", world.id, "prepare", why="").status_code == 422
    assert post("pass_gate", world.id, "prepare", why="No puede esperar.").status_code == 302
    gate = GatePassed.objects.get()
    assert post("take_back_gate", world.id, gate.id, why="Me equivoqué.").status_code == 302
    assert GatePassed.objects.get().voided_by is not None
    assert post("pass_gate", world.id, "moon", why="x").status_code == 404


def test_a_new_institution_is_invited_with_a_link_to_show(world, post):
    typed = {"name": "Comité", "institution_kind": "association", "person": "Marta", "speaks": "on"}
    answer = post("invite_newcomer", world.id, **typed)
    assert answer.status_code == 200 and "/invitation/" in answer.content.decode() and "<svg" in answer.content.decode()
    assert post("invite_newcomer", world.id, **(typed | {"speaks": ""})).status_code == 422


def test_a_known_institution_is_invited_and_only_a_known_one(world, programme, post):
    assert post("invite_partner", programme.id, institution=str(world.ministry.id), decides="on").status_code == 302
    assert post("invite_partner", programme.id, institution=str(world.ministry.id), decides="on").status_code == 422
    assert post("invite_partner", programme.id, institution=str(world.strangers.id), decides="on").status_code == 422
    assert Partner.objects.filter(programme=programme).count() == 1


def test_the_invited_answer_for_themselves_and_leave(world, programme, post):
    chamber = institution("Cámara Ejemplo", "chamber")
    eva = person("Eva", chamber, "other_partner")
    from milpa.programmes.actions.partners import Part, invite_partner

    partner = invite_partner(world.ana, ledger.uuid7(), programme.id, chamber.id, Part(decides=True))
    assert post("decline", partner.id, who=eva, why="").status_code == 422
    assert post("accept", partner.id, who=world.elena, why="").status_code == 404
    assert post("accept", partner.id, who=eva, why="")["Location"] == reverse("programmes:journey", args=[programme.id])
    assert post("decline", partner.id, who=eva, why="Mejor no.").status_code == 422
    assert post("leave", partner.id, who=eva, why="Cambió la junta.").status_code == 302
    assert PartnerAnswer.objects.filter(partner=partner).count() == 1 and PartnerLeft.objects.filter(partner=partner).count() == 1


def test_the_owner_ends_a_partnership(world, post):
    partner = Partner.objects.get(programme=world.programme, funds=True)
    assert post("end_partner", world.id, partner.id, why="Terminó el convenio.").status_code == 302
    assert post("end_partner", world.id, partner.id, why="Otra vez.").status_code == 422


def test_dates_are_added_changed_and_taken_out(world, post):
    meeting = {"title": "Reunión", "kind": "meeting", "on": "2026-03-04"}
    assert post("add_date", world.id, revision=1, **meeting).status_code == 302
    row = CalendarEntry.objects.get()
    assert post("add_date", world.id, revision=2, **(meeting | {"until": "2026-03-01", "title": "Otra"})).status_code == 422
    assert post("add_date", world.id, revision=1, **(meeting | {"title": "Tarde"})).status_code == 409
    assert post("change_date", world.id, row.id, revision=2, **(meeting | {"title": "Asamblea"})).status_code == 302
    assert post("remove_date", world.id, row.id).status_code == 302
    assert not CalendarEntry.objects.exists()
    assert post("change_date", world.id, row.id, revision=3, **meeting).status_code == 404


def test_a_programme_grows_into_another_with_what_is_offered(world, post):
    typed = {"title": "Hoteles de Petén", "edition": str(world.programme.edition_id), "language": "es"}
    assert post("replicate", world.id, takes=["needs"], **typed).status_code == 422
    assert post("replicate", world.id, **typed).status_code == 302
    assert Programme.objects.get(title="Hoteles de Petén").grown_from == world.programme


def test_elena_sends_in_vain(world, post):
    row = attach(world.beto, ledger.uuid7(), world.id, Attachment("anchor", "note", "Acta", note="x"))
    partner = Partner.objects.get(programme=world.programme, funds=True)
    for name, args in (
        ("edit", []), ("assign", ["listen"]), ("attach", ["anchor"]), ("suffice", [row.id]), ("withdraw", [row.id]),
        ("pass_gate", ["prepare"]),
        ("invite_partner", []), ("invite_newcomer", []), ("end_partner", [partner.id]), ("add_date", []), ("replicate", []),
    ):  # fmt: skip
        assert post(name, world.id, *args, who=world.elena, why="x", title="x").status_code == 404, name
    assert post("leave", partner.id, who=world.elena, why="x").status_code == 404
