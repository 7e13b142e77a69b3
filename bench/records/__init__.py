"""What the record store can do: `python -m bench.records [NAME …] [--statements N]`."""
