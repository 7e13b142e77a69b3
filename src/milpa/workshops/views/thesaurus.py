"""The words by which cards are recognised: a page that a person can read and mend."""

from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.people.doors import may
from milpa.programmes.views.fetching import around, fetch
from milpa.workshops.actions import mending
from milpa.workshops.proposal_forms import ConceptForm, WordForm
from milpa.workshops.proposals import spoken_of
from milpa.workshops.thesaurus import LANGUAGES, by_theme, concepts_of
from milpa.workshops.views.opening import done

MOST_LETTERS = 300  # of a card that is tried


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise Http404
    return language


@may("workshops.plan")
@require_safe
def words(request: Any, programme: UUID, language: str) -> HttpResponse:
    """`?matter=` opens one to mend it; `?card=` shows what a card would be taken to speak of."""
    found = fetch(request, programme, "workshops.plan")
    concepts = concepts_of(found.institution_id, _known(language))
    card = " ".join(request.GET.get("card", "").split())[:MOST_LETTERS]
    spoken = [(concepts[key], said) for key, said in spoken_of(card, language, concepts)] if card else []
    values = {"themes": by_theme(concepts, language), "language": language, "open": request.GET.get("matter", "")}
    return render(request, "workshops/words.html", around(found, **values, card=card, spoken=spoken))


def _back(request: Any, programme: UUID, language: str, form: Any, action: Any, words: str) -> HttpResponse:
    concept = form.data.get("concept", "")
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    elif done(request, action):
        messages.success(request, words)
    address = redirect("workshops:words", programme, language)
    address["Location"] += f"?{urlencode({'matter': concept})}#{quote(concept)}" if concept else ""
    return address


@may("workshops.plan")
@require_POST
def add_word(request: Any, programme: UUID, language: str) -> HttpResponse:
    return _said(request, programme, _known(language), means=True, words=_("The word counts from now on."))


@may("workshops.plan")
@require_POST
def take_word_out(request: Any, programme: UUID, language: str) -> HttpResponse:
    return _said(request, programme, _known(language), means=False, words=_("The word no longer counts here."))


def _said(request: Any, programme: UUID, language: str, *, means: bool, words: str) -> HttpResponse:
    form = WordForm(request.POST)

    def act() -> Any:
        said = {name: form.cleaned_data[name] for name in ("concept", "word")}
        return mending.say_word(request.person, programme, form.id, language=language, means=means, **said)

    return _back(request, programme, language, form, act, words)


@may("workshops.plan")
@require_POST
def name_concept(request: Any, programme: UUID, language: str) -> HttpResponse:
    form = ConceptForm(request.POST)

    def act() -> Any:
        said = {name: form.cleaned_data[name] for name in ("concept", "name")}
        return mending.name_concept(request.person, programme, form.id, language=_known(language), **said)

    return _back(request, programme, language, form, act, _("The name is stored."))


@may("workshops.plan")
@require_POST
def take_concept_out(request: Any, programme: UUID, language: str) -> HttpResponse:
    form = ConceptForm({**request.POST.dict(), "name": "-"})

    def act() -> Any:
        concept = form.cleaned_data["concept"]
        return mending.take_concept_out(request.person, programme, form.id, language=_known(language), concept=concept)

    return _back(request, programme, language, form, act, _("The matter is taken out for your institution."))
