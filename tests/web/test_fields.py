"""A Django form's fields as plain values."""

from datetime import date

import pytest
from django import forms

from milpa.web.fields import plain_errors, plain_field

SIZES = [("micro", "Microempresa"), ("small", "Pequeña")]


class EnterpriseForm(forms.Form):
    name = forms.CharField(label="Nombre", max_length=80, help_text="Como en la patente.")
    story = forms.CharField(widget=forms.Textarea, required=False)
    workers = forms.IntegerField(min_value=0, max_value=200)
    size = forms.ChoiceField(choices=[("Por ley", SIZES)])
    needs = forms.MultipleChoiceField(choices=SIZES, widget=forms.CheckboxSelectMultiple, required=False)
    answer = forms.ChoiceField(choices=SIZES, widget=forms.RadioSelect)
    open = forms.BooleanField(required=False)
    founded = forms.DateField(widget=forms.DateInput)
    sign = forms.FileField(widget=forms.FileInput(attrs={"accept": "image/*"}))
    mail = forms.EmailField()
    word = forms.CharField(widget=forms.PasswordInput)
    pin = forms.CharField(widget=forms.TextInput(attrs={"data-kind": "code"}))
    programme = forms.CharField(widget=forms.HiddenInput)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", "text"),
        ("story", "textarea"),
        ("workers", "number"),
        ("size", "select"),
        ("needs", "checkboxes"),
        ("answer", "radios"),
        ("open", "checkbox"),
        ("founded", "date"),
        ("sign", "file"),
        ("mail", "email"),
        ("word", "password"),
        ("pin", "code"),
        ("programme", "hidden"),
    ],
)
def test_the_widget_decides_how_a_field_is_drawn(name, kind):
    assert plain_field(EnterpriseForm()[name])["kind"] == kind


def test_limits_and_help_come_from_the_form():
    name, workers = plain_field(EnterpriseForm()["name"]), plain_field(EnterpriseForm()["workers"])
    assert name["attrs"]["maxlength"] == 80
    assert name["help"] == "Como en la patente."
    assert (workers["attrs"]["min"], workers["attrs"]["max"]) == (0, 200)
    assert plain_field(EnterpriseForm()["sign"])["attrs"]["accept"] == "image/*"
    assert plain_field(EnterpriseForm()["story"])["required"] is False


def test_options_in_groups_are_laid_out_flat():
    assert plain_field(EnterpriseForm()["size"])["options"] == SIZES


def test_what_was_typed_comes_back_with_its_error():
    form = EnterpriseForm({"name": "", "workers": "muchos", "needs": ["micro"], "open": "on"})
    assert plain_field(form["workers"])["value"] == "muchos"
    assert plain_field(form["workers"])["error"]
    assert plain_field(form["needs"])["value"] == ["micro"]
    assert plain_field(form["open"])["value"] is True


def test_a_stored_day_is_written_as_the_input_wants_it():
    form = EnterpriseForm(initial={"founded": date(2026, 2, 4)})
    assert plain_field(form["founded"])["value"] == "2026-02-04"
    assert plain_field(form["story"])["value"] == ""


def test_errors_stand_in_the_form_s_order_and_lead_to_their_fields():
    form = EnterpriseForm({})
    form.add_error(None, "La empresa ya está en el registro.")
    errors = plain_errors(form)
    assert errors[0] == {"label": "", "message": "La empresa ya está en el registro.", "id": None}
    assert (errors[1]["label"], errors[1]["id"]) == ("Nombre", "id_name")
    assert plain_errors(EnterpriseForm()) == []
