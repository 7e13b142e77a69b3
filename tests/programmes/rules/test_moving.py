from hypothesis import given
from hypothesis import strategies as st

from milpa.programmes.rules.moving import Step, moved

BEFORE = {"team": Step("prepare", ("a",)), "workshop": Step("listen", ("b", "c")), "draft": Step("design", ())}


def test_the_same_edition_changes_nothing():
    assert moved(BEFORE, BEFORE).is_same


def test_steps_appear_disappear_and_go_to_another_phase():
    after = {"workshop": Step("choose", ("b", "c")), "draft": Step("design", ()), "visit": Step("listen", ("v",))}
    found = moved(BEFORE, after)
    assert (found.appear, found.disappear, found.elsewhere) == (("visit",), ("team",), (("workshop", "listen", "choose"),))
    assert found.keys_appear == found.keys_disappear == ()  # those of steps that stay; the others come and go with their step


def test_evidence_of_a_step_that_stays_appears_and_disappears():
    found = moved(BEFORE, BEFORE | {"workshop": Step("listen", ("c", "d"))})
    assert (found.keys_appear, found.keys_disappear) == ((("workshop", "d"),), (("workshop", "b"),))


steps = st.dictionaries(
    st.sampled_from("pqrs"), st.builds(Step, st.sampled_from(["x", "y"]), st.lists(st.sampled_from("abc"), unique=True).map(tuple))
)


@given(steps, steps)
def test_there_and_back_are_each_others_mirror(one, other):
    there, back = moved(one, other), moved(other, one)
    assert set(there.appear) == set(back.disappear)
    assert set(there.keys_appear) == set(back.keys_disappear)
    assert {(id, b, a) for id, a, b in there.elsewhere} == set(back.elsewhere)
