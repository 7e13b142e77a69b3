from milpa.workshops.rules.balance import Present, balance

ROSA = Present("Hotel de Rosa", "micro", rural=False, woman_led=True)
TOMAS = Present("Hotel de Tomás", "small", rural=True, woman_led=False)


def test_one_micro_one_rural_and_one_woman_led_enterprise_are_enough():
    found = balance([ROSA, TOMAS])
    assert (found.met, found.missing) == (True, ())
    assert found.counts == {"micro": 1, "rural": 1, "woman_led": 1}


def test_one_enterprise_may_be_all_three():
    assert balance([Present("Posada", "micro", rural=True, woman_led=True)]).met


def test_what_is_missing_is_named():
    assert balance([TOMAS]).missing == ("micro", "woman_led")
    assert balance([]).missing == ("micro", "rural", "woman_led")


def test_a_reason_on_record_stands_for_who_is_missing():
    found = balance([ROSA], {"rural": "Ninguna del área rural está en el registro"})
    assert found.met
    assert found.explained == {"rural": "Ninguna del área rural está en el registro"}


def test_a_blank_reason_explains_nothing_and_one_for_who_is_there_is_not_needed():
    assert balance([ROSA], {"rural": "  "}).missing == ("rural",)
    assert balance([ROSA, TOMAS], {"rural": "Lejos"}).explained == {}


def test_what_the_register_does_not_know_is_not_there():
    assert balance([Present("Posada")]).missing == ("micro", "rural", "woman_led")


def test_an_enterprise_counts_once_however_many_came_for_it():
    assert balance([ROSA, ROSA, TOMAS]).counts["micro"] == 1
