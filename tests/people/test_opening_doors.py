"""Whether a link leads a person somewhere is asked of the door it leads to."""

from django.urls import reverse

from milpa.people.doors import opens


def test_a_door_opens_to_whom_its_table_names(world):
    replicate = reverse("programmes:replicate", args=[world.id])
    assert opens(world.ana, replicate) and not opens(world.fidel, replicate)
    assert opens(world.fidel, reverse("programmes:journey", args=[world.id]) + "?x=1#y")


def test_one_s_own_page_opens_to_everybody_signed_in(world):
    assert opens(world.rosa, reverse("people:held"))


def test_an_address_that_nobody_has_leads_nowhere(world):
    assert not opens(world.ana, "/no/such/page/")
