"""The trail a person can read."""

from milpa.ledger.audit import note, trail


def test_facts_revisions_and_lines_stand_in_one_trail_newest_first(world):
    note("people.pin_reset", by=world.ana, institution=world.institute, about=world.rosa)
    traces = trail(world.institute.id)
    assert traces[0].says == "people.pin_reset"
    kinds = {trace.kind for trace in traces}
    assert {"people.membership", "programmes.partner", "programmes.programme"} <= kinds
    assert [trace.at for trace in traces] == sorted((trace.at for trace in traces), reverse=True)


def test_another_institutions_acts_are_not_in_it(world):
    assert not {trace.about for trace in trail(world.strangers.id)} & {world.id}


def test_the_trail_costs_three_queries_whatever_there_is(world, django_assert_num_queries):
    with django_assert_num_queries(3):
        trail(world.institute.id)
