"""Published voting profiles with known results; "5 ACBED" is five voters who put A before C before B before E before D."""

from itertools import permutations

Order = tuple[str, ...]


def profile(text: str) -> list[Order]:
    """The orders of a line such as "5 ACB, 3 BCA"."""
    parts = (part.split() for part in text.split(","))
    return [tuple(order) for times, order in parts for _voter in range(int(times))]


# M. Schulze, Social Choice and Welfare 36 (2011) 267-303, examples 1 and 2
SCHULZE_1 = profile("5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC")
SCHULZE_2 = profile("5 ACBD, 2 ACDB, 3 ADCB, 4 BACD, 3 CBDA, 3 CDBA, 1 DACB, 5 DBAC, 4 DCBA")
# the capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville
TENNESSEE = profile("42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM")
# a circle of three (electowiki)
CIRCLE = profile("25 ABC, 40 BCA, 35 CAB")


def every_order(options: str) -> list[Order]:
    return list(permutations(options))
