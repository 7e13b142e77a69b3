"""The page of a step."""

from django.urls import reverse


def test_a_step_links_only_where_the_person_is_let_in(world, signed_in):
    """Replicating is the coordinator's: a funder reads that nothing has grown yet, without a link that would refuse them."""
    step = reverse("programmes:step", args=[world.id, "replicate"])
    link = reverse("programmes:replicate", args=[world.id])
    assert link in signed_in(world.ana).get(step).content.decode()
    assert link not in signed_in(world.fidel).get(step).content.decode()
