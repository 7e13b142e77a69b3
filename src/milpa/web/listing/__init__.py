"""A list, declared once: its page, its CSV, its spreadsheet and its print are renderings of the same declaration.

In a stage's `views.py` the factory and the view, in its `registers.py` its name, by which the worker and the common test find it:

    def enterprises(request, id):
        return Listing(
            name="enterprises", title=_("Enterprises"), request=request, rows=Enterprise.objects.open_to(request.person),
            columns=[Column("name", _("Name"), order="name"), Column("workers", _("Workers"), kind="number", order="workers")],
            filters=[Choice("department", _("Department"), DEPARTMENTS)], order="name",
        )

    def enterprises_page(request, id):
        return enterprises(request, id).answer()

    registries.listings["enterprises"] = enterprises
"""

from milpa.web.listing.columns import Cell, Column
from milpa.web.listing.filters import Between, Choice, Words
from milpa.web.listing.listing import Listing

__all__ = ["Between", "Cell", "Choice", "Column", "Listing", "Words"]
