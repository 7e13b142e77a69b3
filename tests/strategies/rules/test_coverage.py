from milpa.strategies.rules.coverage import Need, coverage

PRICES, PHOTOS, ROADS = Need("prices", True), Need("photos", True), Need("roads", False)


def test_every_need_that_training_solves_has_an_action_or_a_reason():
    found = coverage([PRICES, PHOTOS, ROADS], {"marketing": ["prices"]}, {"photos": "Ya la da el municipio "})
    assert found.is_complete
    assert found.covered == {"prices": ("marketing",)}
    assert found.reasoned == {"photos": "Ya la da el municipio"}
    assert found.handed_on == ("roads",)
    assert (found.done, found.of) == (2, 2)


def test_a_need_with_neither_is_named():
    found = coverage([PRICES, PHOTOS], {"marketing": ["prices"]}, {"photos": "  "})
    assert (found.is_complete, found.uncovered, found.done, found.of) == (False, ("photos",), 1, 2)


def test_a_need_of_which_nobody_said_whether_training_solves_it_keeps_it_open():
    found = coverage([PRICES, Need("english", None)], {"marketing": ["prices"]}, {})
    assert (found.is_complete, found.undecided) == (False, ("english",))


def test_without_a_need_that_training_solves_nothing_is_covered():
    assert not coverage([], {}, {}).is_complete
    assert not coverage([ROADS], {}, {}).is_complete


def test_an_action_that_answers_no_need_is_told():
    assert coverage([PRICES], {"marketing": ["prices"], "excel": [], "old": ["gone"]}, {}).idle == ("excel", "old")


def test_several_actions_may_answer_one_need_and_an_action_makes_a_reason_needless():
    found = coverage([PRICES], {"marketing": ["prices"], "costs": ["prices"]}, {"prices": "No alcanza"})
    assert found.covered == {"prices": ("marketing", "costs")}
    assert found.reasoned == {}
