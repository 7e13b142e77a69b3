"""Files that people bring and that Milpa makes: taken by content, kept by hash, read only by those whom their place lets in.

A stage says who reads the files of its things: `uploads.readers["programmes.evidence"] = readable` (person, ids -> ids).
"""

from milpa.web.registries import Readable

readers: dict[str, Readable] = {}
