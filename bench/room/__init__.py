"""The workshop with many phones: `python -m bench.room [cards-and-votes] [kills]`."""
