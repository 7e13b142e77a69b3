"""Who owns an enterprise or works in it."""

from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise, Post, PostEnded
from milpa.people.actions.registering import register_learner
from milpa.people.models import Person


def say_post(by: Person, id: UUID, enterprise_id: UUID, person_id: UUID, role: str) -> Post:
    """`person`, of the programme's institution, is "owner" or "worker" there. Raises Enterprise.DoesNotExist, Person.DoesNotExist."""
    with transaction.atomic():
        one = Enterprise.objects.open_to(by, "conglomerates.name_people").get(id=enterprise_id)
        person = Person.objects.filter(institution=one.institution_id, erased_at=None).get(id=person_id)
        fact = Post(id=id, by=by, institution_id=one.institution_id, enterprise=one, person=person, role=role)
        known, new = ledger.recognise([fact])
        if new:
            standing = Post.objects.standing().filter(enterprise=one, person=person, role=role).first()
            known = [standing] if standing else ledger.append(new)
        return known[0]  # type: ignore[return-value]  # recognise keeps the class it was given


def register_person(by: Person, id: UUID, enterprise_id: UUID, name: str, role: str, phone: str = "", language: str = "es") -> Post:
    """Somebody of the enterprise who is not in Milpa yet: a person without account, and their post. Sent twice it is one.

    Raises Enterprise.DoesNotExist, NotYours.
    """
    with transaction.atomic():
        Enterprise.objects.open_to(by, "conglomerates.name_people").get(id=enterprise_id)
        person = register_learner(by, id, name, role, phone, language)
        return say_post(by, id, enterprise_id, person.id, role)


def end_post(by: Person, id: UUID, post_id: UUID) -> PostEnded:
    """The person left the enterprise. Raises Post.DoesNotExist."""
    with transaction.atomic():
        enterprises = Enterprise.objects.open_to(by, "conglomerates.name_people")
        post = Post.objects.filter(enterprise__in=enterprises, voided_by=None).get(id=post_id)
        known, new = ledger.recognise([PostEnded(id=id, by=by, institution_id=post.institution_id, post=post)])
        return (known or ledger.append(new))[0]  # type: ignore[return-value]  # recognise keeps the class it was given
