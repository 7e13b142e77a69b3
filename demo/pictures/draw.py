"""Draws all pictures of the demonstration again: `python demo/pictures/draw.py` (needs Pillow)."""

import hotel
import phone
import practices

if __name__ == "__main__":
    for draw in [*hotel.ALL, *phone.ALL, *practices.ALL]:
        draw()
