"""The practical tasks: their data, and the check that reads what a person did.

`data/*.yaml` holds the texts and the two parallel forms of each task, `catalogue` reads them,
`events` is what the practice phone reports, `checks` decides. Nothing here touches the database.
"""
