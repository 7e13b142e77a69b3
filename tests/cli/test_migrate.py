import sqlite3


def test_the_first_time_makes_the_tables_and_the_second_finds_nothing_to_do(milpa, tmp_path):
    first = milpa("migrate")
    assert first.returncode == 0, first.stderr
    assert first.stderr.splitlines()[-1] == "Preparing the tables: 100 %"
    second = milpa("migrate")
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == "Both databases have this version's tables already.\n"


def test_data_of_a_newer_version_is_left_as_it_is(milpa, tables, tmp_path):
    with sqlite3.connect(tmp_path / "data" / "milpa.sqlite3") as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('workshops', '0099_cards_sing', '2030-01-01')")
    done = milpa("migrate")
    assert done.returncode == 1
    assert "This data is of a newer Milpa (workshops.0099_cards_sing)." in done.stderr
