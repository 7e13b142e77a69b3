"""Closed months as Parquet files, for whoever explores them elsewhere. What each column holds: docs/records.md."""
