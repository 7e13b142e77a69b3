"""A few municipalities of Guatemala, two of one name among them."""

from milpa.conglomerates.rules.municipalities import Gazetteer, Municipality

PLACES = Gazetteer(
    [
        Municipality("0101", "Guatemala", "Guatemala"),
        Municipality("0301", "Antigua Guatemala", "Sacatepéquez"),
        Municipality("0509", "San José", "Escuintla"),
        Municipality("0710", "Panajachel", "Sololá"),
        Municipality("1401", "Santa Cruz del Quiché", "Quiché"),
        Municipality("1702", "San José", "Petén"),
        Municipality("1901", "Zacapa", "Zacapa"),
    ]
)
ACTIVITIES = frozenset({"5510", "5520", "5590", "7911", "7912", "0111"})
DEPARTMENTS = ["Guatemala", "Sacatepéquez", "Escuintla", "Sololá", "Quiché", "Petén", "Zacapa"]
