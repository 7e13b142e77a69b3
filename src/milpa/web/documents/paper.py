"""On which paper an institution prints: where it stands decides."""

# ISO 3166 codes of the countries whose paper is Letter, as CLDR lists them; everyone else prints on A4
LETTER = frozenset(["US", "CA", "MX", "GT", "BZ", "SV", "HN", "NI", "CR", "PA", "CO", "VE", "CL", "PH", "DO", "PR", "BO"])


def paper_of(country: str) -> str:
    """The paper as CSS names it: "letter" or "A4"."""
    return "letter" if country in LETTER else "A4"
