"""What the command can do, one row a verb, in the order of its help and of `docs/commands.md`."""


def N_(message: str) -> str:
    """Marks a message for the catalogue; it is translated when it is shown."""
    return message


VERBS = {
    "run": N_("Prepare the tables if need be, and serve."),
    "workshop": N_("Serve a workshop from a laptop to the phones of its hotspot, without internet."),
    "found": N_("Make the first institution and its coordinator."),
    "demo": N_("Load the demonstration into an empty data directory."),
    "backup": N_("Copy everything into one file while people go on working."),
    "restore": N_("Bring a backup into an empty data directory."),
    "check": N_("Look whether what is stored is what was recorded."),
    "migrate": N_("Bring both databases to this version's tables."),
    "reference": N_("Bring territory, activities, size norms and guide to this version's files."),
    "credentials": N_("Make, list, rotate and revoke the keys of tools that use the record store."),
    "records": N_("Export closed months of learning records as Parquet, or derive again what follows from them."),
    "worker": N_("Do the waiting background work, then end."),
    "messages": N_("Compile the catalogues of messages that have changed."),
    "docs": N_("Write the tables in docs/ that are made from the code."),
}
