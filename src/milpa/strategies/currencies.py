"""Currencies of the countries of the network, by ISO 3166 and ISO 4217. Amounts are never converted."""

OF_COUNTRY = {
    "GT": "GTQ", "BZ": "BZD", "SV": "USD", "HN": "HNL", "NI": "NIO", "CR": "CRC", "PA": "USD", "MX": "MXN", "DO": "DOP", "CU": "CUP",
    "CO": "COP", "VE": "VES", "EC": "USD", "PE": "PEN", "BO": "BOB", "CL": "CLP", "AR": "ARS", "UY": "UYU", "PY": "PYG", "BR": "BRL",
    "JM": "JMD", "TT": "TTD", "BB": "BBD", "HT": "HTG", "ES": "EUR", "US": "USD",
}  # fmt: skip
CURRENCIES = sorted({*OF_COUNTRY.values(), "EUR", "USD"})


def currency_of(country: str) -> str:
    """Of a country; dollars where it is not known."""
    return OF_COUNTRY.get(country, "USD")
