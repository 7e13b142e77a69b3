from io import StringIO

from milpa.cli.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_elsewhere_than_on_a_terminal_each_tenth_is_one_plain_line():
    out = StringIO()
    with Progress("Packing", 1000, out) as bar:
        for done in range(0, 1001, 10):
            bar.to(done)
    assert out.getvalue().splitlines() == [f"Packing: {percent} %" for percent in range(0, 101, 10)]


def test_on_a_terminal_the_bar_is_drawn_over_itself():
    out = Terminal()
    with Progress("Packing", 4, out) as bar:
        bar.to(2)
    drawn = out.getvalue().split("\r")
    assert "\n" not in "".join(drawn[:-1])
    assert drawn[2].startswith("Packing " + "█" * 15 + "░" * 15 + "  50 %")


def test_work_of_unknown_size_is_named_and_has_no_percentage():
    out = StringIO()
    with Progress("Copying milpa", 0, out) as bar:
        bar.to(7)
    assert out.getvalue() == "Copying milpa …\n"


def test_work_that_failed_is_not_shown_as_done():
    out = StringIO()
    try:
        with Progress("Packing", 10, out) as bar:
            bar.to(3)
            raise KeyError("disk")
    except KeyError:
        pass
    assert out.getvalue().splitlines()[-1] == "Packing: 30 %"
