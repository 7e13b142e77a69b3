"""Finding things by their words, on either database, through one ranking.

A stage writes into the index where it writes its own table (`index`, `forget`), and says in `registers.py` who may see what:
`registries.search["enterprise"] = Searchable(_("Enterprises"), readable)`.
"""

from milpa.web.search.finding import Found, find
from milpa.web.search.indexing import forget, index, index_many, rebuild

__all__ = ["Found", "find", "forget", "index", "index_many", "rebuild"]
