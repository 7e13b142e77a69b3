def test_the_first_time_the_tables_are_filled_and_told_and_the_second_they_are_the_same(milpa, tables):
    first = milpa("migrate")
    assert first.returncode == 0, first.stderr
    assert "Territory: 362 rows added, 0 changed, 0 taken out." in first.stdout.splitlines()
    again = milpa("reference")
    assert again.returncode == 0, again.stderr
    assert again.stdout.splitlines()[1] == "Territory: 362 rows, the same."
    assert again.stdout.splitlines()[-1] == "Guide: edition 1 made."
    assert milpa("reference").stdout.splitlines()[-1] == "Guide: edition 1, the same."


def test_in_spanish_it_says_the_same(milpa, tables):
    milpa("migrate")
    assert "Territorio: 362 filas, sin cambios." in milpa("reference", LANG="es_GT.UTF-8", LANGUAGE="es").stdout
