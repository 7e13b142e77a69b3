"""Whether a row of a list is an enterprise that is already known, word for word. What only looks alike is for a person to decide."""

from milpa.conglomerates.rules.duplicates import Entry, normalised_name, normalised_phone, normalised_tax_id

Key = tuple[str, str, str, str]


def key_of(entry: Entry) -> Key:
    """Equal for rows that differ in nothing but accents, capitals, marks and forms of company: name, place, phone and tax id agree."""
    return normalised_name(entry.name), entry.municipality, normalised_phone(entry.phone), normalised_tax_id(entry.tax_id)
