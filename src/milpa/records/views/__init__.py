"""Pages of the record store: for staff, and one's own."""
