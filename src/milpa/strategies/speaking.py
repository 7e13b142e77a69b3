"""For whom staff types: an owner or worker of the programme's register, by name or phone."""

import re
from uuid import UUID

from milpa.conglomerates.models import Post
from milpa.strategies.models import Strategy
from milpa.strategies.refusals import NotOfThisProgramme, SeveralOfThatName
from milpa.strategies.sides import same


def person_called(strategy: Strategy, written: str) -> UUID | None:
    """Who is meant; None if nothing was written. Raises NotOfThisProgramme, SeveralOfThatName."""
    if not written.strip():
        return None
    posts = Post.objects.standing().filter(enterprise__programme=strategy.programme_id).select_related("person", "enterprise")
    digits = re.sub(r"\D", "", written)
    if len(digits) >= 8:
        near = posts.filter(person__phone__endswith=digits[-4:])
        found = {post.person_id: post for post in near if re.sub(r"\D", "", post.person.phone).endswith(digits[-8:])}
    else:
        first = written.split()[0]
        found = {post.person_id: post for post in posts.filter(person__name__icontains=first) if same(written) in same(post.person.name)}
    if not found:
        raise NotOfThisProgramme
    if len(found) > 1:
        raise SeveralOfThatName(names="; ".join(f"{post.person.name}, {post.enterprise.name}" for post in list(found.values())[:6]))
    return next(iter(found))
