from milpa.web.documents.paper import paper_of


def test_guatemala_prints_on_letter_and_spain_on_a4() -> None:
    assert (paper_of("GT"), paper_of("ES"), paper_of("UY")) == ("letter", "A4", "A4")
